"""A Whoosh index of its own for each test, and every engine for what all must do."""

import pytest

from webapp.search.engines.whoosh import WhooshEngine
from webapp.search.memory import MemoryEngine

ENGINES = {
    "memory": lambda _folder: MemoryEngine(),
    "whoosh": WhooshEngine,
    "whoosh that keeps one index open": lambda folder: WhooshEngine(folder, kept_open=1),
}


@pytest.fixture
def engine(tmp_path):
    made = WhooshEngine(tmp_path / "index")
    made.rebuild([])
    yield made
    made.close()


@pytest.fixture(params=ENGINES)
def each_engine(request, tmp_path):
    made = ENGINES[request.param](tmp_path / "index")
    made.rebuild([])
    yield made
    if isinstance(made, WhooshEngine):
        made.close()
