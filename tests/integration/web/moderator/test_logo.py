"""A moderator takes the logo of an organisation away, for a reason."""

import pytest

from tests.support.logos import logo_file, logos_on, member_of_public_organisation
from tests.support.mails import queued
from tests.support.media import fetched
from tests.support.people import ARNHEM, staff_member
from webapp.accounts.models import RoleName

TAKE_AWAY = "Haal dit logo weg"
REASON = "Dit is het logo van een ander."


@pytest.fixture
def member(app):
    """A member of an organisation with a logo."""
    made = member_of_public_organisation(app)
    made.send("logo.png", logo_file((100, 50)))
    return made


def test_a_moderator_takes_a_logo_away_and_the_members_read_why(moderator, member, session):
    page = moderator.get(f"/moderatie{member.path}")
    (logo,) = logos_on(page)
    fetched(moderator, logo["src"])
    page = moderator.submit(TAKE_AWAY, reason=REASON)
    assert "Het logo van Bakkerij De Oven is weggehaald." in page.main_text
    assert "We mailen dit naar rob@oven.example." in page.main_text
    assert logos_on(page) == []
    assert member.logo is None
    (mail,) = queued(session)
    assert mail.subject == "Jullie logo is weggehaald: Bakkerij De Oven"
    assert REASON in mail.body_text
    session.rollback()
    log = moderator.get("/moderatie/logboek").main_text
    assert "Logo van een organisatie weggehaald door de gemeente" in log
    assert f"Reden: {REASON}" in log


def test_a_reason_is_asked_for(moderator, member, session):
    moderator.get(f"/moderatie{member.path}")
    page = moderator.submit(TAKE_AWAY, reason=" ", status=422)
    assert page.errors == ["Schrijf in een paar woorden op waarom."]
    assert member.logo is not None
    assert queued(session) == []


def test_a_logo_that_was_not_seen_stays(moderator, member, session):
    moderator.get(f"/moderatie{member.path}")
    member.send("ander.png", logo_file())
    page = moderator.submit(TAKE_AWAY, reason=REASON, status=409)
    assert "Het logo is intussen veranderd of weggehaald." in page.text
    assert REASON in page.response.text
    assert member.logo is not None
    assert queued(session) == []
    session.rollback()
    moderator.submit(TAKE_AWAY)
    assert member.logo is None


def test_only_a_moderator_of_the_municipality_may(app, member):
    other = staff_member(app, RoleName.MODERATOR, ARNHEM, host="arnhem.localhost:5000")
    path = f"/moderatie{member.path}"
    other.get(path, status=404)
    fetched(other, f"{path}/logo/{member.key}/logo-100.png", 404)
    consultant = staff_member(app, RoleName.CONSULTANT)
    fetched(consultant, f"{path}/logo/{member.key}/logo-100.png", 403)
