"""What provider and municipality say to each other, and what moderators keep to themselves."""

import pytest
from sqlalchemy import select

from tests.support.mails import queued
from tests.support.moderation import submitted_workplace
from tests.support.page_client import PageClient
from tests.support.people import ARNHEM, make_account, sign_in, staff_member
from tests.support.workplaces import make_organisation
from webapp.accounts.models import RoleName
from webapp.accounts.queries import find_by_email
from webapp.core import clock
from webapp.workplaces.talk.models import WorkplaceMessage

QUESTION, ANSWER = "Mag ik ook avonden aanbieden?", "Ja, dat mag.\nZet het bij de dagen."
NOTE = "Gebeld op maandag, wacht op de foto's."


@pytest.fixture
def workplace(session):
    organisation = make_organisation(session, name="Stichting De Tuin")
    make_account(session, "sanne@tuin.example", organisations=(organisation,))
    found = submitted_workplace(session, organisation, at=clock.now())
    session.commit()
    return found


@pytest.fixture
def provider(app, database, workplace):  # noqa: ARG001 (the workplace has its member)
    with database.reading() as session:
        return sign_in(PageClient(app), find_by_email(session, "sanne@tuin.example"))


def at(side, workplace):
    return f"/{side}/werkplekken/{workplace.public_id}/gesprek"


def test_a_provider_asks_and_a_moderator_answers(moderator, provider, workplace, session):
    here, there = at("aanbieder", workplace), at("moderatie", workplace)
    session.rollback()
    provider.get(here)
    provider.submit("Stuur het bericht", text=QUESTION)
    moderator.get(there)
    assert QUESTION in moderator.page.main_text
    moderator.submit("Stuur het bericht", text=ANSWER)
    assert "Ja, dat mag." in provider.get(here).main_text
    first, second = queued(session)
    assert first.subject == "Stichting De Tuin schrijft over Meewerken in de moestuin"
    assert (second.recipient, second.subject) == (
        "sanne@tuin.example",
        "De gemeente schrijft over Meewerken in de moestuin",
    )
    assert QUESTION in first.body_text
    assert ANSWER in second.body_text


def test_a_note_is_never_shown_to_the_provider(moderator, provider, workplace, session):
    here, there = at("aanbieder", workplace), at("moderatie", workplace)
    session.rollback()
    moderator.get(there)
    assert NOTE in moderator.submit("Bewaar de notitie", text=NOTE).main_text
    assert queued(session) == []
    session.rollback()
    for path in (here, here.removesuffix("/gesprek"), "/aanbieder"):
        assert NOTE not in provider.get(path).text
    assert "notities (1)" in moderator.get(there.removesuffix("/gesprek")).main_text


def test_another_municipality_reads_nothing_when_the_workplace_moves(
    app, moderator, workplace, session
):
    there = at("moderatie", workplace)
    session.rollback()
    moderator.get(there)
    moderator.submit("Bewaar de notitie", text=NOTE)
    moderator.submit("Stuur het bericht", text=ANSWER)
    workplace.latest_version.municipality_code = ARNHEM
    workplace.municipality_code = ARNHEM
    session.commit()
    elsewhere = staff_member(app, RoleName.MODERATOR, ARNHEM, host="arnhem.localhost:5000")
    page = elsewhere.get(there)
    assert NOTE not in page.text
    assert "Zet het bij de dagen." not in page.text
    moderator.get(there, status=404)


@pytest.mark.parametrize(
    ("button", "field"), [("Stuur het bericht", "Je bericht"), ("Bewaar de notitie", "Je notitie")]
)
def test_an_empty_text_is_asked_for(moderator, workplace, session, button, field):
    there = at("moderatie", workplace)
    session.rollback()
    moderator.get(there)
    page = moderator.submit(button, text="", status=422)
    assert field in page.main_text
    assert page.main_text.count("Er ging 1 ding mis") == 1


@pytest.mark.usefixtures("moderator")
def test_who_presses_twice_says_it_once(provider, workplace, session):
    here = at("aanbieder", workplace)
    session.rollback()
    page = provider.get(here)
    provider.submit("Stuur het bericht", text=QUESTION)
    provider.pages.append(page)
    provider.submit("Stuur het bericht", text=QUESTION)
    assert len(session.scalars(select(WorkplaceMessage)).all()) == 1
    assert len(queued(session)) == 1


def test_a_provider_writes_about_no_other_workplace(app, workplace, session):
    stranger = make_account(session, organisations=(make_organisation(session),))
    session.commit()
    here = at("aanbieder", workplace)
    session.rollback()
    sign_in(PageClient(app), stranger).get(here, status=404)
