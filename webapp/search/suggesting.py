"""From what is being typed to titles that begin so: the same for every engine."""

from collections.abc import Iterable, Sequence

from webapp.core.text import fold, one_line
from webapp.search.analysis.words import all_words
from webapp.search.engine import EngineQuery, EngineSuggestions
from webapp.search.facets import Facet
from webapp.search.levels import union
from webapp.search.matching import Matches
from webapp.search.result_page import with_fresh
from webapp.search.shelf import Shelf

_SHORTEST = 2
_MOST_TITLES = 5


def beginnings(typed: str) -> list[str]:
    """Return the words of which each must begin a word; none when too little was typed to tell."""
    found = all_words(typed)
    return found if sum(map(len, found)) >= _SHORTEST else []


def begins_words(asked: Sequence[str], text: str) -> bool:
    """Tell whether each word that was asked begins a word of `text`."""
    inside = all_words(text)
    return all(any(word.startswith(each) for word in inside) for each in asked)


def suggested(found: Iterable[Matches], typed: str, query: EngineQuery) -> EngineSuggestions:
    """Return what `typed` may be the beginning of, from all documents that `query` may find.

    Titles that begin with it come first; those that differ in accents or capitals only come once.
    """
    asked, start = beginnings(typed), one_line(fold(typed))
    at_start: dict[str, str] = {}
    inside_title: dict[str, str] = {}
    sectors: set[str] = set()
    for shelf, levels in with_fresh(found, query):
        inside = union(levels) & shelf.inside(query.scope) & ~shelf.these(query.without)
        of_sectors = shelf.by_value[Facet.SECTOR].items()
        sectors.update(key for key, documents in of_sectors if documents & inside)
        fitting = inside & shelf.titles.with_words(asked) if asked else 0
        begun = shelf.titles.beginning_with(start)
        at_start |= _first_titles(shelf, fitting & begun)
        inside_title |= _first_titles(shelf, fitting & ~begun)
    titles = (*_in_order(at_start), *_in_order(inside_title))
    return EngineSuggestions(titles[:_MOST_TITLES], frozenset(sectors))


def _first_titles(shelf: Shelf, documents: int) -> dict[str, str]:
    """Return the first different titles of a set, as written, by their keys."""
    titles: dict[str, str] = {}
    for facts in shelf.in_order(documents):
        titles.setdefault(facts.title_key, facts.title)
        if len(titles) == _MOST_TITLES:
            break
    return titles


def _in_order(titles: dict[str, str]) -> Iterable[str]:
    return (title for _, title in sorted(titles.items()))
