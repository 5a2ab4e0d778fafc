"""Logging a login that failed: apart from the request, of which a refusal leaves no trace."""

import structlog
from sqlalchemy.exc import SQLAlchemyError

from webapp.accounts.staff_log import note_failed_login
from webapp.core import clock, logs
from webapp.web.edge import db
from webapp.web.ports import ports
from webapp.web.steady_time import hide_time

_log = structlog.get_logger(__name__)


def note_failure(email: str) -> None:
    """Log it where the account is one of staff; the answer takes as long for any other address."""
    hide_time()
    # SQLite has one writer at a time, and the request began as one.
    db().rollback()
    try:
        with ports().database.writing() as session:
            note_failed_login(session, email, now=clock.now())
    except SQLAlchemyError as error:
        # Who mistyped a password still reads so when nothing can be saved.
        _log.error("login.not_logged", **logs.about(error))
