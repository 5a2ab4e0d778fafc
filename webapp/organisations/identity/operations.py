"""Asking for another name or KvK number, and deciding about it.

The municipality where an organisation signed up decides, and no other: it admitted the
organisation, also when that was together with its first workplace, and it alone can. Other
municipalities took its word for who the organisation is, so its word is enough once more. Until
then the old name and number stay in use everywhere.

Each act takes the organisation for the length of its transaction, so that of two who ask or
decide at the same moment the second is told.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.audit.changes import differences
from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, InvalidInputError, WrongStatusError
from webapp.core.i18n import N_
from webapp.core.text_rules import checked_reason
from webapp.organisations import log
from webapp.organisations.details import details_of, problems_of
from webapp.organisations.identity.models import IdentityChange, IdentityChangeStatus
from webapp.organisations.identity.queries import find_waiting
from webapp.organisations.models import Organisation, OrganisationStatus

FIELDS = ("name", "kvk_number")


def can_be_asked(organisation: Organisation) -> bool:
    """Tell whether the name and the number were checked, so that changing them must be asked."""
    return organisation.status is OrganisationStatus.APPROVED


def request(  # noqa: PLR0913 (what every operation takes, and three of its own)
    session: Session,
    organisation: Organisation,
    *,
    name: str,
    kvk_number: str,
    explanation: str,
    actor: Actor,
    now: datetime,
) -> IdentityChange:
    """Ask the municipality for another name or number; until it decides nothing changes.

    Raise InvalidInputError, and WrongStatusError when something was asked for before, or when the
    organisation was not approved.
    """
    _claim(session, organisation)
    if not can_be_asked(organisation) or find_waiting(session, organisation) is not None:
        raise WrongStatusError(organisation.public_id)
    change = IdentityChange(
        organisation=organisation,
        status=IdentityChangeStatus.REQUESTED,
        old_name=organisation.name,
        old_kvk_number=organisation.kvk_number,
        **_checked(organisation, name, kvk_number),
        explanation=_explained(explanation),
        requested_at=now,
        requested_by=actor.name,
    )
    session.add(change)
    session.flush()
    _record(
        session,
        "organisation.identity_requested",
        change,
        actor=actor,
        now=now,
        **_differences(change),
    )
    return change


def withdraw(session: Session, organisation: Organisation, *, actor: Actor, now: datetime) -> None:
    """Keep the old name and number after all; raise WrongStatusError when nothing waits."""
    _claim(session, organisation)
    change = find_waiting(session, organisation)
    if change is None:
        raise WrongStatusError(organisation.public_id)
    _close(change, IdentityChangeStatus.WITHDRAWN, "", actor, now)
    session.flush()
    _record(session, "organisation.identity_withdrawn", change, actor=actor, now=now)


def approve(
    session: Session, change: IdentityChange, *, expected_version: int, actor: Actor, now: datetime
) -> None:
    """Let the organisation be called otherwise from now on.

    Raise ConflictError when the change is not as the moderator saw it, and WrongStatusError when
    it does not wait, or when the organisation is approved no more.
    """
    _claim_change(session, change, expected_version)
    organisation = change.organisation
    if not can_be_asked(organisation):
        raise WrongStatusError(organisation.public_id)
    _close(change, IdentityChangeStatus.APPROVED, "", actor, now)
    organisation.name, organisation.kvk_number = change.name, change.kvk_number
    session.flush()
    _record(
        session,
        "organisation.identity_approved",
        change,
        actor=actor,
        now=now,
        **_differences(change),
    )


def refuse(
    session: Session,
    change: IdentityChange,
    *,
    answer: str,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Keep the old name and number, for a reason that the provider reads.

    Errors as `approve`, and InvalidInputError without a reason.
    """
    _claim_change(session, change, expected_version)
    answer = checked_reason(answer)
    _close(change, IdentityChangeStatus.REFUSED, answer, actor, now)
    session.flush()
    _record(session, "organisation.identity_refused", change, actor=actor, now=now)


def _claim(session: Session, organisation: Organisation) -> None:
    session.refresh(organisation, with_for_update={"of": Organisation})


def _claim_change(session: Session, change: IdentityChange, expected_version: int) -> None:
    _claim(session, change.organisation)
    session.refresh(change)
    if change.version != expected_version:
        message = f"the change of {change.organisation.public_id} was changed meanwhile"
        raise ConflictError(message)


def _close(
    change: IdentityChange, status: IdentityChangeStatus, answer: str, actor: Actor, now: datetime
) -> None:
    """Say what became of a change: nothing else writes where it stands."""
    if not change.is_waiting:
        message = f"a change that is {change.status}"
        raise WrongStatusError(message)
    change.status, change.answer = status, answer
    change.decided_at, change.decided_by = now, actor.name


def _checked(organisation: Organisation, name: str, kvk_number: str) -> dict[str, str | None]:
    """Return what is asked for as it is kept; raise InvalidInputError."""
    now = details_of(organisation)
    wanted = replace(now, name=name, kvk_number=kvk_number).tidied()
    problems = {key: text for key, text in problems_of(wanted).items() if key in FIELDS}
    if wanted.name == now.name and wanted.kvk_number == now.kvk_number:
        problems = {"name": N_("Vul een andere naam in, of een ander KvK-nummer.")}
    if problems:
        raise InvalidInputError(problems)
    return {"name": wanted.name, "kvk_number": wanted.kvk_number or None}


def _explained(explanation: str) -> str:
    try:
        return checked_reason(explanation)
    except InvalidInputError as refusal:
        raise InvalidInputError({"explanation": refusal.problems["reason"]}) from refusal


def _differences(change: IdentityChange) -> dict[str, Any]:
    before: Mapping[str, object] = change.old
    return differences(before, change.new)


def _record(
    session: Session,
    action: str,
    change: IdentityChange,
    *,
    actor: Actor,
    now: datetime,
    **details: Any,  # noqa: ANN401 (whatever JSON can hold)
) -> None:
    """Note it; the words of people stay with the change."""
    log.record(session, action, change.organisation, actor=actor, now=now, **details)
