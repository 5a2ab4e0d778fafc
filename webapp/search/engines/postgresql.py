"""The engine for PostgreSQL: the index is part of the database, and changes with the rows.

A workplace is in the index, or out of it, from the commit that shows or hides it; every web
process sees that, and so does every streaming standby. What was read is kept in memory for as long
as the generation of the municipality stays the same.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from itertools import islice
from typing import Self

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from webapp.search.analysis.tokens import AS_WRITTEN, QueryWord, analysis_version, written_words
from webapp.search.document import DOCUMENT_VERSION, SearchDocument
from webapp.search.engine import (
    EngineHealth,
    EngineQuery,
    EngineResult,
    EngineSuggestions,
    IndexUnavailableError,
)
from webapp.search.engines import postgresql_tables as tables
from webapp.search.engines.open_shelves import OpenShelf, OpenShelves
from webapp.search.levels import Levels, levels_of
from webapp.search.matching import Matches, matches
from webapp.search.result_page import page_of
from webapp.search.shelf import Shelf
from webapp.search.suggesting import suggested

# How many workplaces of a rebuild are held in memory at a time.
_REBUILD_BATCH = 500


class PostgresEngine:
    """Reads and writes the index in the transaction of a session: first call `within`."""

    is_in_database = True

    def __init__(
        self,
        shelves: OpenShelves | None = None,
        session: Session | None = None,
    ) -> None:
        self._shelves = shelves or OpenShelves()
        self._session = session
        self._version = f"{analysis_version()}-{DOCUMENT_VERSION}"

    def within(self, session: Session) -> Self:
        return type(self)(self._shelves, session)

    def claim(self, workplace_ids: Collection[int]) -> bool:
        return tables.claim(self._connection, workplace_ids)

    def put(self, documents: Collection[SearchDocument]) -> None:
        self._generations(())
        tables.write(self._connection, documents)

    def remove(self, workplace_ids: Collection[int]) -> None:
        self._generations(())
        tables.write(self._connection, (), removed=workplace_ids)

    def rebuild(self, documents: Iterable[SearchDocument], *, made_with: str = "") -> None:
        connection = self._connection
        tables.claim_all(connection)
        tables.empty(connection)
        rest = iter(documents)
        while batch := list(islice(rest, _REBUILD_BATCH)):
            tables.write(connection, batch)
        tables.note_build(connection, self._version, made_with)

    def search(self, query: EngineQuery) -> EngineResult:
        return page_of(self._found(query), query)

    def suggest(self, typed: str, query: EngineQuery) -> EngineSuggestions:
        return suggested(self._found(query), typed, query)

    def vocabulary(self, codes: Collection[str]) -> frozenset[str]:
        opened = self._opened(codes)
        for each in opened:
            if each.vocabulary is None:
                tokens = tables.tokens_beginning_with(self._connection, each.code, AS_WRITTEN)
                each.vocabulary = frozenset(written_words(tokens))
        return frozenset[str]().union(*(each.vocabulary or () for each in opened))

    def health(self) -> EngineHealth:
        try:
            self._generations(())
        except IndexUnavailableError as error:
            return EngineHealth(is_ready=False, problem=str(error))
        documents, made_with = tables.summary(self._connection)
        return EngineHealth(is_ready=True, documents=documents, made_with=made_with)

    @property
    def _connection(self) -> Connection:
        if self._session is None:
            message = "the index is part of the database: ask `within` a session"
            raise RuntimeError(message)
        return self._session.connection()

    def _generations(self, codes: Collection[str]) -> Mapping[str, str]:
        """Return the generation of each of these municipalities that has workplaces."""
        version, generations = tables.generations(self._connection, codes)
        if version != self._version:
            message = "there is no index of this version"
            raise IndexUnavailableError(message)
        return generations

    def _opened(self, codes: Collection[str]) -> list[OpenShelf]:
        """Return the shelves of these municipalities as they are now."""
        generations = self._generations(codes)
        known = {code: self._shelves.get(code, name) for code, name in generations.items()}
        changed = [code for code, shelf in known.items() if shelf is None]
        facts = tables.facts_in(self._connection, changed) if changed else {}
        for code in changed:
            opened = OpenShelf(code, generations[code], Shelf(facts.get(code, ())))
            self._shelves.keep(opened)
            known[code] = opened
        return [shelf for shelf in known.values() if shelf is not None]

    def _found(self, query: EngineQuery) -> list[Matches]:
        """Return what matches in each municipality of the scope."""
        opened = self._opened(query.scope.codes)
        postings = self._postings(opened, _tokens(query.words))
        return [
            matches(each.shelf, query.words, partial(_get, held))
            for each, held in zip(opened, postings, strict=True)
        ]

    def _postings(
        self, opened: Collection[OpenShelf], tokens: frozenset[str]
    ) -> list[Mapping[str, Levels]]:
        """Return for each shelf the postings of these tokens; only what is new is read."""
        missing = {each.code: tokens - each.postings.keys() for each in opened}
        wanted = frozenset[str]().union(*missing.values())
        if not wanted:
            return [each.postings for each in opened]
        codes = [code for code, unknown in missing.items() if unknown]
        read = tables.postings_of(self._connection, codes, wanted)
        numbers = {each.code: each.shelf.numbers for each in opened}
        found: dict[str, dict[str, Levels]] = {code: dict.fromkeys(wanted, ()) for code in codes}
        for code, token, weighed in read:
            # Who writes meanwhile may put in the postings what is not on our shelf yet.
            held = ((weight, numbers[code].get(each)) for weight, each in weighed)
            found[code][token] = levels_of((w, n) for w, n in held if n is not None)
        return [each.keep(found.get(each.code, {}), tokens) for each in opened]


def _get(postings: Mapping[str, Levels], token: str) -> Levels:
    return postings.get(token, ())


def _tokens(words: Iterable[QueryWord]) -> frozenset[str]:
    return frozenset(token for word in words for way in word.ways for token in way.tokens)
