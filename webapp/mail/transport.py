"""How mail leaves the house: what each transport promises."""

from typing import Protocol

from webapp.mail.models import OutgoingMail


class TransportError(Exception):
    """A mail did not leave; `reason` holds no personal data and no address."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TemporaryTransportError(TransportError):
    """A later attempt may succeed: the server is away, busy, or not yet set up well."""


class PermanentTransportError(TransportError):
    """No attempt will succeed: the server refuses this mail or this address for good."""


class Transport(Protocol):
    """Sends one mail, or raises a TransportError."""

    def send(self, mail: OutgoingMail) -> None: ...
