"""The one place where what went wrong becomes a response."""

import errno
from collections.abc import Mapping, Sequence

import structlog
from flask import Flask, Response, jsonify, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, InternalServerError, TooManyRequests

from webapp.core import logs
from webapp.core.errors import (
    ConflictError,
    DomainError,
    InvalidInputError,
    NotAllowedError,
    NotFoundError,
    WrongStatusError,
)
from webapp.core.restricting import RestrictedError
from webapp.media.errors import MediaAwayError
from webapp.web import edge
from webapp.web.rate_limits import seconds_to_wait
from webapp.web.typed_texts import typed_texts

logger = structlog.get_logger(__name__)

_STATUS_OF: dict[type[Exception], int] = {
    NotFoundError: 404,
    NotAllowedError: 403,
    ConflictError: 409,
    # More exact than the one below, of which it is one.
    RestrictedError: 423,
    StaleDataError: 409,
    WrongStatusError: 409,
    InvalidInputError: 400,
}
_PAGES = {400, 401, 403, 404, 405, 409, 410, 413, 423, 429, 500, 503}
_RETRY_AFTER_SECONDS = 30


def init_errors(app: Flask) -> None:
    """Register the handlers."""
    app.register_error_handler(HTTPException, _on_http_error)
    app.register_error_handler(CSRFError, _on_lost_session)
    app.register_error_handler(DomainError, _on_domain_error)
    app.register_error_handler(StaleDataError, _on_domain_error)
    app.register_error_handler(OperationalError, _on_database_away)
    app.register_error_handler(MediaAwayError, _on_media_away)
    app.register_error_handler(OSError, _on_disk_fault)
    app.register_error_handler(InternalServerError, _on_fault)


def _on_http_error(error: HTTPException) -> Response:
    if error.response is not None:  # a redirect that routing asks for
        return make_response(error.response)
    code = error.code or 500
    if code == 429 and isinstance(error, TooManyRequests):
        return _answer(429, retry_after=seconds_to_wait() or _RETRY_AFTER_SECONDS)
    return _answer(code)


def _on_lost_session(_error: CSRFError) -> Response:
    """Let who was logged out meanwhile, or whose cookies are gone, keep what they typed."""
    response = _answer(400, typed=typed_texts())
    response.headers["Cache-Control"] = "no-store"
    return response


def _on_domain_error(error: Exception) -> Response:
    status = next(status for kind, status in _STATUS_OF.items() if isinstance(error, kind))
    return _answer(status, problems=error.problems if isinstance(error, InvalidInputError) else {})


def _on_database_away(error: DBAPIError) -> Response:
    logger.error("database_away", kind=type(error.orig).__name__, endpoint=request.endpoint)
    response = _answer(503, retry_after=_RETRY_AFTER_SECONDS, typed=typed_texts())
    response.headers["Cache-Control"] = "no-store"
    return response


def _on_media_away(error: MediaAwayError) -> Response:
    logger.error("media_away", reason=error.reason, endpoint=request.endpoint)
    response = _answer(503, retry_after=_RETRY_AFTER_SECONDS, typed=typed_texts())
    response.headers["Cache-Control"] = "no-store"
    return response


def _on_disk_fault(error: OSError) -> Response:
    """Name a full disk, on which a file that comes in finds no place; any other fault is one."""
    if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
        raise error
    return _on_media_away(MediaAwayError("disk full"))


def _on_fault(error: InternalServerError) -> Response:
    original = error.original_exception or error
    logger.error("fault", endpoint=request.endpoint, **logs.about(original))
    return _answer(500)


def _answer(
    status: int,
    *,
    retry_after: int | None = None,
    problems: Mapping[str, str] | None = None,
    typed: Sequence[str] | None = None,
) -> Response:
    """Answer with a plain page, or a problem (RFC 9457) where a program asks.

    `problems` maps a parameter to what is wrong with it; a program is told. `typed` is what a
    person filled in and we could not take, None after another mistake.
    """
    edge.give_up()
    if request.path.startswith("/api/"):
        title = _TITLES.get(status, "Er ging iets mis.")
        named = [{"parameter": name, "detail": text} for name, text in (problems or {}).items()]
        errors = {"errors": named} if named else {}
        response = jsonify(type="about:blank", status=status, title=title, **errors)
        response.mimetype = "application/problem+json"
    else:
        page = status if status in _PAGES else (400 if status < 500 else 500)
        response = make_response(
            render_template(f"errors/{page}.html", retry_after=retry_after, typed=typed)
        )
    # Whoever waits for the database, the browser's session too, need not wait for this answer.
    edge.close()
    response.status_code = status
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


_TITLES = {
    400: "Dit verzoek is niet goed te begrijpen.",
    403: "Dit mag niet.",
    404: "Dit adres bestaat niet.",
    405: "Dit kan niet op deze manier.",
    409: "Iemand anders heeft dit intussen gewijzigd.",
    410: "Deze site is verhuisd.",
    429: "Er kwamen te veel verzoeken. Wacht even.",
    500: "Er ging iets mis op de server.",
    503: "De site is even niet bereikbaar.",
}
