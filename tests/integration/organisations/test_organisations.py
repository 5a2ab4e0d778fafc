"""An organisation is registered, gets its first member, changes and is decided on."""

from datetime import UTC, datetime

import pytest

from tests.support.people import make_account
from tests.support.workplaces import make_organisation
from webapp.audit.models import AuditEvent
from webapp.core.actor import Actor
from webapp.core.errors import (
    ConflictError,
    InvalidInputError,
    NotFoundError,
    WrongStatusError,
)
from webapp.organisations import operations, queries
from webapp.organisations.details import OrganisationDetails, details_of
from webapp.organisations.models import MemberRole, OrganisationStatus

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
SOMEBODY = Actor(account_id=None, name="Sanne")
DUIVEN, ARNHEM = "GM0226", "GM0202"
DETAILS = OrganisationDetails(
    name="  Stichting   Voorbeeld ",
    kvk_number="0000 0123",
    website="voorbeeld.example",
    contact_name="Sanne",
    contact_email="sanne@voorbeeld.example",
)


def register(session, details=DETAILS):
    return operations.register(session, details, municipality_code=DUIVEN, actor=SOMEBODY, now=NOW)


def waiting(session):
    return make_organisation(session, status=OrganisationStatus.SUBMITTED)


def in_the_queue(session, municipality_code):
    return session.scalars(queries.waiting_organisations(municipality_code)).all()


def approve(session, organisation):
    operations.approve(
        session,
        organisation,
        expected_version=organisation.version,
        actor=SOMEBODY,
        now=NOW,
    )


def test_an_organisation_is_kept_tidily_until_somebody_confirms_it(session):
    organisation = register(session)
    assert organisation.status is OrganisationStatus.UNCONFIRMED
    assert (organisation.name, organisation.kvk_number) == ("Stichting Voorbeeld", "00000123")
    assert organisation.website == "https://voorbeeld.example"


def test_an_organisation_without_a_kvk_number_has_none(session):
    bare = OrganisationDetails(name="A", contact_name="B", contact_email="b@a.example")
    assert register(session, bare).kvk_number is None


def test_what_is_wrong_is_refused_by_field(session):
    with pytest.raises(InvalidInputError) as refusal:
        register(session, OrganisationDetails(name="A", kvk_number="12"))
    assert set(refusal.value.problems) == {"kvk_number", "contact_name", "contact_email"}


def test_nobody_sees_an_organisation_before_an_address_is_confirmed(session):
    organisation = register(session)
    assert in_the_queue(session, DUIVEN) == []
    operations.activate(session, organisation, make_account(session), now=NOW)
    assert in_the_queue(session, DUIVEN) == [organisation]
    assert in_the_queue(session, ARNHEM) == []


def test_who_signed_up_manages_the_organisation_and_once_is_enough(session):
    organisation, account = register(session), make_account(session)
    first = operations.activate(session, organisation, account, now=NOW)
    assert operations.activate(session, organisation, account, now=NOW) is first
    assert first.role is MemberRole.MANAGER
    assert organisation.memberships == [first]


def test_an_organisation_is_found_by_its_members_and_its_municipality_only(session):
    organisation = waiting(session)
    public_id = organisation.public_id
    assert queries.get_organisation(session, public_id, {organisation.id}) is organisation
    assert queries.get_organisation_of(session, public_id, DUIVEN) is organisation
    with pytest.raises(NotFoundError):
        queries.get_organisation(session, public_id, {organisation.id + 1})
    with pytest.raises(NotFoundError):
        queries.get_organisation_of(session, public_id, ARNHEM)
    with pytest.raises(NotFoundError):
        queries.get_organisation_of(session, "nergens", DUIVEN)


def test_a_member_changes_how_to_reach_them_but_not_what_was_checked(session):
    organisation = register(session)
    operations.change_details(
        session,
        organisation,
        OrganisationDetails(
            name="Heel anders", contact_name="Bo", contact_email="bo@voorbeeld.example"
        ),
        expected_version=organisation.version,
        actor=SOMEBODY,
        now=NOW,
    )
    now_known = details_of(organisation)
    assert (now_known.name, now_known.kvk_number) == ("Stichting Voorbeeld", "00000123")
    assert (now_known.contact_name, now_known.website) == ("Bo", "")


def test_the_second_of_two_who_change_an_organisation_is_told(session):
    organisation = waiting(session)
    seen = organisation.version
    approve(session, organisation)
    with pytest.raises(ConflictError):
        operations.change_details(
            session, organisation, DETAILS, expected_version=seen, actor=SOMEBODY, now=NOW
        )


def test_an_organisation_is_approved_once(session):
    organisation = waiting(session)
    approve(session, organisation)
    assert (organisation.status, organisation.decided_at) == (OrganisationStatus.APPROVED, NOW)
    with pytest.raises(WrongStatusError):
        approve(session, organisation)


def test_an_organisation_is_refused_only_with_a_reason(session):
    organisation = waiting(session)

    def reject(reason):
        operations.reject(
            session,
            organisation,
            reason=reason,
            expected_version=organisation.version,
            actor=SOMEBODY,
            now=NOW,
        )

    with pytest.raises(InvalidInputError) as refusal:
        reject("  ")
    assert set(refusal.value.problems) == {"reason"}
    reject(" We kennen jullie niet. ")
    assert organisation.status is OrganisationStatus.REJECTED
    assert organisation.status_reason == "We kennen jullie niet."


def test_others_with_the_same_kvk_number_are_pointed_out(session):
    organisation, double, unseen = register(session), register(session), register(session)
    operations.activate(session, double, make_account(session), now=NOW)
    assert queries.others_with_kvk_number(session, organisation, organisation.kvk_number) == [
        double
    ]
    assert unseen.memberships == []


def test_mail_goes_to_members_whose_address_works(session):
    organisation = waiting(session)
    member = make_account(session, organisations=(organisation,))
    gone = make_account(session, organisations=(organisation,))
    gone.disabled_at = NOW
    session.flush()
    assert queries.reachable_members(session, organisation.id) == [member]


def test_every_step_is_in_the_log(session):
    organisation = register(session)
    operations.activate(session, organisation, make_account(session), now=NOW)
    approve(session, organisation)
    assert [event.action for event in session.query(AuditEvent).order_by(AuditEvent.id)] == [
        "organisation.registered",
        "organisation.activated",
        "organisation.approved",
    ]
