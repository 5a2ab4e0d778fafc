"""All that is kept of who asked a question, to be given to them (AVG article 15)."""

from datetime import datetime
from typing import Any

from webapp.core.actor import Actor
from webapp.enquiries.models import Enquiry


def disclosure_of(enquiry: Enquiry, *, actor: Actor, now: datetime) -> dict[str, Any]:
    """Return what is kept, as plain values for JSON, with who took it out and when."""
    return {
        "reference": enquiry.reference,
        "municipality": enquiry.municipality_code,
        "disclosed": {"by": actor.name, "at": now.isoformat()},
        "asker": {"name": enquiry.asker_name, "email": enquiry.asker_email},
        "is_by_consultant": enquiry.is_by_consultant,
        "workplace": enquiry.workplace.public_id,
        "status": enquiry.status.value,
        "restricted": enquiry.restriction,
        "turns": [
            {
                "at": turn.at.isoformat(),
                "side": turn.side.value,
                "by": turn.author_name,
                "text": turn.text,
            }
            for turn in enquiry.turns
        ],
        "reminders": enquiry.reminders,
        "opened_at": enquiry.opened_at.isoformat(),
        "created_at": enquiry.created_at.isoformat(),
        "changed_at": enquiry.changed_at.isoformat(),
    }
