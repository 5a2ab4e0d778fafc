"""What a municipality does with an exception to the location rule: grant, change and end it.

Each is in the log; none is ever removed, so what was allowed can be read back.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from webapp.audit.operations import record
from webapp.core.actor import Actor
from webapp.core.clock import day_of
from webapp.core.errors import ConflictError, WrongStatusError, refuse
from webapp.core.i18n import N_
from webapp.core.text_rules import checked_reason, length_problem
from webapp.municipalities.operations import claim
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.exceptions.models import LocationException, Phase
from webapp.workplaces.exceptions.queries import find_open, get_exception
from webapp.workplaces.models import WorkplaceVersion

# Visitors read these texts.
LONGEST_TEXT = 500
_YEARS = range(2015, 2100)


class ExceptionExistsError(ConflictError):
    """The municipality has an exception for this workplace already: change or end that one."""


@dataclass(frozen=True)
class ExceptionDraft:
    """What a moderator filled in; the first and the last day (None: no last day) are included.

    `transport_promised`: the provider arranges and pays transport; `transport` tells more of it.
    """

    reason: str
    transport_promised: bool
    valid_from: date
    valid_to: date | None = None
    transport: str = ""


def grant(
    session: Session,
    version: WorkplaceVersion,
    municipality_code: str,
    draft: ExceptionDraft,
    *,
    actor: Actor,
    now: datetime,
) -> LocationException:
    """Allow a workplace from elsewhere, of which the moderator read `version`.

    Raise InvalidInputError for what cannot be, and ExceptionExistsError when there is an
    exception for this workplace that holds or will hold.
    """
    claim(session, municipality_code)
    refuse(problems_of(draft, day_of(now)))
    if find_open(session, version.workplace, municipality_code, day_of(now)) is not None:
        raise ExceptionExistsError(version.workplace.public_id)
    exception = LocationException(
        workplace=version.workplace,
        municipality_code=municipality_code,
        address=address_in_words(version.content),
        granted_at=now,
        granted_by=actor.name,
        **_values_of(draft),
    )
    session.add(exception)
    session.flush()
    _log(session, "exception.granted", exception, actor, now)
    return exception


def change(  # noqa: PLR0913 (what every operation takes, and what was read)
    session: Session,
    municipality_code: str,
    public_id: str,
    draft: ExceptionDraft,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> LocationException:
    """Change an exception that is not over, and return it.

    Raise NotFoundError, InvalidInputError, ConflictError when somebody else changed it since
    `expected_version` was read, and WrongStatusError when it is over.
    """
    exception = _claimed(session, municipality_code, public_id, now)
    if exception.version != expected_version:
        raise ConflictError(public_id)
    refuse(problems_of(draft, day_of(now)))
    for name, value in _values_of(draft).items():
        setattr(exception, name, value)
    session.flush()
    _log(session, "exception.changed", exception, actor, now)
    return exception


def end(
    session: Session,
    municipality_code: str,
    public_id: str,
    *,
    reason: str,
    actor: Actor,
    now: datetime,
) -> LocationException:
    """Let an exception hold no more from this moment, and return it.

    Raise NotFoundError, InvalidInputError without a reason, WrongStatusError when it is over.
    """
    exception = _claimed(session, municipality_code, public_id, now)
    exception.end_reason = checked_reason(reason)
    exception.ended_at = now
    exception.ended_by = actor.name
    session.flush()
    _log(session, "exception.ended", exception, actor, now)
    return exception


def problems_of(draft: ExceptionDraft, today: date) -> dict[str, str]:
    """Return what must be mended: name of the field to a sentence."""
    problems = _problems_of_days(draft, today)
    if not draft.reason.strip():
        problems["reason"] = N_("Schrijf in een paar woorden op waarom.")
    if not draft.transport_promised:
        problems["transport_promised"] = N_(
            "Zet hier een vinkje. Zonder die afspraak kan er geen uitzondering zijn."
        )
    for name in ("reason", "transport"):
        problem = length_problem(getattr(draft, name).strip(), LONGEST_TEXT)
        if problem:
            problems[name] = problem
    return problems


def address_in_words(content: WorkplaceContent) -> str:
    """Return the delivery address on one line."""
    street = f"{content.street} {content.house_number}".strip()
    place = f"{content.postcode} {content.place}".strip()
    return ", ".join(part for part in (street, place) if part)


def _problems_of_days(draft: ExceptionDraft, today: date) -> dict[str, str]:
    first, last, problems = draft.valid_from, draft.valid_to, {}
    if first.year not in _YEARS:
        problems["valid_from"] = N_("Vul een dag in vanaf 2015, zoals 1-1-2027.")
    if last is not None and last < first:
        problems["valid_to"] = N_("Kies een laatste dag die niet vóór de eerste dag ligt.")
    elif last is not None and (last < today or last.year not in _YEARS):
        problems["valid_to"] = N_("Vul een dag in vanaf vandaag, zoals 31-12-2027.")
    return problems


def _values_of(draft: ExceptionDraft) -> dict[str, object]:
    return {
        "reason": draft.reason.strip(),
        "transport": draft.transport.strip(),
        "valid_from": draft.valid_from,
        "valid_to": draft.valid_to,
    }


def _claimed(
    session: Session, municipality_code: str, public_id: str, now: datetime
) -> LocationException:
    """Return an exception that is not over, kept from others until the commit."""
    claim(session, municipality_code)
    exception = get_exception(session, municipality_code, public_id)
    if exception.phase(day_of(now)) is Phase.OVER:
        raise WrongStatusError(public_id)
    return exception


def _log(
    session: Session, action: str, exception: LocationException, actor: Actor, now: datetime
) -> None:
    """Note what was done; the texts too, because a change puts others in their place."""
    last = exception.valid_to
    record(
        session,
        action,
        subject=("location_exception", exception.public_id),
        actor=actor,
        now=now,
        municipality_code=exception.municipality_code,
        workplace=exception.workplace.public_id,
        reason=exception.end_reason or exception.reason,
        transport=exception.transport,
        valid_from=exception.valid_from.isoformat(),
        valid_to=last.isoformat() if last else "",
    )
