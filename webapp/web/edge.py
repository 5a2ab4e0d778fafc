"""The database session of a request, and the one commit at its end."""

from collections.abc import Callable
from typing import TypeVar

from flask import Response, current_app, g, request
from sqlalchemy.orm import Session

from webapp.web.freshness import READING, mark_saved, must_be_exact
from webapp.web.ports import ports

View = TypeVar("View", bound=Callable[..., object])


def writes(view: View) -> View:
    """Mark a view that answers GET and writes all the same: the log of a look at personal data."""
    view.writes = True  # type: ignore[attr-defined]
    return view


def keeps_nothing(view: View) -> View:
    """Mark a view that answers POST and keeps nothing: no row, no session, no cookie.

    There is nothing that another site could make a visitor change, so it asks no CSRF token, which
    would need a session and its cookie.
    """
    view.keeps_nothing = True  # type: ignore[attr-defined]
    return view


def asks_no_token(view: View) -> View:
    """Mark a view that a secret in its own address opens, and that a program may post to.

    Who has not got the secret cannot make anybody send it, so a CSRF token would add nothing.
    """
    view.asks_no_token = True  # type: ignore[attr-defined]
    return view


def db() -> Session:
    """Return the session of this request; it is opened at the first call."""
    if "db" not in g:
        g.db = ports().database.session(writing=_may_write(), exact=must_be_exact())
    session: Session = g.db
    return session


def finish(response: Response) -> None:
    """Commit what an answered request did; a refusal leaves no trace."""
    if "db" not in g:
        return
    if response.status_code < 400 and _may_write():
        g.db.commit()
        mark_saved(response)
    else:
        g.db.rollback()


def give_up() -> None:
    """Undo what the request did so far; the page about the error reads with a session of its own.

    Only reads, so that it can be made when nothing can be saved.
    """
    close()
    g.is_given_up = True


def has_given_up() -> bool:
    """Tell whether something went wrong, so that now the page about that is made."""
    return "is_given_up" in g


def close(_error: BaseException | None = None) -> None:
    """Close the session of the request, if it had one."""
    session: Session | None = g.pop("db", None)
    if session is not None:
        session.close()


def _may_write() -> bool:
    if has_given_up():
        return False
    view = current_app.view_functions.get(request.endpoint or "")
    if request.method not in READING:
        return not getattr(view, "keeps_nothing", False)
    return getattr(view, "writes", False)
