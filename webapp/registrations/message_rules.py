"""What a message must be, how many there may be, and when none can be added any more."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from webapp.core.clock import day_of
from webapp.core.errors import InvalidInputError, WrongStatusError
from webapp.core.i18n import N_
from webapp.core.restricting import check_unrestricted
from webapp.registrations.models import OPEN, Registration, RegistrationMessage, Side

TEXT_MAX_LENGTH = 1000
# So many a resident may write, in a day and in all: enough to tell something, too few to pester.
MOST_IN_A_DAY = 5
MOST_IN_ALL = 40


class Closed(StrEnum):
    """Why a resident cannot add anything."""

    RESTRICTED = "restricted"
    FINISHED = "finished"
    ENOUGH_TODAY = "enough_today"
    ENOUGH = "enough"


def checked(text: str) -> str:
    """Return the text of a message without space around it, or raise InvalidInputError for it."""
    text = text.strip()
    if not text:
        raise InvalidInputError({"text": N_("Schrijf eerst je bericht.")})
    if len(text) > TEXT_MAX_LENGTH:
        raise InvalidInputError({"text": N_("Maak je bericht korter: hooguit 1000 tekens.")})
    return text


def why_closed(registration: Registration, *, now: datetime) -> Closed | None:
    """Return why the resident cannot add a message now, or None."""
    if registration.is_restricted:
        return Closed.RESTRICTED
    if registration.status not in OPEN:
        return Closed.FINISHED
    written = _written_by_resident(registration)
    if len(written) >= MOST_IN_ALL:
        return Closed.ENOUGH
    today = [each for each in written if day_of(each.created_at) == day_of(now)]
    return Closed.ENOUGH_TODAY if len(today) >= MOST_IN_A_DAY else None


def can_be_answered(registration: Registration) -> bool:
    """Tell whether the municipality can write something."""
    return registration.status in OPEN and not registration.is_restricted


def check_can_be_answered(registration: Registration) -> None:
    """Raise RestrictedError when it may not be used, and WrongStatusError when it is over."""
    check_unrestricted(registration)
    if registration.status not in OPEN:
        raise WrongStatusError(registration.public_id)


def _written_by_resident(registration: Registration) -> Sequence[RegistrationMessage]:
    return [each for each in registration.messages if each.side is Side.RESIDENT]
