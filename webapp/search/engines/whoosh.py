"""The embedded engine: Whoosh, with one index per municipality of the delivery address."""

from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from threading import RLock

from webapp.search.analysis.tokens import QueryWord, analysis_version
from webapp.search.document import DOCUMENT_VERSION, SearchDocument
from webapp.search.engine import (
    EngineHealth,
    EngineQuery,
    EngineResult,
    EngineSuggestions,
    IndexUnavailableError,
    OwnIndex,
)
from webapp.search.engines import whoosh_index
from webapp.search.engines.builds import Builds
from webapp.search.engines.whoosh_index import Holdings, OpenIndex
from webapp.search.matching import Matches
from webapp.search.result_page import page_of
from webapp.search.suggesting import suggested

# How many workplaces of a rebuild are held in memory at a time.
_REBUILD_BATCH = 500
# How many workplaces the indexes that stay open may hold together, some 1 kB each.
_MOST_DOCUMENTS = 60_000
# The file in a build that keeps what it was made with.
_MADE_WITH = "made_with"


class WhooshEngine(OwnIndex):
    """Searches the indexes of a scope together; what was written is found by the next search.

    At most `kept_open` indexes stay open, the ones that were asked last; each has a file open. That
    is more than there are municipalities: a search through the whole country would else open and
    close every one of them.
    """

    def __init__(self, folder: Path, *, kept_open: int = 400) -> None:
        self._builds = Builds(folder, f"{analysis_version()}-{DOCUMENT_VERSION}")
        self._kept_open = kept_open
        self._open: OrderedDict[Path, OpenIndex] = OrderedDict()
        self._held = Holdings()
        self._lock = RLock()

    def put(self, documents: Collection[SearchDocument]) -> None:
        with self._builds.locked():
            build = self._current()
            per_folder = _grouped(build, documents)
            ids = {document.workplace_id for document in documents}
            # Elsewhere first: a workplace that moved must at no time be found twice.
            for folder in _folders(build):
                staying = {document.workplace_id for document in per_folder.get(folder, ())}
                self._remove_from(folder, ids - staying)
            _write_all(per_folder)

    def remove(self, workplace_ids: Collection[int]) -> None:
        with self._builds.locked():
            for folder in _folders(self._current()):
                self._remove_from(folder, set(workplace_ids))

    def rebuild(self, documents: Iterable[SearchDocument], *, made_with: str = "") -> None:
        with self._builds.locked():
            build = self._builds.begin()
            rest = iter(documents)
            while batch := list(islice(rest, _REBUILD_BATCH)):
                _write_all(_grouped(build, batch))
            (build / _MADE_WITH).write_text(made_with, encoding="utf-8")
            self._builds.finish(build)

    def search(self, query: EngineQuery) -> EngineResult:
        return page_of(self._found(query), query)

    def suggest(self, typed: str, query: EngineQuery) -> EngineSuggestions:
        return suggested(self._found(query), typed, query)

    def vocabulary(self, codes: Collection[str]) -> frozenset[str]:
        build = self._current()
        folders = [folder for code in codes if (folder := build / code).is_dir()]
        with _damage_told(), self._lock:
            return frozenset[str]().union(*(self._opened(each).vocabulary for each in folders))

    def health(self) -> EngineHealth:
        try:
            build = self._current()
            with _damage_told():
                documents = sum(map(self._count, _folders(build)))
                made_with = (build / _MADE_WITH).read_text(encoding="utf-8")
        except IndexUnavailableError as error:
            return EngineHealth(is_ready=False, problem=str(error))
        return EngineHealth(is_ready=True, documents=documents, made_with=made_with)

    def close(self) -> None:
        """Close every index that is open; the next search opens what it needs."""
        with self._lock:
            while self._open:
                self._open.popitem()[1].close()

    def _current(self) -> Path:
        """Return the build in use; what is open of another one is closed."""
        build = self._builds.current()
        if build is None or not build.is_dir():
            message = "there is no index of this version"
            raise IndexUnavailableError(message)
        with self._lock:
            if any(folder.parent != build for folder in self._open):
                self.close()
        return build

    def _found(self, query: EngineQuery) -> list[Matches]:
        """Return what matches in each index of the scope."""
        build = self._current()
        folders = (build / code for code in sorted(query.scope.codes))
        with _damage_told():
            return [self._matches(each, query.words) for each in folders if each.is_dir()]

    def _matches(self, folder: Path, words: Collection[QueryWord]) -> Matches:
        """Return what matches in one index; nobody closes it meanwhile."""
        with self._lock:
            return self._opened(folder).matches(words)

    def _count(self, folder: Path) -> int:
        with self._lock:
            return len(self._opened(folder).shelf.facts)

    def _opened(self, folder: Path) -> OpenIndex:
        """Return the index in `folder`, opened anew when something was committed since."""
        known = self._open.get(folder)
        if known is not None and known.is_current():
            self._open.move_to_end(folder)
            return known
        if known is not None:
            self._open.pop(folder).close()
        opened = self._open[folder] = OpenIndex.at(folder)
        self._close_what_is_too_much()
        return opened

    def _close_what_is_too_much(self) -> None:
        """Close what was asked longest ago; the one that was opened last stays."""
        documents = sum(len(each.shelf.facts) for each in self._open.values())
        while len(self._open) > 1 and (
            len(self._open) > self._kept_open or documents > _MOST_DOCUMENTS
        ):
            _, oldest = self._open.popitem(last=False)
            documents -= len(oldest.shelf.facts)
            oldest.close()

    def _remove_from(self, folder: Path, workplace_ids: set[int]) -> None:
        with _damage_told():
            held = self._held.in_folder(folder) & workplace_ids
            if held:
                whoosh_index.write(folder, (), removed=held)


def _folders(build: Path) -> list[Path]:
    """Return the folders of the municipalities in a build."""
    return [each for each in sorted(build.iterdir()) if each.is_dir() and not each.suffix]


def _grouped(
    build: Path, documents: Iterable[SearchDocument]
) -> Mapping[Path, list[SearchDocument]]:
    """Return the documents by the folder of their municipality."""
    per_folder: dict[Path, list[SearchDocument]] = defaultdict(list)
    for document in documents:
        per_folder[build / document.facts.municipality_code].append(document)
    return per_folder


def _write_all(per_folder: Mapping[Path, list[SearchDocument]]) -> None:
    """Write each municipality's documents, in one commit each."""
    with _damage_told():
        for folder, documents in per_folder.items():
            whoosh_index.write(folder, documents)


@contextmanager
def _damage_told() -> Iterator[None]:
    """Turn whatever Whoosh stumbles over into the one error that callers know."""
    try:
        yield
    except Exception as error:
        message = f"the index is damaged: {error!r}"
        raise IndexUnavailableError(message) from error
