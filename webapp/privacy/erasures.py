"""What was wiped on request, by number, so that it is wiped again when a backup brings it back.

The list is made of the log, so nothing is kept for it. What went because its time was over needs no
list: the worker takes it again.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.audit.models import AuditEvent
from webapp.core.actor import Actor
from webapp.core.ids import is_public_id
from webapp.enquiries import operations as enquiries
from webapp.enquiries.models import Enquiry
from webapp.registrations import operations as registrations
from webapp.registrations.models import Registration, RegistrationStatus

_ACTIONS = {"registration": "registration.withdrawn", "enquiry": "enquiry.erased"}
Item = tuple[str, str]


def listed(session: Session, *, since: datetime | None = None) -> Iterator[str]:
    """Yield a line for each registration and question that was wiped: its kind, id and moment."""
    wiped = select(AuditEvent).where(AuditEvent.action.in_(_ACTIONS.values()))
    if since is not None:
        wiped = wiped.where(AuditEvent.at >= since)
    for event in session.scalars(wiped.order_by(AuditEvent.id)):
        yield f"{event.subject_kind} {event.subject_id} {event.at.isoformat()}"


def read(lines: Iterable[str]) -> Sequence[Item]:
    """Return the kind and the id on each line; raise ValueError for another line."""
    items = []
    for number, line in enumerate(lines, start=1):
        kind, _, rest = line.strip().partition(" ")
        identifier = rest.partition(" ")[0]
        if not line.strip():
            continue
        if kind not in _ACTIONS or not is_public_id(identifier):
            message = f"Line {number} names nothing that can be wiped."
            raise ValueError(message)
        items.append((kind, identifier))
    return items


def erase_again(session: Session, items: Sequence[Item], *, actor: Actor, now: datetime) -> int:
    """Wipe each of these that is there; return how many. Nobody is mailed: they heard of it."""
    return sum(_erase(session, kind, identifier, actor, now) for kind, identifier in set(items))


def _erase(session: Session, kind: str, identifier: str, actor: Actor, now: datetime) -> bool:
    if kind == "enquiry":
        enquiry = session.scalar(select(Enquiry).where(Enquiry.public_id == identifier))
        if enquiry is not None:
            enquiries.erase(session, enquiry, actor=actor, now=now)
        return enquiry is not None
    found = session.scalar(
        select(Registration).where(
            Registration.public_id == identifier,
            Registration.status != RegistrationStatus.WITHDRAWN,
        )
    )
    if found is not None:
        registrations.withdraw(session, found, site=None, actor=actor, now=now)
    return found is not None
