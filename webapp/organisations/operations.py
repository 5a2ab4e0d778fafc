"""Organisations that sign up, get members, change what they say, and are decided on."""

from collections.abc import Callable
from dataclasses import asdict, fields, replace
from datetime import datetime

from sqlalchemy.orm import Session

from webapp.accounts.models import Account
from webapp.audit.changes import differences
from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, InvalidInputError, WrongStatusError
from webapp.core.ids import new_public_id
from webapp.core.text_rules import checked_reason
from webapp.organisations import log
from webapp.organisations.details import (
    CONTACT,
    OrganisationDetails,
    details_of,
    problems_of,
    wrong_in,
)
from webapp.organisations.models import MemberRole, Membership, Organisation, OrganisationStatus
from webapp.organisations.queries import find_membership

_PERSONAL = frozenset({*CONTACT, "public_contact"})


def register(
    session: Session,
    details: OrganisationDetails,
    *,
    municipality_code: str,
    actor: Actor,
    now: datetime,
    public_id: str | None = None,
) -> Organisation:
    """Keep a new organisation, which nobody sees or acts for before `activate`.

    Raise InvalidInputError. A `public_id` that was chosen before makes that signing up twice is
    refused by the database.
    """
    organisation = Organisation(
        public_id=public_id or new_public_id(),
        municipality_code=municipality_code,
        status=OrganisationStatus.UNCONFIRMED,
        created_at=now,
    )
    _put(organisation, details, problems_of)
    session.add(organisation)
    session.flush()
    log.record(session, "organisation.registered", organisation, actor=actor, now=now)
    return organisation


def take_in(
    session: Session,
    details: OrganisationDetails,
    *,
    municipality_code: str,
    actor: Actor,
    now: datetime,
) -> Organisation:
    """Keep an organisation that others know: nobody needs to confirm it, and it waits for a check.

    Only what is filled in must be right, or InvalidInputError. Nothing is sent to the database
    yet, so many can be taken in together.
    """
    organisation = Organisation(
        public_id=new_public_id(),
        municipality_code=municipality_code,
        status=OrganisationStatus.SUBMITTED,
        created_at=now,
    )
    _put(organisation, details, wrong_in)
    session.add(organisation)
    log.record(session, "organisation.taken_in", organisation, actor=actor, now=now)
    return organisation


def activate(
    session: Session, organisation: Organisation, account: Account, *, now: datetime
) -> Membership:
    """Let the person who signed an organisation up manage it, now that their mail is confirmed.

    From now on it waits for the check of the municipality. A second time changes nothing.
    """
    membership = find_membership(session, organisation.id, account.id)
    if membership is not None:
        return membership
    membership = _join(organisation, account, MemberRole.MANAGER, now)
    if organisation.status is OrganisationStatus.UNCONFIRMED:
        organisation.status = OrganisationStatus.SUBMITTED
    session.flush()
    log.record(session, "organisation.activated", organisation, actor=account.actor, now=now)
    return membership


def add_member(
    session: Session,
    organisation: Organisation,
    account: Account,
    *,
    actor: Actor,
    now: datetime,
    role: MemberRole = MemberRole.EMPLOYEE,
) -> Membership:
    """Let somebody act for an organisation, who decides about its members only as a manager.

    A second time changes nothing.
    """
    membership = find_membership(session, organisation.id, account.id)
    if membership is not None:
        return membership
    membership = _join(organisation, account, role, now)
    session.flush()
    log.record(
        session,
        "organisation.member_added",
        organisation,
        actor=actor,
        now=now,
        member=account.public_id,
        role=role.value,
    )
    return membership


def change_details(
    session: Session,
    organisation: Organisation,
    details: OrganisationDetails,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Change what an organisation says of itself.

    The name and the KvK number are what the municipality checked: they stay as they are. Raise
    ConflictError when somebody else changed it meanwhile, and InvalidInputError.
    """
    claim(session, organisation, expected_version)
    checked = details_of(organisation)
    kept = replace(details, name=checked.name, kvk_number=checked.kvk_number)
    _put(organisation, kept, problems_of)
    session.flush()
    changes = differences(asdict(checked), asdict(details_of(organisation)), personal=_PERSONAL)
    log.record(session, "organisation.changed", organisation, actor=actor, now=now, **changes)


def approve(
    session: Session,
    organisation: Organisation,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Admit an organisation, so that its workplaces can be published.

    Raise ConflictError when it changed meanwhile, WrongStatusError when it does not wait.
    """
    claim(session, organisation, expected_version)
    admit(session, organisation, actor=actor, now=now)
    session.flush()


def admit(session: Session, organisation: Organisation, *, actor: Actor, now: datetime) -> None:
    """Admit an organisation that the caller has claimed; nothing is sent to the database yet.

    Raise WrongStatusError when it does not wait.
    """
    _decide(session, organisation, OrganisationStatus.APPROVED, "", actor, now)


def reopen(session: Session, organisation: Organisation, *, actor: Actor, now: datetime) -> None:
    """Let an organisation wait again that was decided on, and be trusted no more.

    Raise WrongStatusError when there is no decision.
    """
    claim(session, organisation, organisation.version)
    if organisation.decided_at is None:
        raise WrongStatusError(organisation.public_id)
    changes = differences({"status": organisation.status}, {"status": OrganisationStatus.SUBMITTED})
    organisation.status = OrganisationStatus.SUBMITTED
    organisation.status_reason = ""
    organisation.decided_at = organisation.trusted_at = None
    log.record(session, "organisation.undone", organisation, actor=actor, now=now, **changes)
    session.flush()


def trust(
    session: Session, organisation: Organisation, *, is_trusted: bool, actor: Actor, now: datetime
) -> None:
    """Let the changes of an approved organisation go live without a check before, or no longer.

    Raise WrongStatusError for one that was not approved.
    """
    session.refresh(organisation, with_for_update={"of": Organisation})
    if organisation.status is not OrganisationStatus.APPROVED:
        raise WrongStatusError(organisation.public_id)
    if (organisation.trusted_at is not None) == is_trusted:
        return
    organisation.trusted_at = now if is_trusted else None
    session.flush()
    action = "organisation.trusted" if is_trusted else "organisation.trust_ended"
    log.record(session, action, organisation, actor=actor, now=now)


def reject(
    session: Session,
    organisation: Organisation,
    *,
    reason: str,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Refuse an organisation; errors as `approve`, and InvalidInputError without a reason."""
    claim(session, organisation, expected_version)
    reason = checked_reason(reason)
    _decide(session, organisation, OrganisationStatus.REJECTED, reason, actor, now)
    session.flush()


def claim(session: Session, organisation: Organisation, expected_version: int) -> None:
    """Keep others from changing an organisation until the commit.

    Raise ConflictError when it is not as the caller saw it.
    """
    session.refresh(organisation, with_for_update={"of": Organisation})
    if organisation.version != expected_version:
        message = f"organisation {organisation.public_id} was changed meanwhile"
        raise ConflictError(message)


def _decide(
    session: Session,
    organisation: Organisation,
    status: OrganisationStatus,
    reason: str,
    actor: Actor,
    now: datetime,
) -> None:
    if organisation.status is not OrganisationStatus.SUBMITTED:
        message = f"organisation {organisation.public_id} is {organisation.status}"
        raise WrongStatusError(message)
    changes = differences({"status": organisation.status}, {"status": status})
    organisation.status = status
    organisation.status_reason = reason
    organisation.decided_at = now
    log.record(
        session, f"organisation.{status.value}", organisation, actor=actor, now=now, **changes
    )


def _join(
    organisation: Organisation, account: Account, role: MemberRole, now: datetime
) -> Membership:
    membership = Membership(account=account, role=role, created_at=now)
    organisation.memberships.append(membership)
    return membership


def _put(
    organisation: Organisation,
    details: OrganisationDetails,
    rules: Callable[[OrganisationDetails], dict[str, str]],
) -> None:
    details = details.tidied()
    problems = rules(details)
    if problems:
        raise InvalidInputError(problems)
    for item in fields(details):
        setattr(organisation, item.name, getattr(details, item.name))
    organisation.kvk_number = details.kvk_number or None
