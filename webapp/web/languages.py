"""In which language a page is: the first part of its address says so, as in /en/inwoners.

Residents can read their whole way in each language that is complete; the rest of the site is in
Dutch, and a link to it leads there. See docs/decisions/0021.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from flask import Flask, abort, has_request_context, redirect, request
from flask_babel import Babel
from werkzeug.wrappers import Response

from webapp.languages import catalogues
from webapp.languages.catalogues import DUTCH, Language

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_CHOSEN = "webapp.language"
# What a resident meets on the way from the front page to a registration that is followed.
_JOURNEY = frozenset(
    f"public.{name}"
    for name in (
        "home", "residents", "search", "search_map", "workplaces_compare", "workplace",
        "faq", "ladder",
        "contact", "privacy", "cookies",
    )
)  # fmt: skip
_JOURNEY_BEGINS_WITH = ("public.resident_", "public.saved_")


@dataclass(frozen=True)
class Choice:
    """A language to choose on a page: the address of the same page in it."""

    language: Language
    url: str
    current: bool


class LanguagePrefix:
    """Takes the language from the front of the path, as if the site began behind it.

    All addresses that the application makes then keep the language by themselves.
    """

    def __init__(self, application: "WSGIApplication") -> None:
        self._application = application

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Serve one request."""
        first, _, rest = environ.get("PATH_INFO", "").removeprefix("/").partition("/")
        language = catalogues.find(first)
        if not language.is_source:
            environ["SCRIPT_NAME"] = f"{environ.get('SCRIPT_NAME', '')}/{language.code}"
            environ["PATH_INFO"] = f"/{rest}"
            environ[_CHOSEN] = language
        return self._application(environ, start_response)


def init_languages(app: Flask) -> None:
    """Let addresses begin with a language, and pages offer the others."""
    Babel(app, locale_selector=language_code)
    app.wsgi_app = LanguagePrefix(app.wsgi_app)  # type: ignore[method-assign]
    app.before_request(_stay_on_the_journey)


def page_language() -> Language:
    """Return the language of this request."""
    if not has_request_context():
        return DUTCH
    language: Language = request.environ.get(_CHOSEN, DUTCH)
    return language


def language_code() -> str:
    """Return the code of the language of this request, as 'nl'."""
    return page_language().code


def choices() -> list[Choice]:
    """Return the languages in which the page at hand can be read; none where it is Dutch only."""
    if not is_on_journey(request.endpoint) or len(catalogues.offered()) == 1:
        return []
    return [
        Choice(language, _address_in(language), language == page_language())
        for language in catalogues.offered()
    ]


def is_on_journey(endpoint: str | None) -> bool:
    """Tell whether a page is on the way of a resident, and so can be read in each language."""
    return endpoint is not None and (
        endpoint in _JOURNEY or endpoint.startswith(_JOURNEY_BEGINS_WITH)
    )


def in_own_language(endpoint: str, url: str) -> str:
    """Return an address that the application made, without the language where a page has none."""
    language = page_language()
    if language.is_source or is_on_journey(endpoint):
        return url
    return url.replace(f"/{language.code}/", "/", 1)


def prefix_of(language: Language) -> str:
    """Return how the addresses of pages in a language begin: '/en', or nothing for Dutch."""
    return "" if language.is_source else f"/{language.code}"


def _address_in(language: Language) -> str:
    """Return the address of the page at hand in a language; after a form, that of its question."""
    can_be_read = "GET" in (request.url_rule.methods or ()) if request.url_rule else False
    path = request.path if can_be_read or request.method == "GET" else "/"
    outside = request.root_path.removesuffix(f"/{page_language().code}")
    query = f"?{request.query_string.decode()}" if request.query_string else ""
    return f"{outside}{prefix_of(language)}{quote(path)}{query}"


def _stay_on_the_journey() -> Response | None:
    """Send who asks for a page that is in Dutch only on to it."""
    if page_language().is_source or request.endpoint is None or is_on_journey(request.endpoint):
        return None
    if request.method not in {"GET", "HEAD"}:
        abort(404)
    return redirect(_address_in(DUTCH))
