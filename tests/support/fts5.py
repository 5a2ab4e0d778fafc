"""SQLite's own full text search over our tokens: a third opinion on totals and counts."""

import json
import sqlite3
from collections.abc import Collection, Iterable

from webapp.search.analysis.tokens import QueryWord, Way
from webapp.search.document import SearchDocument
from webapp.search.facets import Facet

_COUNTS = """
    SELECT facet, value, count(*) FROM value
    WHERE id IN (SELECT value FROM json_each(:ids)) AND facet = :facet GROUP BY facet, value
"""
_FITTING = (
    "SELECT DISTINCT id FROM value WHERE facet = ? AND value IN (SELECT value FROM json_each(?))"
)


class Fts5:
    """The tokens and the facets of some documents, in a database in memory."""

    def __init__(self, documents: Iterable[SearchDocument]) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.executescript(
            "CREATE VIRTUAL TABLE text USING fts5 (tokens);"
            "CREATE TABLE value (id INTEGER, facet INTEGER, value TEXT)"
        )
        for each in documents:
            tokens = " ".join(_plain(token) for token in each.weights())
            insert = "INSERT INTO text (rowid, tokens) VALUES (?, ?)"
            self._database.execute(insert, (each.workplace_id, tokens))
            values = [
                (each.workplace_id, int(facet), value)
                for facet in Facet
                for value in each.facts.values(facet)
            ]
            self._database.executemany("INSERT INTO value VALUES (?, ?, ?)", values)

    def matching(self, words: Collection[QueryWord]) -> set[int] | None:
        """Return the ids of what matches; None when there are no words, so that everything does."""
        if not words:
            return None
        needed = [word for word in words if word.needed]
        joined = " AND ".join(_any_way(word) for word in needed) or " OR ".join(
            _any_way(word) for word in words
        )
        rows = self._database.execute("SELECT rowid FROM text WHERE text MATCH ?", (joined,))
        return {row[0] for row in rows}

    def fitting(self, facet: Facet, chosen: Collection[str]) -> set[int]:
        """Return the ids of what has one of the chosen values."""
        rows = self._database.execute(_FITTING, (int(facet), json.dumps(list(chosen))))
        return {row[0] for row in rows}

    def counts(self, facet: Facet, ids: Collection[int]) -> dict[str, int]:
        """Return how many of these documents have each value of a facet."""
        asked = {"ids": json.dumps(list(ids)), "facet": int(facet)}
        return {value: number for _, value, number in self._database.execute(_COUNTS, asked)}


def _any_way(word: QueryWord) -> str:
    return "(" + " OR ".join(_all_tokens(way) for way in word.ways) + ")"


def _all_tokens(way: Way) -> str:
    return "(" + " AND ".join(_plain(token) for token in way.tokens) + ")"


def _plain(token: str) -> str:
    """Return a token without the signs that FTS5 would cut it at."""
    return f"t{token.encode().hex()}"
