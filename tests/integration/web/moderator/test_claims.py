"""Moderators who say that they are on something."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.support.moderation import organisation_with_member, submitted_workplace
from tests.support.people import ARNHEM, staff_member
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.moderation import claims
from webapp.moderation.models import Claim

TAKE, RELEASE = "Ik pak dit op", "Laat los"


@pytest.fixture
def path(session):
    organisation = organisation_with_member(session, "sanne@tuin.example")
    found = submitted_workplace(session, organisation, at=clock.now())
    session.commit()
    return f"/moderatie/werkplekken/{found.public_id}"


@pytest.fixture
def colleague(app):
    return staff_member(app, RoleName.MODERATOR)


def test_a_colleague_sees_who_is_on_it_and_can_decide_all_the_same(moderator, colleague, path):
    moderator.get(path)
    page = moderator.submit(TAKE)
    assert "Jij bent hiermee bezig" in page.main_text
    assert "is hiermee bezig" in colleague.get("/moderatie").main_text
    page = colleague.get(path)
    assert "is hiermee bezig" in page.main_text
    assert TAKE not in page.main_text
    colleague.submit("Keur de werkplek goed")


def test_who_lets_go_lets_a_colleague_take_it(moderator, colleague, path):
    moderator.get(path)
    moderator.submit(TAKE)
    moderator.submit(RELEASE)
    colleague.get(path)
    assert "Jij bent hiermee bezig" in colleague.submit(TAKE).main_text


def test_of_two_who_take_it_the_second_hears_who_was_first(moderator, colleague, path):
    moderator.get(path)
    colleague.get(path)
    moderator.submit(TAKE)
    page = colleague.submit(TAKE)
    assert "was je net voor en is hiermee bezig." in page.main_text


def test_a_colleague_cannot_end_it(app, database, moderator, colleague, path):
    app.config["WTF_CSRF_ENABLED"] = False
    moderator.get(path)
    moderator.submit(TAKE)
    colleague.raw(path.replace("/moderatie/", "/moderatie/loslaten/"), "POST")
    with database.reading() as session:
        assert session.scalars(select(Claim)).one()


def test_it_ends_by_itself(moderator, colleague, path, session):
    moderator.get(path)
    moderator.submit(TAKE)
    claim = session.scalars(select(Claim)).one()
    claim.until = clock.now() - timedelta(seconds=1)
    session.commit()
    colleague.get(path)
    assert "Jij bent hiermee bezig" in colleague.submit(TAKE).main_text
    claims.purge(session, now=clock.now() + claims.LASTS)
    assert session.scalars(select(Claim)).all() == []


def test_another_municipality_takes_up_nothing_here(app, path):
    elsewhere = staff_member(app, RoleName.MODERATOR, ARNHEM, host="arnhem.localhost:5000")
    elsewhere.get(path, status=404)


@pytest.mark.parametrize(
    "area", ["werkplekken", "organisaties", "meldingen", "verwijderingen", "x"]
)
def test_what_is_not_there_cannot_be_taken_up(app, moderator, area):
    app.config["WTF_CSRF_ENABLED"] = False
    answer = moderator.raw(f"/moderatie/oppakken/{area}/bbbbbbbbbb", "POST")
    assert answer.status_code == 404
