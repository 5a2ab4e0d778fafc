"""What a person can have done with what is kept: put beyond use, brought back, and wiped."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from webapp.audit.operations import record
from webapp.core.actor import Actor
from webapp.core.restricting import RestrictionGround, check_unrestricted
from webapp.enquiries import operations as enquiries
from webapp.enquiries.disclosure import disclosure_of as disclosure_of_enquiry
from webapp.enquiries.models import Enquiry
from webapp.mail import outbox
from webapp.mail.site import MailSite
from webapp.registrations import operations as registrations
from webapp.registrations.disclosure import disclosure_of as disclosure_of_registration
from webapp.registrations.models import Registration, RegistrationStatus

Kept = Registration | Enquiry


class LiftReason(StrEnum):
    """Why what was restricted may be used again."""

    SETTLED = "settled"
    WITHDRAWN = "withdrawn"
    OVERRULED = "overruled"


def look(session: Session, kept: Kept, *, purpose: str, actor: Actor, now: datetime) -> None:
    """Log that somebody looks at what is kept, and what for."""
    if isinstance(kept, Registration):
        registrations.look(session, kept, purpose=purpose, actor=actor, now=now)
    else:
        _note(session, kept, "enquiry.looked_at", actor, now, purpose=purpose)


def disclose(session: Session, kept: Kept, *, actor: Actor, now: datetime) -> dict[str, Any]:
    """Return all that is kept, as plain values with who took it out and when; that is logged."""
    if isinstance(kept, Registration):
        _note(session, kept, "registration.exported", actor, now)
        return disclosure_of_registration(kept, actor=actor, now=now)
    _note(session, kept, "enquiry.exported", actor, now)
    return disclosure_of_enquiry(kept, actor=actor, now=now)


def restrict(
    session: Session, kept: Kept, ground: RestrictionGround, *, actor: Actor, now: datetime
) -> None:
    """Put it beyond use: mails about it that wait are not sent any more.

    Raise RestrictedError when it was done before.
    """
    session.refresh(kept, with_for_update={"of": type(kept)})
    kept.restrict(ground, now=now)
    outbox.forget(session, [kept.public_id])
    is_registration = isinstance(kept, Registration)
    action = "registration.restricted" if is_registration else "enquiry.restricted"
    _note(session, kept, action, actor, now, ground=ground.value)
    session.flush()


def lift(session: Session, kept: Kept, reason: LiftReason, *, actor: Actor, now: datetime) -> None:
    """Let it be used again; its term goes on as if nothing had been.

    Raise WrongStatusError when it could be used.
    """
    session.refresh(kept, with_for_update={"of": type(kept)})
    kept.lift_restriction()
    is_registration = isinstance(kept, Registration)
    action = "registration.restriction_lifted" if is_registration else "enquiry.restriction_lifted"
    _note(session, kept, action, actor, now, reason=reason.value)
    session.flush()


def erase(session: Session, kept: Kept, *, site: MailSite, actor: Actor, now: datetime) -> None:
    """Wipe what is personal; of a registration the reference, the status and the dates stay.

    Raise RestrictedError as long as it is restricted: who asked for that may need it. Raise
    WrongStatusError when it was wiped before.
    """
    check_unrestricted(kept)
    if isinstance(kept, Registration):
        registrations.withdraw(session, kept, site=site, actor=actor, now=now)
    else:
        enquiries.erase(session, kept, actor=actor, now=now)


def can_be_erased(kept: Kept) -> bool:
    """Tell whether there is something personal left that may be wiped."""
    is_wiped = kept.status is RegistrationStatus.WITHDRAWN
    return not kept.is_restricted and not is_wiped


def _note(
    session: Session,
    kept: Kept,
    action: str,
    actor: Actor,
    now: datetime,
    **details: str,
) -> None:
    """Write in the log who did what: nothing personal in `details`."""
    kind = "registration" if isinstance(kept, Registration) else "enquiry"
    record(
        session,
        action,
        subject=(kind, kept.public_id),
        actor=actor,
        now=now,
        municipality_code=kept.municipality_code,
        **details,
    )
