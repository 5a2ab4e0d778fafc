"""Who does something, for operations and their logs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """A person or a process that changes something; `account_id` is None for a process."""

    account_id: int | None
    name: str


SYSTEM = Actor(account_id=None, name="systeem")
