"""Exceptions to the location rule, granted as a moderator does."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.workplaces.exceptions import operations
from webapp.workplaces.exceptions.models import LocationException
from webapp.workplaces.exceptions.operations import ExceptionDraft
from webapp.workplaces.models import Workplace

MODERATOR = Actor(account_id=None, name="Mo Moderator")
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
APELDOORN = {"postcode": "7311 AB", "place": "Apeldoorn", "municipality_code": "GM0200"}


def draft(**values: Any) -> ExceptionDraft:
    """Return a draft that can be granted today, with other `values` where given."""
    known: dict[str, Any] = {
        "reason": "Nergens anders kun je dit leren.",
        "transport_promised": True,
        "valid_from": TODAY,
    }
    return ExceptionDraft(**(known | values))


def make_exception(
    session: Session,
    workplace: Workplace,
    municipality_code: str = "GM0226",
    *,
    now: datetime = NOW,
    **values: Any,
) -> LocationException:
    """Let a municipality (Duiven) allow a workplace."""
    return operations.grant(
        session,
        workplace.latest_version,
        municipality_code,
        draft(**values),
        actor=MODERATOR,
        now=now,
    )
