"""An organisation gets another name or KvK number: asked for, taken back, decided once."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from tests.support.mails import SITE, queued
from tests.support.moderation import organisation_with_member
from tests.support.workplaces import make_organisation, make_workplace
from webapp.audit.models import AuditEvent
from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, InvalidInputError, NotFoundError, WrongStatusError
from webapp.moderation import identity_changes as moderation
from webapp.moderation.line import WaitingKind
from webapp.moderation.queries import queue
from webapp.organisations import operations as organisations
from webapp.organisations.identity import operations
from webapp.organisations.identity.models import IdentityChange, IdentityChangeStatus
from webapp.organisations.identity.queries import find_last, get_last_of
from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.workplaces.models import PublicationChange

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PROVIDER = Actor(account_id=None, name="Sanne Aanbieder")
MODERATOR = Actor(account_id=None, name="Mo Moderator")
DUIVEN, ARNHEM = "GM0226", "GM0202"
TELLING = (ConflictError, WrongStatusError)


def ask(session, organisation, **values):
    wanted = {"name": "De Nieuwe Tuin", "kvk_number": "0000 0456", "explanation": "Fusie."}
    return operations.request(session, organisation, **(wanted | values), actor=PROVIDER, now=NOW)


def decision(change):
    return {"expected_version": change.version, "actor": MODERATOR, "now": NOW}


def old_one(session):
    return make_organisation(session, name="De Oude Tuin", kvk_number="00000123")


def test_what_is_asked_changes_nothing_before_the_municipality_decides(session):
    organisation = old_one(session)
    change = ask(session, organisation)
    assert (organisation.name, organisation.kvk_number) == ("De Oude Tuin", "00000123")
    assert (change.name, change.kvk_number) == ("De Nieuwe Tuin", "00000456")
    assert change.fields == ("name", "kvk_number")


def test_after_a_yes_the_organisation_is_called_otherwise_and_the_index_must_follow(session):
    organisation = old_one(session)
    workplace = make_workplace(session, organisation=organisation)
    before = session.query(PublicationChange).filter_by(workplace_id=workplace.id).count()
    change = ask(session, organisation)
    moderation.approve(session, change, site=SITE, **decision(change))
    assert (organisation.name, organisation.kvk_number) == ("De Nieuwe Tuin", "00000456")
    after = session.query(PublicationChange).filter_by(workplace_id=workplace.id).count()
    assert after == before + 1


def test_a_moderator_who_refuses_says_why_and_all_stays(session):
    organisation = old_one(session)
    change = ask(session, organisation)
    with pytest.raises(InvalidInputError):
        operations.refuse(session, change, answer=" ", **decision(change))
    operations.refuse(session, change, answer="Klopt niet.", **decision(change))
    assert (organisation.name, change.answer) == ("De Oude Tuin", "Klopt niet.")
    assert ask(session, organisation).status is IdentityChangeStatus.REQUESTED


def test_a_provider_asks_once_and_may_come_back_on_it(session):
    organisation = old_one(session)
    change = ask(session, organisation)
    seen = decision(change)
    with pytest.raises(WrongStatusError):
        ask(session, organisation)
    operations.withdraw(session, organisation, actor=PROVIDER, now=NOW)
    with pytest.raises(WrongStatusError):
        operations.withdraw(session, organisation, actor=PROVIDER, now=NOW)
    with pytest.raises(ConflictError):
        operations.approve(session, change, **seen)
    with pytest.raises(WrongStatusError):
        operations.approve(session, change, **decision(change))
    assert organisation.name == "De Oude Tuin"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "De Oude  Tuin", "kvk_number": "00000123"}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"kvk_number": "123"}, "kvk_number"),
        ({"explanation": " "}, "explanation"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(session, values, field):
    organisation = old_one(session)
    with pytest.raises(InvalidInputError) as refusal:
        ask(session, organisation, **values)
    assert set(refusal.value.problems) == {field}


def test_an_organisation_without_a_contact_person_can_still_ask(session):
    organisation = make_organisation(session, contact_name="", contact_email="")
    assert ask(session, organisation).is_waiting


@pytest.mark.parametrize("status", [OrganisationStatus.SUBMITTED, OrganisationStatus.REJECTED])
def test_only_what_was_approved_is_asked_to_change(session, status):
    with pytest.raises(WrongStatusError):
        ask(session, make_organisation(session, status=status))


def test_of_an_organisation_that_waits_again_the_change_waits_too(session):
    organisation = make_organisation(session, decided_at=NOW)
    change = ask(session, organisation)
    organisations.reopen(session, organisation, actor=MODERATOR, now=NOW)
    kinds = {each.kind for each in queue(session, DUIVEN)}
    assert kinds == {WaitingKind.ORGANISATION}
    with pytest.raises(WrongStatusError):
        operations.approve(session, change, **decision(change))


def test_only_the_municipality_that_checks_the_organisation_has_it_in_its_queue(session):
    organisation = old_one(session)
    make_workplace(session, organisation=organisation, municipality_code=ARNHEM)
    ask(session, organisation)
    assert [each.kind for each in queue(session, DUIVEN)] == [WaitingKind.IDENTITY]
    assert queue(session, ARNHEM) == []
    assert get_last_of(session, organisation.public_id, DUIVEN).is_waiting
    with pytest.raises(NotFoundError):
        get_last_of(session, organisation.public_id, ARNHEM)


def test_the_moderator_hears_who_has_the_new_number_already(session):
    other = make_organisation(session, kvk_number="00000456")
    make_organisation(session, kvk_number="00000456", status=OrganisationStatus.UNCONFIRMED)
    organisation = old_one(session)
    ask(session, organisation)
    review = moderation.get_identity_review(session, organisation.public_id, DUIVEN)
    assert review.namesakes == [other]


def test_the_log_tells_before_and_after_and_not_the_words_of_people(session):
    change = ask(session, old_one(session))
    operations.approve(session, change, **decision(change))
    events = session.scalars(
        select(AuditEvent).where(AuditEvent.action.like("organisation.identity%"))
    ).all()
    assert [each.action for each in events] == [
        "organisation.identity_requested",
        "organisation.identity_approved",
    ]
    for event in events:
        assert event.details["changes"] == {
            "name": ["De Oude Tuin", "De Nieuwe Tuin"],
            "kvk_number": ["00000123", "00000456"],
        }
        assert "Fusie" not in str(event.details)


def test_the_members_are_mailed_what_was_received_and_decided(session):
    organisation = organisation_with_member(session, name="De Oude Tuin", kvk_number="00000123")
    wanted = {"name": "De Nieuwe Tuin", "kvk_number": "", "explanation": "Fusie."}
    asked = {"site": SITE, "actor": PROVIDER, "now": NOW}
    moderation.request(session, organisation, **wanted, **asked)
    change = find_last(session, organisation)
    moderation.refuse(session, change, reason="Nog niet.", site=SITE, **decision(change))
    moderation.request(session, organisation, **wanted, **asked)
    change = find_last(session, organisation)
    moderation.approve(session, change, site=SITE, **decision(change))
    received, refused, _received, approved = queued(session)
    assert "Nieuwe naam: De Nieuwe Tuin" in received.body_text
    assert "Er is geen KvK-nummer meer." in received.body_text
    assert "Nog niet." in refused.body_text
    assert approved.subject == "De gegevens zijn aangepast: De Oude Tuin"
    assert "Nieuwe naam: De Nieuwe Tuin" in approved.body_html


def at_once(database, *acts):
    """Run every act in a thread and a transaction of its own; return the refusals."""
    barrier = threading.Barrier(len(acts))

    def run(act):
        barrier.wait()
        try:
            with database.writing() as session:
                act(session)
        except TELLING as refusal:
            return refusal
        return None

    with ThreadPoolExecutor(len(acts)) as pool:
        return [refusal for refusal in pool.map(run, acts) if refusal]


@pytest.mark.parametrize("_round", range(3))
def test_of_two_members_who_ask_at_the_same_moment_one_is_told(database, _round):
    with database.writing() as session:
        key = old_one(session).id

    def asking(session):
        ask(session, session.get(Organisation, key))

    assert [type(each) for each in at_once(database, asking, asking)] == [WrongStatusError]
    with database.reading() as session:
        assert session.query(IdentityChange).count() == 1


@pytest.mark.parametrize("_round", range(3))
def test_of_two_moderators_who_say_yes_and_no_one_is_told(database, _round):
    with database.writing() as session:
        change = ask(session, old_one(session))
        key, made = change.id, decision(change)

    def approving(session):
        operations.approve(session, session.get(IdentityChange, key), **made)

    def refusing(session):
        operations.refuse(session, session.get(IdentityChange, key), answer="Nee.", **made)

    assert [type(each) for each in at_once(database, approving, refusing)] == [ConflictError]
    with database.reading() as session:
        change = session.get(IdentityChange, key)
        is_new = change.organisation.name == "De Nieuwe Tuin"
        assert is_new == (change.status is IdentityChangeStatus.APPROVED)
