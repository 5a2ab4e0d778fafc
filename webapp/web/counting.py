"""Counting which workplaces a visitor sees: in memory, without a cookie, a query or an address.

Nobody who is signed in is counted, nor a program that says what it is.
"""

from collections.abc import Iterable
from typing import cast

from flask import Flask, Response, current_app, g, request, session

from webapp.statistics.models import CountKind
from webapp.statistics.tally import Tally
from webapp.web.ports import Ports

# What a page shows: what to count, and the public ids of the workplaces.
Seen = tuple[CountKind, tuple[str, ...]]
_NAME = "tally"
# Parts of the names by which programs make themselves known.
_ROBOTS = (
    *("bot", "crawl", "spider", "slurp", "archiver", "preview", "monitor", "scan", "fetch"),
    *("curl", "wget", "python", "java/", "go-http", "okhttp", "libwww", "httpclient", "headless"),
    *("lighthouse", "facebookexternalhit", "embedly", "pingdom", "uptime"),
)


def init_counting(app: Flask) -> None:
    """Give the application a tally, and let it count what was answered."""
    ports = cast("Ports", app.extensions["webapp"])
    app.extensions[_NAME] = Tally(ports.database)
    app.after_request(_count)


def note_seen(kind: CountKind, public_ids: Iterable[str]) -> None:
    """Note which workplaces the page of this request shows."""
    g.seen = kind, tuple(public_ids)


def note_seen_before(seen: Seen | None) -> None:
    """Note the same of a page that was kept."""
    g.seen = seen


def seen() -> Seen | None:
    """Return what was noted of the page of this request."""
    noted: Seen | None = g.get("seen")
    return noted


def _count(response: Response) -> Response:
    noted = seen()
    if noted is not None and response.status_code in {200, 304} and _is_visitor():
        tally: Tally = current_app.extensions[_NAME]
        tally.count(*noted)
    return response


def _is_visitor() -> bool:
    """Tell whether a person asks of whom nothing is known."""
    name = (request.user_agent.string or "bot").lower()
    return (
        request.method == "GET"
        and session.account_id is None  # type: ignore[attr-defined]
        and "prefetch" not in request.headers.get("Sec-Purpose", "")
        and not any(part in name for part in _ROBOTS)
    )
