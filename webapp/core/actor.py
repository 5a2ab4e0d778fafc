"""Who does something, for operations and their logs."""

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """What kind of doer the log names."""

    PERSON = "person"
    SYSTEM = "system"
    RESIDENT = "resident"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Actor:
    """A person or a process that changes something; `account_id` is None for who has no account.

    The log keeps `public_id` and looks the name up when it is shown.
    """

    account_id: int | None
    name: str
    public_id: str | None = None
    kind: ActorKind = ActorKind.PERSON

    def __post_init__(self) -> None:
        if self.account_id is not None and self.public_id is None:
            message = f"account {self.account_id} acts, and its public id is missing"
            raise ValueError(message)


SYSTEM = Actor(account_id=None, name="systeem", kind=ActorKind.SYSTEM)
# Who tries to log in, for one: whose account it is, the log knows; who it was, nobody does.
UNKNOWN = Actor(account_id=None, name="onbekend", kind=ActorKind.UNKNOWN)
