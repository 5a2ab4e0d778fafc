"""Documents and queries for tests of the search engines."""

from typing import Any

from webapp.search.analysis.tokens import name_tokens, query_words, text_tokens
from webapp.search.document import Facts, SearchDocument, TextField, title_key
from webapp.search.engine import EngineQuery
from webapp.search.facets import Facet
from webapp.search.scope import Scope

DUIVEN, ZEVENAAR, ARNHEM = "GM0226", "GM0299", "GM0202"
EVERYWHERE = Scope(
    own=DUIVEN,
    codes=frozenset({DUIVEN, ZEVENAAR, ARNHEM}),
    adjacent=frozenset({ZEVENAAR, ARNHEM}),
)


def make_document(
    workplace_id: int,
    title: str = "Meewerken",
    *,
    texts: dict[TextField, str] | None = None,
    names: tuple[str, ...] = (),
    facets: dict[Facet, tuple[str, ...]] | None = None,
    **facts: Any,
) -> SearchDocument:
    """Return the document of a workplace in Duiven, with other `facts` where given."""
    known: dict[str, Any] = {
        "organisation_id": workplace_id,
        "municipality_code": DUIVEN,
        "place_key": None,
        "latitude": None,
        "longitude": None,
        "serves": (),
        "facets": tuple((facets or {}).get(facet, ()) for facet in Facet),
        "published_at": 0.0,
        "title_key": title_key(title),
        "title": title,
    }
    tokens = {field: text_tokens(text) for field, text in (texts or {}).items()}
    tokens[TextField.TITLE] = text_tokens(title)
    if names:
        tokens[TextField.ORGANISATION] = name_tokens(names)
    return SearchDocument(Facts(workplace_id=workplace_id, **(known | facts)), tokens)


def ask(text: str = "", **values: Any) -> EngineQuery:
    """Return a query for `text` in Duiven, Zevenaar and Arnhem, with other `values` if given."""
    asked: dict[str, Any] = {"scope": EVERYWHERE, "words": query_words(text)}
    return EngineQuery(**(asked | values))
