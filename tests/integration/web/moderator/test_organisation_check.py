"""A moderator reads an organisation and decides about it."""

import pytest

from tests.support.mails import queued
from tests.support.moderation import organisation_with_member, submitted_workplace
from tests.support.people import ARNHEM, staff_member
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.organisations.models import OrganisationStatus
from webapp.workplaces.models import VersionStatus

EMAIL = "sanne@tuin.example"
REASON = "We kunnen jullie nummer niet vinden."


@pytest.fixture
def organisation(session):
    made = organisation_with_member(
        session,
        EMAIL,
        name="Stichting De Tuin",
        status=OrganisationStatus.SUBMITTED,
        kvk_number="12345678",
        description="Samen in de tuin.",
        contact_name="Sanne Voorbeeld",
        created_at=clock.now(),
    )
    session.commit()
    return made


def opened(client, organisation, status=200):
    return client.get(f"/moderatie/organisaties/{organisation.public_id}", status=status)


def test_a_moderator_reads_who_an_organisation_is(moderator, session, organisation):
    submitted_workplace(session, organisation, at=clock.now(), title="Kruiden kweken")
    make_workplace(
        session, organisation=organisation, status=VersionStatus.DRAFT, title="Nog niet af"
    )
    elsewhere = make_workplace(
        session,
        organisation=organisation,
        municipality_code=ARNHEM,
        status=VersionStatus.SUBMITTED,
        title="Werk in Arnhem",
    )
    session.commit()
    page = opened(moderator, organisation)
    assert page.heading == "Stichting De Tuin"
    for text in ("12345678", "Samen in de tuin.", EMAIL, "beheerder", "Wacht op controle"):
        assert text in page.main_text
    assert "Kruiden kweken" in page.links
    assert "Nog niet af" not in page.text
    assert elsewhere.latest_version.content.title in page.main_text
    assert elsewhere.latest_version.content.title not in page.links


def test_a_moderator_is_warned_of_a_kvk_number_that_is_known(moderator, session, organisation):
    make_organisation(session, name="Vereniging Zelfde Nummer", kvk_number="12345678")
    session.commit()
    page = opened(moderator, organisation)
    assert "Vereniging Zelfde Nummer (goedgekeurd)" in page.main_text


def test_a_moderator_approves_an_organisation(moderator, session, organisation):
    opened(moderator, organisation)
    page = moderator.submit("Keur de organisatie goed")
    assert "De organisatie “Stichting De Tuin” is goedgekeurd." in page.main_text
    assert f"Over 10 minuten mailen we dit naar {EMAIL}." in page.main_text
    session.refresh(organisation)
    assert organisation.status is OrganisationStatus.APPROVED
    (mail,) = queued(session)
    assert mail.subject == "Je organisatie is goedgekeurd: Stichting De Tuin"


def test_a_moderator_rejects_an_organisation_with_what_waits(moderator, session, organisation):
    workplace = submitted_workplace(session, organisation, at=clock.now())
    session.commit()
    opened(moderator, organisation)
    page = moderator.submit("Wijs de organisatie af", reason=REASON)
    assert "Je bent helemaal bij" in page.main_text
    session.refresh(workplace.latest_version)
    assert workplace.latest_version.status is VersionStatus.REJECTED
    (mail,) = queued(session)
    assert REASON in mail.body_text
    session.commit()
    assert REASON in opened(moderator, organisation).main_text


def test_a_rejection_without_a_reason_is_asked_for_one(moderator, session, organisation):
    opened(moderator, organisation)
    page = moderator.submit("Wijs de organisatie af", reason="", status=422)
    assert page.errors == ["Schrijf in een paar woorden op waarom."]
    assert queued(session) == []


def test_a_moderator_is_told_that_the_organisation_changed_meanwhile(
    moderator, session, organisation
):
    opened(moderator, organisation)
    organisation.description = "Samen in de kas."
    session.commit()
    page = moderator.submit("Wijs de organisatie af", reason=REASON, status=409)
    assert "veranderd terwijl jij las" in page.main_text
    assert "Samen in de kas." in page.main_text
    moderator.submit("Wijs de organisatie af")
    assert REASON in queued(session)[0].body_text


def test_a_decision_that_is_sent_twice_happens_once(moderator, session, organisation):
    opened(moderator, organisation)
    moderator.submit("Keur de organisatie goed")
    moderator.pages.pop()
    page = moderator.submit("Keur de organisatie goed", status=409)
    assert "Over deze organisatie is al besloten." in page.main_text
    assert len(queued(session)) == 1


@pytest.mark.parametrize(
    ("status", "code"),
    [(OrganisationStatus.UNCONFIRMED, "GM0226"), (OrganisationStatus.SUBMITTED, ARNHEM)],
)
def test_what_is_not_this_municipality_s_business_is_not_found(moderator, session, status, code):
    organisation = make_organisation(session, status=status, municipality_code=code)
    session.commit()
    opened(moderator, organisation, status=404)


def test_a_consultant_does_not_read_an_organisation(app, organisation):
    opened(staff_member(app, RoleName.CONSULTANT), organisation, status=403)
