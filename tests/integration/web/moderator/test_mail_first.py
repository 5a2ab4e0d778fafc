"""A moderator reads the mail before it goes."""

import pytest

from tests.support.mails import queued
from tests.support.moderation import organisation_with_member, submitted_workplace
from webapp.core import clock
from webapp.workplaces.models import VersionStatus

REASON = "Welke dagen kan iemand komen?"


@pytest.fixture
def workplace(session):
    organisation = organisation_with_member(session, "sanne@tuin.example")
    found = submitted_workplace(session, organisation, at=clock.now())
    session.commit()
    return found


@pytest.fixture
def reader(moderator, workplace):
    moderator.get(f"/moderatie/werkplekken/{workplace.public_id}")
    return moderator


@pytest.mark.parametrize("button", ["Stuur terug met uitleg", "Wijs af met uitleg"])
def test_a_moderator_reads_the_mail_before_it_goes(reader, workplace, session, button):
    page = reader.submit(f"Bekijk eerst de mail ({button})", reason=REASON)
    assert "Deze mail gaat weg" in page.main_text
    shown = page.main_text
    session.refresh(workplace.latest_version)
    assert workplace.latest_version.status is VersionStatus.SUBMITTED
    assert queued(session) == []
    session.rollback()
    reader.submit(button)
    (mail,) = queued(session)
    assert mail.subject in shown
    assert " ".join(mail.body_text.split()) in shown
    assert REASON in mail.body_text


def test_a_moderator_reads_what_an_approval_would_mail(reader, workplace, session):
    page = reader.submit("Bekijk eerst de mail (Keur de werkplek goed)")
    assert "Onderwerp: Je werkplek is goedgekeurd" in page.main_text
    session.refresh(workplace)
    assert workplace.published_version is None
    session.rollback()
    reader.submit("Keur de werkplek goed")
    session.refresh(workplace)
    assert workplace.published_version is workplace.latest_version


def test_who_asks_for_the_mail_without_a_reason_hears_what_lacks(reader):
    page = reader.submit("Bekijk eerst de mail (Wijs af met uitleg)", status=422)
    assert "Deze mail gaat weg" not in page.main_text
