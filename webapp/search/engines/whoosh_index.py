"""The Whoosh index of one municipality: one folder, read and written here alone.

Only Whoosh's inverted index is used. Words are looked up as postings and put together by
`matching`, because Whoosh's own queries go wrong in ways that are hard to see: `Require` crashes,
`And` with a constant score counts wrongly, and a refreshed searcher keeps what was removed.
"""

import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from cachetools import LRUCache
from whoosh import fields, formats, index
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import TermNotFound

from webapp.search.analysis.tokens import AS_WRITTEN, QueryWord, written_words
from webapp.search.document import Facts, SearchDocument
from webapp.search.levels import Levels, levels_of
from webapp.search.matching import Matches, matches
from webapp.search.shelf import Shelf

# A commit that merges segments may take away a file just before it is opened: look again.
_ATTEMPTS = 3
# How many tokens an open index keeps the postings of, once they were asked for.
_TOKENS_KEPT = 500


class TokenWeights(fields.FieldType):
    """A field that takes ready tokens, each with its weight in the document."""

    def __init__(self) -> None:
        super().__init__(format=formats.Existence(), analyzer=None)

    def index(
        self,
        value: Mapping[str, int],
        **_options: Any,  # noqa: ANN401 (Whoosh's own)
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield each token as Whoosh wants it: text, frequency, weight, encoded value."""
        return ((token.encode(), 1, float(weight), b"") for token, weight in value.items())


SCHEMA = fields.Schema(id=fields.ID(unique=True), facts=fields.STORED(), tokens=TokenWeights())


class OpenIndex:
    """One generation of an index, open for reading; the facts of its documents are in memory.

    Not for two threads at a time: Whoosh reads postings by seeking in shared files.
    """

    _is_open = False

    def __init__(self, opened: Any) -> None:  # noqa: ANN401 (Whoosh has no types)
        self._index = opened
        self._generation = opened.latest_generation()
        self._reader = opened.reader()
        stored = {number: Facts(*each["facts"]) for number, each in self._reader.iter_docs()}
        self.shelf = Shelf(stored.values())
        # Of each document as Whoosh numbers it: its number on the shelf.
        self._numbers = {
            number: self.shelf.numbers[facts.workplace_id] for number, facts in stored.items()
        }
        self._kept: LRUCache[str, Levels] = LRUCache(_TOKENS_KEPT)
        self._is_open = True

    @classmethod
    def at(cls, folder: Path) -> Self:
        """Open the newest generation in `folder`; raise whatever Whoosh makes of a damaged one."""
        for _ in range(_ATTEMPTS - 1):
            try:
                return cls(_open(folder))
            except FileNotFoundError:
                continue
        return cls(_open(folder))

    def is_current(self) -> bool:
        """Tell whether nothing was committed since this was opened."""
        return bool(self._index.latest_generation() == self._generation)

    def matches(self, words: Collection[QueryWord]) -> Matches:
        """Return what matches the words of a query, and how well."""
        return matches(self.shelf, words, self._postings)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words, as written, of all documents."""
        tokens = self._reader.expand_prefix("tokens", AS_WRITTEN.encode())
        return frozenset(written_words(token.decode() for token in tokens))

    def close(self) -> None:
        """Give the files back."""
        self._is_open = False
        self._reader.close()
        self._index.close()

    def __del__(self) -> None:
        """Give the files back when whoever opened them is gone: a command that just ends."""
        if self._is_open:
            self.close()

    def _postings(self, token: str) -> Levels:
        if token not in self._kept:
            self._kept[token] = self._read_postings(token)
        return self._kept[token]

    def _read_postings(self, token: str) -> Levels:
        try:
            matcher = self._reader.postings("tokens", token)
        except TermNotFound:
            return ()
        return levels_of(self._scored(matcher))

    def _scored(self, matcher: Any) -> Iterator[tuple[int, int]]:  # noqa: ANN401 (Whoosh's own)
        while matcher.is_active():
            yield int(matcher.weight()), self._numbers[matcher.id()]
            matcher.next()


class Holdings:
    """Which workplaces each index holds: for who writes, and must find a workplace that moved."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[Any, int, frozenset[int]]] = {}

    def in_folder(self, folder: Path) -> frozenset[int]:
        """Return the ids of the workplaces in the index in `folder`, as it is now."""
        known = self._known.get(folder)
        if known is not None and known[0].latest_generation() == known[1]:
            return known[2]
        opened = index.open_dir(folder)
        generation = opened.latest_generation()
        with opened.reader() as reader:
            ids = frozenset(stored["facts"][0] for _, stored in reader.iter_docs())
        self._known[folder] = (opened, generation, ids)
        return ids


def write(folder: Path, documents: Iterable[SearchDocument], removed: Collection[int] = ()) -> None:
    """Put `documents` in the index in `folder`, which is made if need be, in one commit."""
    if not folder.is_dir():
        _create(folder)
    opened = index.open_dir(folder)
    writer = opened.writer()
    try:
        for workplace_id in removed:
            writer.delete_by_term("id", str(workplace_id))
        for document in documents:
            writer.update_document(
                id=str(document.workplace_id),
                facts=tuple(document.facts),
                tokens=document.weights(),
            )
    except BaseException:
        writer.cancel()
        raise
    writer.commit()
    opened.close()


def _open(folder: Path) -> Any:  # noqa: ANN401 (Whoosh has no types)
    """Open an index for reading, without mmap: with it Whoosh copies the whole file to memory."""
    return FileStorage(str(folder), supports_mmap=False).open_index()


def _create(folder: Path) -> None:
    """Make an empty index beside its place and move it there: half an index is never found."""
    unfinished = folder.with_suffix(".new")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    index.create_in(unfinished, SCHEMA).close()
    unfinished.rename(folder)
