"""Logging a login that failed: apart from the request, of which a refusal leaves no trace."""

from collections.abc import Callable

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from webapp.accounts import staff_log
from webapp.accounts.mails import tell
from webapp.accounts.queries import get_account
from webapp.core import clock, logs
from webapp.web.edge import db
from webapp.web.ports import ports
from webapp.web.site import current_site
from webapp.web.steady_time import hide_time

_log = structlog.get_logger(__name__)


def note_failure(email: str) -> None:
    """Log it where the account is one of staff; the answer takes as long for any other address."""
    hide_time()
    _apart(lambda session: staff_log.note_failed_login(session, email, now=clock.now()))


def note_wrong_code(account_id: int) -> None:
    """Log, for staff, that the password was right and the code was not."""
    now = clock.now()
    _apart(
        lambda session: staff_log.note_wrong_code(
            session, get_account(session, account_id), now=now
        )
    )


def warn_of_guessing(account_id: int) -> None:
    """Mail somebody that their password is known to whoever guesses codes."""
    site, now = current_site().for_mail, clock.now()
    _apart(
        lambda session: tell(
            session, get_account(session, account_id), "codes_guessed", site=site, now=now
        )
    )


def _apart(write: Callable[[Session], None]) -> None:
    """Save something in a transaction of its own."""
    # SQLite has one writer at a time, and the request began as one.
    db().rollback()
    try:
        with ports().database.writing() as session:
            write(session)
    except SQLAlchemyError as error:
        # Who mistyped a password still reads so when nothing can be saved.
        _log.error("login.not_logged", **logs.about(error))
