"""A Whoosh index of its own for each test, and every engine for what all must do."""

import pytest

from tests.conftest import ENGINE
from webapp.search.engines.open_shelves import OpenShelves
from webapp.search.engines.postgresql import PostgresEngine
from webapp.search.engines.whoosh import WhooshEngine
from webapp.search.memory import MemoryEngine

ENGINES = {
    "memory": lambda _folder: MemoryEngine(),
    "whoosh": WhooshEngine,
    "whoosh that keeps one index open": lambda folder: WhooshEngine(folder, kept_open=1),
}
if ENGINE == "postgresql":
    ENGINES |= {
        "postgresql": lambda _folder: PostgresEngine(),
        "postgresql that keeps one municipality": lambda _folder: PostgresEngine(
            OpenShelves(most=1)
        ),
    }


# Those that forget on purpose are slow.
QUICK = [name for name in ENGINES if "keeps one" not in name]


@pytest.fixture
def engine(tmp_path):
    made = WhooshEngine(tmp_path / "index")
    made.rebuild([])
    yield made
    made.close()


@pytest.fixture(params=ENGINES)
def each_engine(request, tmp_path):
    yield from _lent(request, tmp_path, request.param)


@pytest.fixture(params=QUICK)
def each_quick_engine(request, tmp_path):
    yield from _lent(request, tmp_path, request.param)


@pytest.fixture
def quick_engines(request, tmp_path):
    """All quick engines at once, by name: for what takes long to prepare."""
    lent = {name: _lent(request, tmp_path, name) for name in QUICK}
    yield {name: next(engine) for name, engine in lent.items()}
    for engine in lent.values():
        next(engine, None)


def _lent(request, tmp_path, name):
    made = ENGINES[name](tmp_path / "index")
    if made.is_in_database:
        made = made.within(request.getfixturevalue("session"))
    made.rebuild([])
    yield made
    if isinstance(made, WhooshEngine):
        made.close()
