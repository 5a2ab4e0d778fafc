"""All that is kept of a resident under a registration, to be given to them (AVG article 15)."""

from datetime import datetime
from typing import Any

from webapp.core.actor import Actor
from webapp.registrations.models import (
    ContactAttempt,
    Registration,
    RegistrationChange,
    RegistrationMessage,
)


def disclosure_of(registration: Registration, *, actor: Actor, now: datetime) -> dict[str, Any]:
    """Return what is kept, as plain values for JSON, with who took it out and when.

    Nobody else's name is in it but of the staff that followed the registration up, and of who
    filled it in, and with whom they agreed on it. The look itself is for the caller to log.
    """
    follow_up, contact = registration.follow_up, registration.contact
    return {
        "reference": registration.reference,
        "municipality": registration.municipality_code,
        "disclosed": {"by": actor.name, "at": now.isoformat()},
        "contact": {
            "name": contact.name,
            "email": contact.email,
            "phone": contact.phone,
            "residence": contact.residence,
        },
        "filled_in_by": registration.filled_in_by.value,
        "language": registration.language,
        "helper_name": registration.helper_name,
        "agreed_with": registration.agreed_with,
        "sectors": list(registration.sectors),
        "wishes": registration.wishes,
        "day_parts": list(registration.day_parts),
        "needs": list(registration.needs),
        "needs_notes": registration.needs_notes,
        "workplace": registration.workplace.public_id if registration.workplace else None,
        "status": registration.status.value,
        "restricted": registration.restriction,
        "stop_reason": follow_up.stop_reason.value if follow_up.stop_reason else None,
        "followed_by": follow_up.assignee.name if follow_up.assignee else None,
        "intake": {
            "at": follow_up.intake_at.isoformat() if follow_up.intake_at else None,
            "place": follow_up.intake_place,
        },
        "contact_attempts": [_attempt(each) for each in registration.attempts],
        "messages": [_message(each) for each in registration.messages],
        "steps": [_step(each) for each in registration.changes],
        "created_at": registration.created_at.isoformat(),
        "changed_at": registration.changed_at.isoformat(),
    }


def _attempt(attempt: ContactAttempt) -> dict[str, str]:
    return {
        "at": attempt.at.isoformat(),
        "by": attempt.actor_name,
        "channel": attempt.channel.value,
        "outcome": attempt.outcome.value,
        "note": attempt.note,
    }


def _message(message: RegistrationMessage) -> dict[str, str | None]:
    return {
        "created_at": message.created_at.isoformat(),
        "side": message.side.value,
        "by": message.author_name or None,
        "text": message.text,
        "read_at": message.read_at.isoformat() if message.read_at else None,
    }


def _step(change: RegistrationChange) -> dict[str, str]:
    return {
        "at": change.at.isoformat(),
        "by": change.actor_name,
        "from": change.from_status.value,
        "to": change.to_status.value,
    }
