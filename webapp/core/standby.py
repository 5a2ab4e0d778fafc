"""Reading from two servers: the primary, and a standby that follows it."""

import time

import structlog
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

_log = structlog.get_logger(__name__)

# How long a server that did not answer is passed over, so that not every reader waits for it.
_PASSED_OVER = 5
_TOLD_EVERY = 60


class LentSession(Session):
    """A session over a connection of its own, which goes back when the session is closed."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, expire_on_commit=False)
        self._lent = connection

    def close(self) -> None:
        super().close()
        self._lent.close()


class Servers:
    """Lends a session for reading on one of the two servers: whichever answers."""

    def __init__(self, primary: Engine, standby: Engine) -> None:
        self._primary = primary
        self._standby = standby
        self._names = {primary: "primary", standby: "standby"}
        self._passed_over_until = {primary: 0.0, standby: 0.0}
        self._told_at = {primary: -float(_TOLD_EVERY), standby: -float(_TOLD_EVERY)}

    def session(self, *, exact: bool) -> Session:
        """Return a session on the primary when it must be `exact`, else on the standby.

        When that one does not answer it is on the other; when neither does the error comes out.
        """
        wanted, other = self._primary, self._standby
        if not exact:
            wanted, other = other, wanted
        if time.monotonic() < self._passed_over_until[wanted]:
            wanted, other = other, wanted
        try:
            return LentSession(wanted.connect())
        except OperationalError as error:
            self._pass_over(wanted, error)
        return LentSession(other.connect())

    def note_saved(self, _session: Session) -> None:
        """Remember that the primary is there: it just saved something."""
        self._passed_over_until[self._primary] = 0.0

    def _pass_over(self, server: Engine, error: OperationalError) -> None:
        now = time.monotonic()
        self._passed_over_until[server] = now + _PASSED_OVER
        if now - self._told_at[server] >= _TOLD_EVERY:
            self._told_at[server] = now
            kind = type(error.orig).__name__
            _log.error("database.passed_over", server=self._names[server], kind=kind)
