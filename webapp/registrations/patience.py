"""How long a registration may wait before somebody should look: two settings of a municipality."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_

from webapp.core import clock
from webapp.core.working_days import working_days_before
from webapp.municipalities.settings import MunicipalitySettings
from webapp.registrations.models import (
    OPEN,
    Registration,
    RegistrationMessage,
    RegistrationStatus,
    Side,
)

# In a trajectory the work goes on by itself: its deadlines are others.
_QUIET = tuple(status for status in OPEN if status is not RegistrationStatus.TRAJECTORY)


@dataclass(frozen=True)
class Patience:
    """Since when what is new, and what is under way, waits too long."""

    new_before: datetime
    quiet_before: datetime

    @classmethod
    def of(cls, settings: MunicipalitySettings, now: datetime) -> "Patience":
        """Return what a municipality's settings come down to at a moment."""
        day = working_days_before(clock.day_of(now), settings.registration_answer_days)
        first = datetime.combine(day, datetime.min.time(), clock.AMSTERDAM) + timedelta(days=1)
        return cls(first, now - timedelta(weeks=settings.registration_quiet_weeks))

    def is_over(self, registration: Registration) -> bool:
        """Tell whether a registration waits too long.

        It does when it is new and nobody sought contact, with a message that nobody dealt with,
        or with nothing done to it for long.
        """
        if registration.status in OPEN and any(
            each.is_news and each.created_at < self.new_before for each in registration.messages
        ):
            return True
        if (
            registration.status is RegistrationStatus.NEW
            and registration.created_at < self.new_before
        ):
            return not registration.attempts and not _was_written_to(registration)
        return registration.status in _QUIET and registration.changed_at < self.quiet_before

    @property
    def clause(self) -> ColumnElement[bool]:
        """The same, to choose registrations by."""
        return or_(
            and_(
                Registration.status == RegistrationStatus.NEW,
                Registration.created_at < self.new_before,
                ~Registration.attempts.any(),
                ~Registration.messages.any(RegistrationMessage.side == Side.MUNICIPALITY),
            ),
            and_(
                Registration.status.in_(OPEN),
                Registration.messages.any(
                    is_news() & (RegistrationMessage.created_at < self.new_before)
                ),
            ),
            and_(Registration.status.in_(_QUIET), Registration.changed_at < self.quiet_before),
        )


def is_news() -> ColumnElement[bool]:
    """Return the condition that a resident wrote a message, and nobody dealt with it."""
    return and_(RegistrationMessage.side == Side.RESIDENT, RegistrationMessage.read_at.is_(None))


def _was_written_to(registration: Registration) -> bool:
    return any(each.side is Side.MUNICIPALITY for each in registration.messages)
