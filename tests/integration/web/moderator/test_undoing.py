"""A moderator pressed the wrong button, and takes the decision back on the queue."""

from datetime import timedelta

import time_machine

from tests.support.mails import queued
from tests.support.moderation import organisation_with_member, submitted_workplace
from tests.support.people import ARNHEM, staff_member
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.organisations.models import OrganisationStatus
from webapp.workplaces.models import VersionStatus

TITLE = "Meewerken in de moestuin"


def approved(moderator, session):
    """Return a workplace that the moderator approved a moment ago; the queue is in view."""
    workplace = submitted_workplace(session, organisation_with_member(session), at=clock.now())
    session.commit()
    moderator.get(f"/moderatie/werkplekken/{workplace.public_id}")
    moderator.submit("Keur de werkplek goed")
    return workplace


def test_a_moderator_takes_back_what_they_just_decided(moderator, session):
    workplace = approved(moderator, session)
    assert "De mail gaat over 10 minuten weg." in moderator.page.main_text
    page = moderator.submit(f"Maak ongedaan {TITLE}")
    assert f"“{TITLE}” wacht weer op je besluit. Er gaat geen mail uit." in page.main_text
    session.refresh(workplace)
    assert workplace.published_version is None
    assert queued(session) == []
    session.commit()
    assert "Net besloten" not in moderator.get("/moderatie").main_text
    moderator.get(f"/moderatie/werkplekken/{workplace.public_id}")
    moderator.submit("Keur de werkplek goed")
    assert len(queued(session)) == 1


def test_who_is_too_late_is_told_so(moderator, session):
    workplace = approved(moderator, session)
    with time_machine.travel(clock.now() + timedelta(minutes=11)):
        page = moderator.submit(f"Maak ongedaan {TITLE}")
        assert "staat vast" in page.main_text
        assert "Net besloten" not in moderator.get("/moderatie").main_text
    session.refresh(workplace)
    assert workplace.latest_version.status is VersionStatus.APPROVED


def test_another_municipality_has_nothing_to_undo_here(app, moderator, session):
    workplace = approved(moderator, session)
    other = staff_member(app, RoleName.MODERATOR, ARNHEM, host="arnhem.localhost:5000")
    assert "Net besloten" not in other.get("/moderatie").main_text
    path = f"/moderatie/werkplekken/{workplace.public_id}/ongedaan-maken"
    token = {"csrf_token": other.page.tree.find(".//input[@name='csrf_token']").get("value")}
    other.post_raw(path, token, status=404)


def test_a_moderator_takes_back_what_they_decided_about_an_organisation(moderator, session):
    organisation = organisation_with_member(
        session, name="De Nieuwe", status=OrganisationStatus.SUBMITTED
    )
    session.commit()
    moderator.get(f"/moderatie/organisaties/{organisation.public_id}")
    page = moderator.submit("Keur de organisatie goed")
    assert "Over 10 minuten mailen we dit" in page.text
    assert "De Nieuwe: goedgekeurd." in page.main_text
    page = moderator.submit("Maak ongedaan De Nieuwe")
    assert "De Nieuwe wacht weer op je besluit. Er gaat geen mail uit." in page.text
    assert queued(session) == []
    session.rollback()
    moderator.submit("Keur de organisatie goed")
    with time_machine.travel(clock.now() + timedelta(minutes=11)):
        page = moderator.submit("Maak ongedaan De Nieuwe")
    assert "Het besluit over De Nieuwe staat vast" in page.text


def test_a_workplace_that_was_approved_with_its_organisation_goes_back_with_it(moderator, session):
    organisation = organisation_with_member(
        session, name="De Nieuwe", status=OrganisationStatus.SUBMITTED
    )
    workplace = submitted_workplace(session, organisation, at=clock.now())
    session.commit()
    moderator.get(f"/moderatie/werkplekken/{workplace.public_id}")
    moderator.submit("Keur organisatie en werkplek goed")
    page = moderator.submit(f"Maak ongedaan {TITLE}")
    assert "Ook de organisatie De Nieuwe wacht weer op controle." in page.text
