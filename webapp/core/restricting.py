"""What may be kept and not used: a person may ask for that (AVG article 18)."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Mapped

from webapp.core.enums import enum_column
from webapp.core.errors import WrongStatusError


class RestrictionGround(StrEnum):
    """Why it may not be used: the four grounds of AVG article 18, paragraph 1."""

    ACCURACY = "accuracy"
    UNLAWFUL = "unlawful"
    CLAIM = "claim"
    OBJECTION = "objection"


class RestrictedError(WrongStatusError):
    """Something may be kept and looked at, and not used or changed, until that is lifted."""


class Restrictable:
    """A row that may be put beyond use.

    Staff still sees it. Nobody changes it, no mail goes out about it, and its retention term does
    not end it: who asks for this may need it as evidence, so it goes when that is over.
    """

    restricted_at: Mapped[datetime | None]
    restricted_for: Mapped[RestrictionGround | None] = enum_column(RestrictionGround)

    @property
    def is_restricted(self) -> bool:
        """Whether it may not be used."""
        return self.restricted_at is not None

    @property
    def restriction(self) -> dict[str, str] | None:
        """Since when and why it may not be used, as plain values for JSON."""
        if self.restricted_at is None or self.restricted_for is None:
            return None
        return {"at": self.restricted_at.isoformat(), "for": self.restricted_for.value}

    def restrict(self, ground: RestrictionGround, *, now: datetime) -> None:
        """Put it beyond use; raise WrongStatusError when it is already."""
        check_unrestricted(self)
        self.restricted_at, self.restricted_for = now, ground

    def lift_restriction(self) -> None:
        """Let it be used again; raise WrongStatusError when it could be."""
        if not self.is_restricted:
            raise WrongStatusError
        self.restricted_at = self.restricted_for = None


def check_unrestricted(subject: Restrictable) -> None:
    """Raise RestrictedError when `subject` may not be used."""
    if subject.is_restricted:
        raise RestrictedError
