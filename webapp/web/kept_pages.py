"""Whole pages for visitors of whom nothing is known, kept until what visitors may see changes.

Whoever is signed in, in the middle of a form or has just saved something gets a page of their own.
"""

import hashlib
import zlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import wraps
from threading import Lock
from typing import Any, TypeVar, cast

from cachetools import TTLCache
from flask import Flask, Response, current_app, make_response, request, session

from webapp.core import clock, public_stamp
from webapp.web import counting
from webapp.web.edge import db
from webapp.web.freshness import must_be_exact
from webapp.web.ports import ports
from webapp.web.site import stamp_of_request

View = TypeVar("View", bound=Callable[..., Any])
# How much of pages a process keeps, in bytes as kept: some 1 500 pages of results.
_ROOM = 16_000_000
# What a page takes beside its body: its address, its headers and its place in the store.
_BESIDE = 3_000
_LONGEST_ADDRESS = 1_000
# In seconds: a page may say how long ago something was.
_LONGEST = 300
_NAME = "kept_pages"
_OF_ITS_OWN = frozenset({"Content-Length", "Set-Cookie"})


@dataclass(frozen=True)
class _Page:
    """What was answered: the body is packed, which makes it a sixth.

    `seen` is what of it is counted each time, as if the view had answered.
    """

    body: bytes
    headers: tuple[tuple[str, str], ...]
    etag: str
    seen: counting.Seen | None

    def answer(self) -> Response:
        counting.note_seen_before(self.seen)
        return self.named(Response(zlib.decompress(self.body), headers=list(self.headers)))

    def named(self, response: Response) -> Response:
        """Return a response with this page, or the word that the browser has it already."""
        response.set_etag(self.etag)
        response.headers["Cache-Control"] = "no-cache"
        return cast("Response", response.make_conditional(request))


class KeptPages:
    """The pages that one process keeps; the oldest go when there is no room."""

    def __init__(self) -> None:
        self._pages: TTLCache[Hashable, _Page] = TTLCache(
            _ROOM, ttl=_LONGEST, getsizeof=lambda page: len(page.body) + _BESIDE
        )
        self._guard = Lock()

    def find(self, key: Hashable) -> _Page | None:
        """Return the page under `key`."""
        with self._guard:
            return self._pages.get(key)

    def keep(self, key: Hashable, response: Response) -> _Page:
        """Keep what was answered under `key`."""
        body = response.get_data()
        headers = tuple(each for each in response.headers if each[0] not in _OF_ITS_OWN)
        etag = hashlib.sha256(body).hexdigest()[:20]
        page = _Page(zlib.compress(body, 1), headers, etag, counting.seen())
        with self._guard:
            self._pages[key] = page
        return page


def init_kept_pages(app: Flask) -> None:
    """Give the application room for pages."""
    app.extensions[_NAME] = KeptPages()


def kept_page(differs_by: Callable[[], Hashable] = lambda: None) -> Callable[[View], View]:
    """Keep what a view answers, by its whole address and by what else it `differs_by`.

    What the view shows must come from the database, the index and the date alone.
    """

    def keep(view: View) -> View:
        @wraps(view)
        def answered(*arguments: object, **named: object) -> object:
            if must_be_exact() or _is_long():
                return view(*arguments, **named)
            stamp = _stamp_of_view()
            response = make_response(view(*arguments, **named))
            if response.status_code != 200 or session or stamp is None:
                return response
            return _kept().keep(_key(stamp, differs_by), response).named(response)

        answered.differs_by = differs_by  # type: ignore[attr-defined]
        return cast("View", answered)

    return keep


def answer_with_kept_page() -> Response | None:
    """Answer with a page that is kept, if there is one.

    It costs so little that it is not counted as a search, and nothing else of the request matters.
    """
    view = current_app.view_functions.get(request.endpoint or "")
    differs_by = getattr(view, "differs_by", None)
    if differs_by is None or must_be_exact():
        return None
    page = _kept().find(_key(stamp_of_request(), differs_by))
    return page.answer() if page else None


def _is_long() -> bool:
    """Tell whether what a page is kept under would take more room than the page."""
    return len(request.url) + len(request.referrer or "") > _LONGEST_ADDRESS


def _kept() -> KeptPages:
    kept: KeptPages = current_app.extensions[_NAME]
    return kept


def _key(stamp: int | None, differs_by: Callable[[], Hashable]) -> Hashable:
    return stamp, request.url, clock.today(), differs_by()


def _stamp_of_view() -> int | None:
    """Return the number that is true of what the view will read.

    Of two servers the view may get the other one, which may know of fewer changes.
    """
    return public_stamp.current(db()) if ports().database.replica else stamp_of_request()
