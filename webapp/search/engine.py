"""The port that every search engine stands behind."""

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, Self

from sqlalchemy.orm import Session

from webapp.geo.coordinates import Coordinates
from webapp.search.analysis.tokens import QueryWord
from webapp.search.document import SearchDocument
from webapp.search.facets import Facet
from webapp.search.scope import Reason, Scope


class IndexUnavailableError(Exception):
    """The index is absent, damaged or of another version; ask the database instead."""


class Sort(StrEnum):
    """The order of the hits; what is equal comes by title."""

    RELEVANCE = "relevance"
    DISTANCE = "distance"
    NEWEST = "newest"
    NAME = "name"


@dataclass(frozen=True)
class EngineQuery:
    """What an engine is asked.

    Every word must match; without words everything in the scope does. Values chosen within a
    facet are alternatives, the facets themselves must all fit. Pages count from 1.

    An index may lag behind what was saved a moment ago: `without` are workplaces that are out of
    public view although it may still hold them, and `fresh` what counts in place of what it holds.
    """

    scope: Scope
    words: tuple[QueryWord, ...] = ()
    chosen: Mapping[Facet, frozenset[str]] = field(default_factory=dict)
    centre: Coordinates | None = None
    sort: Sort = Sort.NEWEST
    page: int = 1
    per_page: int = 20
    without: frozenset[int] = frozenset()
    fresh: tuple[SearchDocument, ...] = ()


@dataclass(frozen=True)
class EngineHit:
    """A workplace that was found: how well it matches, why it is here, and how far it is."""

    workplace_id: int
    score: int
    reason: Reason
    distance_km: float | None


@dataclass(frozen=True)
class EngineResult:
    """One page of hits, the number of all, and the counts per value of each facet.

    A facet is counted as if nothing were chosen in it. `page` is the page that was given: the
    last one when a later one was asked for.
    """

    hits: tuple[EngineHit, ...]
    total: int
    page: int
    facets: Mapping[Facet, Mapping[str, int]]


@dataclass(frozen=True)
class EngineSuggestions:
    """What may be meant by what is being typed: titles as written, in the order to offer them.

    `sectors` are the keys of all sectors of the workplaces in the scope, whatever was typed: what
    they are called the database knows.
    """

    titles: tuple[str, ...]
    sectors: frozenset[str]


@dataclass(frozen=True)
class EngineHealth:
    """Whether the index can be used, how many workplaces it holds, and else what is wrong.

    `made_with` is what the last rebuild was told that it was made with.
    """

    is_ready: bool
    documents: int = 0
    problem: str = ""
    made_with: str = ""


class OwnIndex:
    """What engines share whose index is their own: only the worker writes it, after the rows."""

    is_in_database = False

    def within(self, session: Session) -> Self:
        del session
        return self

    def claim(self, workplace_ids: Collection[int]) -> bool:
        del workplace_ids
        return True


class SearchEngine(Protocol):
    """An index of the workplaces in public view.

    It is derived: the database stays the truth, and `rebuild` makes it anew at any time. Only the
    worker calls `put`, `remove` and `rebuild`; each is on disk when it returns. All methods but
    `health` raise IndexUnavailableError.

    An engine that `is_in_database` has its index beside the rows: it is written in the transaction
    that changes them, and so never lags.
    """

    @property
    def is_in_database(self) -> bool:
        """Whether the index is part of the database, and changes in the same transaction."""
        ...

    def within(self, session: Session) -> Self:
        """Return this engine, reading and writing in the transaction of `session` if it can."""
        ...

    def claim(self, workplace_ids: Collection[int]) -> bool:
        """Let nobody else write these workplaces meanwhile; call it before reading their documents.

        Return False when they cannot be written now, because the index is being made anew.
        """
        ...

    def put(self, documents: Collection[SearchDocument]) -> None:
        """Add these workplaces, in place of what was there of them."""
        ...

    def remove(self, workplace_ids: Collection[int]) -> None:
        """Remove these workplaces; one that is not there is no problem."""
        ...

    def rebuild(self, documents: Iterable[SearchDocument], *, made_with: str = "") -> None:
        """Make the index anew of these workplaces; the old one answers until the new is ready.

        `made_with` tells one state of the synonyms in the documents from another.
        """
        ...

    def search(self, query: EngineQuery) -> EngineResult:
        """Return the page of hits that is asked for, with totals."""
        ...

    def suggest(self, typed: str, query: EngineQuery) -> EngineSuggestions:
        """Return what `typed` may be the beginning of, among what a query without words finds."""
        ...

    def vocabulary(self, codes: Collection[str]) -> AbstractSet[str]:
        """Return the words, as written, of the workplaces that lie in these municipalities.

        Words of what was removed may still be among them: whoever proposes one, sees that it finds.
        """
        ...

    def health(self) -> EngineHealth:
        """Look whether the whole index can be read."""
        ...
