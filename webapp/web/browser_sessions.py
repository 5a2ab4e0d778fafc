"""Flask's session over rows in the database; the cookie holds only a secret.

Nothing is kept, and no cookie set, for a visitor of whom nothing needs to be remembered.
"""

from typing import Any

from flask import Flask, Request, Response
from flask import request as current_request
from flask import session as current_session
from flask.sessions import SessionInterface, SessionMixin
from sqlalchemy.exc import OperationalError

from webapp.accounts import sessions
from webapp.core import clock
from webapp.core.db import Database
from webapp.core.sealing import BrokenSealError

_ACCOUNT_KEY = "_user_id"


class ServerSession(dict[str, Any], SessionMixin):
    """What is remembered of one browser; `secret` is None while nothing is kept of it yet.

    `failure` is why it could not be read: then nothing is known, and nothing is kept.
    """

    def __init__(
        self, data: dict[str, Any], secret: str | None, failure: OperationalError | None = None
    ) -> None:
        super().__init__(data)
        self.secret = secret
        self.failure = failure
        self.before = dict(data)
        self.is_renewed = False
        self.modified = False

    @property
    def new(self) -> bool:  # type: ignore[override]
        """Whether nothing is kept of it yet."""
        return self.secret is None

    @property
    def account_id(self) -> int | None:
        """The account that is signed in."""
        return int(self[_ACCOUNT_KEY]) if _ACCOUNT_KEY in self else None

    def renew(self) -> None:
        """Give the session another secret when it is kept (somebody signs in)."""
        self.is_renewed = True

    @property
    def must_be_written(self) -> bool:
        """Whether it differs from what is kept."""
        return self.is_renewed or self.modified or dict(self) != self.before


def refuse_unread_session() -> None:
    """Raise what kept the session from being read: nobody is taken for somebody unknown."""
    failure = getattr(current_session, "failure", None)
    if failure:
        raise failure


class DatabaseSessions(SessionInterface):
    """Opens and keeps the sessions."""

    def __init__(self, database: Database, *, secure: bool) -> None:
        self._database = database
        self._cookie = "__Host-sessie" if secure else "sessie"
        self._secure = secure

    def open_session(self, app: Flask, request: Request) -> ServerSession:
        del app
        secret = request.cookies.get(self._cookie)
        if not secret or request.path.startswith("/static/"):
            return ServerSession({}, None)
        try:
            return self._read(secret, request.host)
        except OperationalError as error:
            # Here Flask has no page for an error yet: `refuse_unread_session` raises it.
            return ServerSession({}, None, error)
        except BrokenSealError:
            # Kept under a key that was taken away: whoever it was begins anew.
            return ServerSession({}, None)

    def _read(self, secret: str, host: str) -> ServerSession:
        now = clock.now()
        with self._database.reading() as session:
            row = sessions.find_session(session, secret, host=host, now=now)
            if row is None:
                return ServerSession({}, None)
            data, is_stale = row.data, now - row.seen_at > sessions.TOUCH_EVERY
        opened = ServerSession(data, secret)
        opened.modified = is_stale
        return opened

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if not isinstance(session, ServerSession) or session.failure:
            return
        if session.secret or session:
            response.headers["Cache-Control"] = "no-store"
        if not session.must_be_written or not (session.secret or session):
            return
        try:
            self._write(session, response)
        except OperationalError:
            # The page itself was answered; being forgotten is the smaller harm.
            app.logger.warning("session_not_kept")

    def _write(self, session: ServerSession, response: Response) -> None:
        now = clock.now()
        with self._database.writing() as rows:
            if session.secret and (session.is_renewed or not session):
                sessions.end_session(rows, session.secret)
                session.secret = None
            if not session:
                response.delete_cookie(
                    self._cookie, path="/", secure=self._secure, httponly=True, samesite="Lax"
                )
                return
            if session.secret:
                sessions.keep(
                    rows, session.secret, data=dict(session), account_id=session.account_id, now=now
                )
                return
            session.secret = sessions.open_session(
                rows,
                host=current_request.host,
                data=dict(session),
                account_id=session.account_id,
                now=now,
            )
        response.set_cookie(
            self._cookie,
            session.secret,
            path="/",
            httponly=True,
            secure=self._secure,
            samesite="Lax",
        )
