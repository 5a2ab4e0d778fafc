"""A moderator decides about a workplace, and the provider hears of it."""

import pytest
from sqlalchemy import select

from tests.support import html
from tests.support.mails import queued
from tests.support.moderation import (
    change,
    organisation_with_member,
    submit_changes,
    submitted_workplace,
)
from tests.support.people import ARNHEM, staff_member
from tests.support.workplaces import make_workplace
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.core import clock
from webapp.organisations.models import OrganisationStatus
from webapp.workplaces.models import VersionStatus

EMAIL = "sanne@tuin.example"
REASON = "Welke dagen kan iemand komen?"


def waiting(session, *, status=OrganisationStatus.APPROVED, code="GM0226", **content):
    organisation = organisation_with_member(
        session, EMAIL, status=status, municipality_code=code, name="Stichting De Tuin"
    )
    workplace = submitted_workplace(session, organisation, at=clock.now(), **content)
    session.commit()
    return workplace


def opened(moderator, workplace):
    return moderator.get(f"/moderatie/werkplekken/{workplace.public_id}")


def subjects(session):
    return [mail.subject for mail in queued(session)]


def actions(session):
    return list(session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)))


def test_a_moderator_approves_with_one_button(moderator, session):
    workplace = waiting(session)
    opened(moderator, workplace)
    page = moderator.submit("Keur de werkplek goed")
    assert page.heading == "Wachten op controle"
    assert "“Meewerken in de moestuin” staat nu op de site." in page.main_text
    assert f"Over 10 minuten mailen we dit naar {EMAIL}." in page.main_text
    session.refresh(workplace)
    assert workplace.published_version is workplace.latest_version
    assert subjects(session) == ["Je werkplek is goedgekeurd: Meewerken in de moestuin"]
    assert actions(session) == ["workplace.approved"]


def test_a_moderator_hears_that_an_approved_workplace_stays_hidden(moderator, session):
    workplace = waiting(session)
    workplace.is_visible = False
    session.commit()
    opened(moderator, workplace)
    page = moderator.submit("Keur de werkplek goed")
    assert "De aanbieder houdt de werkplek verborgen" in page.main_text


@pytest.mark.parametrize(
    ("button", "status", "subject"),
    [
        (
            "Stuur terug met uitleg",
            VersionStatus.RETURNED,
            "Pas je werkplek nog even aan: Meewerken in de moestuin",
        ),
        (
            "Wijs af met uitleg",
            VersionStatus.REJECTED,
            "Je werkplek is niet goedgekeurd: Meewerken in de moestuin",
        ),
    ],
)
def test_a_moderator_says_no_with_a_reason(moderator, session, button, status, subject):
    workplace = waiting(session)
    opened(moderator, workplace)
    page = moderator.submit(button, reason=REASON)
    assert f"Over 10 minuten mailen we dit naar {EMAIL}." in page.main_text
    session.refresh(workplace.latest_version)
    assert workplace.latest_version.status is status
    assert subjects(session) == [subject]
    assert REASON in queued(session)[0].body_text
    page = opened(moderator, workplace)
    assert REASON in page.main_text
    assert "Keur de werkplek goed" not in page.main_text


@pytest.mark.parametrize(
    ("button", "is_published"),
    [
        ("Stuur terug met uitleg", False),
        ("Wijs af met uitleg", False),
        ("Haal de werkplek van de site", True),
    ],
)
def test_a_no_without_a_reason_is_asked_for_one(moderator, session, button, is_published):
    workplace = waiting(session)
    if is_published:
        workplace = make_workplace(session, organisation=workplace.organisation)
        session.commit()
    opened(moderator, workplace)
    page = moderator.submit(button, reason="  ", status=422)
    (sentence,) = page.errors
    assert sentence.endswith("op waarom.")
    assert page.title.startswith("Fout:")
    page = moderator.submit(button, reason="x" * 2001, status=422)
    assert page.errors == ["Maak deze tekst korter: hooguit 2000 tekens."]
    assert "x" * 2001 in page.response.text
    assert queued(session) == []


def test_a_moderator_who_read_an_older_version_is_told_and_keeps_the_text(moderator, session):
    workplace = waiting(session)
    opened(moderator, workplace)
    change(session, workplace, at=clock.now(), title="Ander werk")
    session.commit()
    page = moderator.submit("Stuur terug met uitleg", reason=REASON, status=409)
    assert page.heading == "Ander werk"
    assert "niet uitgevoerd" in page.title
    assert "De aanbieder heeft de werkplek veranderd terwijl jij las." in page.main_text
    assert REASON in page.main_text
    assert queued(session) == []
    session.commit()
    moderator.submit("Stuur terug met uitleg")
    assert REASON in queued(session)[0].body_text


def test_what_a_moderator_did_not_read_is_not_approved(moderator, session):
    workplace = waiting(session)
    opened(moderator, workplace)
    change(session, workplace, at=clock.now(), title="Ander werk")
    session.commit()
    moderator.submit("Keur de werkplek goed", status=409)
    session.refresh(workplace)
    assert workplace.published_version is None
    session.commit()
    moderator.submit("Keur de werkplek goed")
    session.refresh(workplace)
    assert workplace.published_version.content.title == "Ander werk"


def test_a_decision_that_is_sent_twice_happens_once(moderator, session):
    workplace = waiting(session)
    opened(moderator, workplace)
    moderator.submit("Keur de werkplek goed")
    moderator.pages.pop()
    page = moderator.submit("Keur de werkplek goed", status=409)
    assert "Over deze werkplek is al besloten." in page.main_text
    assert "Goedgekeurd door" in page.main_text
    assert len(queued(session)) == 1


def test_a_moderator_approves_an_organisation_with_its_workplace_in_one_act(moderator, session):
    workplace = waiting(session, status=OrganisationStatus.SUBMITTED)
    page = opened(moderator, workplace)
    assert "Keur de werkplek goed" not in page.main_text
    page = moderator.submit("Keur organisatie en werkplek goed")
    assert "De organisatie “Stichting De Tuin” is goedgekeurd." in page.main_text
    assert "Je bent helemaal bij" in page.main_text
    session.refresh(workplace)
    assert workplace.published_version is not None
    assert workplace.organisation.status is OrganisationStatus.APPROVED
    (mail,) = queued(session)
    assert "Ook Stichting De Tuin is goedgekeurd." in mail.body_text
    assert actions(session) == ["organisation.approved", "workplace.approved"]


def test_both_or_neither_are_approved(moderator, session):
    workplace = waiting(session, status=OrganisationStatus.SUBMITTED)
    opened(moderator, workplace)
    change(session, workplace, at=clock.now(), title="Ander werk")
    session.commit()
    page = moderator.submit("Keur organisatie en werkplek goed", status=409)
    assert "Keur organisatie en werkplek goed" in page.main_text
    session.refresh(workplace.organisation)
    assert workplace.organisation.status is OrganisationStatus.SUBMITTED
    assert queued(session) == []


def test_an_organisation_of_another_municipality_is_not_approved_here(moderator, session):
    organisation = organisation_with_member(
        session, status=OrganisationStatus.SUBMITTED, municipality_code=ARNHEM
    )
    workplace = make_workplace(session, organisation=organisation, status=VersionStatus.SUBMITTED)
    session.commit()
    page = opened(moderator, workplace)
    assert "door een andere gemeente" in page.main_text
    assert "samen-goedkeuren" not in page.response.text


def test_a_change_is_approved_while_visitors_kept_reading_the_old(moderator, session):
    organisation = organisation_with_member(session, EMAIL)
    workplace = make_workplace(session, organisation=organisation)
    submit_changes(session, workplace, at=clock.now(), title="Ander werk")
    session.commit()
    opened(moderator, workplace)
    moderator.submit("Keur de werkplek goed")
    session.refresh(workplace)
    assert workplace.published_version.content.title == "Ander werk"


def test_a_moderator_takes_a_workplace_off_the_site_with_a_reason(moderator, session):
    organisation = organisation_with_member(session, EMAIL)
    workplace = make_workplace(session, organisation=organisation)
    session.commit()
    opened(moderator, workplace)
    page = moderator.submit("Haal de werkplek van de site", reason=REASON)
    assert "“Meewerken in de moestuin” staat niet meer op de site." in page.main_text
    session.refresh(workplace)
    assert workplace.published_version is None
    (mail,) = queued(session)
    assert mail.subject == "Je werkplek staat niet meer op de site: Meewerken in de moestuin"
    assert REASON in mail.body_text
    moderator.pages.pop()
    session.commit()
    moderator.submit("Haal de werkplek van de site", reason=REASON, status=409)


def send(moderator, path):
    """Send a decision with a real token to an address that no page offers."""
    form = html.forms_with_button(moderator.page.tree, "Uitloggen")[0][0]
    token = html.values_of(form, form)["csrf_token"]
    return moderator.client.post(
        path, base_url=f"http://{moderator.host}", data={"csrf_token": token, "expected_lock": "1"}
    )


def test_nobody_decides_about_a_workplace_of_another_municipality(moderator, session):
    workplace = waiting(session, code=ARNHEM)
    moderator.get("/moderatie")
    answer = send(moderator, f"/moderatie/werkplekken/{workplace.public_id}/goedkeuren")
    assert answer.status_code == 404


def test_a_decision_that_does_not_exist_is_not_found(moderator, session):
    workplace = waiting(session)
    opened(moderator, workplace)
    answer = send(moderator, f"/moderatie/werkplekken/{workplace.public_id}/verkopen")
    assert answer.status_code == 404


def test_a_decision_without_a_token_is_refused(moderator, session):
    workplace = waiting(session)
    path = f"/moderatie/werkplekken/{workplace.public_id}/goedkeuren"
    moderator.post_raw(path, {"expected_lock": "1"}, status=400)


def test_a_decision_that_does_not_say_what_was_read_is_not_done(moderator, session):
    workplace = waiting(session)
    opened(moderator, workplace)
    page = moderator.submit("Keur de werkplek goed", expected_lock=None, status=422)
    assert "Laad de pagina opnieuw" in page.main_text


def test_a_consultant_does_not_decide(app, session):
    workplace = waiting(session)
    consultant = staff_member(app, RoleName.CONSULTANT)
    consultant.get("/")
    answer = send(consultant, f"/moderatie/werkplekken/{workplace.public_id}/goedkeuren")
    assert answer.status_code == 403
