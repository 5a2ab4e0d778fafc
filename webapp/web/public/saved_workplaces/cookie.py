"""The list as a cookie: set by pressing a button, read by the pages of the list alone.

It holds the public id and the title of each workplace, as they can be read in the browser itself.
It is sent to no other page of the site, no script can read it, and it goes by itself
(docs/decisions/0017).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from textwrap import shorten
from urllib.parse import parse_qsl, urlencode

from flask import request
from werkzeug.wrappers import Response

from webapp.core.ids import is_public_id
from webapp.core.text import one_line
from webapp.languages import catalogues
from webapp.web.languages import prefix_of
from webapp.web.ports import ports

PATH = "/bewaarde-werkplekken"
# So many fit in a cookie, whatever letters their titles are written in.
MOST = 12
LASTS = timedelta(days=60)
_LONGEST_TITLE = 40


@dataclass(frozen=True)
class Saved:
    """A workplace in the list, with its title when it was saved: it may be gone since."""

    public_id: str
    title: str


def saved() -> tuple[Saved, ...]:
    """Return the list of this browser, the last one saved first; what is no list is empty."""
    return tuple(_read(request.cookies.get(_name(), "")))[:MOST]


def with_new(public_id: str, title: str) -> tuple[Saved, ...]:
    """Return the list with one more in front."""
    short = shorten(title, _LONGEST_TITLE, placeholder="…")
    return (Saved(public_id, short), *without(public_id))


def without(public_id: str) -> tuple[Saved, ...]:
    """Return the list without one."""
    return tuple(each for each in saved() if each.public_id != public_id)


def keep(response: Response, items: Sequence[Saved]) -> Response:
    """Let the browser keep this list; of an empty one nothing stays behind."""
    value = urlencode([(each.public_id, each.title) for each in items])
    # The page has an address in each language, and the list goes along to each of them.
    for language in catalogues.offered():
        response.set_cookie(
            _name(),
            value,
            max_age=LASTS if items else 0,
            path=f"{prefix_of(language)}{PATH}",
            secure=ports().settings.production,
            httponly=True,
            samesite="Lax",
        )
    response.headers["Cache-Control"] = "no-store"
    return response


def _name() -> str:
    return "__Secure-bewaard" if ports().settings.production else "bewaard"


def _read(text: str) -> Iterator[Saved]:
    known = set()
    for public_id, title in parse_qsl(text):
        if is_public_id(public_id) and public_id not in known:
            known.add(public_id)
            yield Saved(public_id, one_line(title)[:_LONGEST_TITLE])
