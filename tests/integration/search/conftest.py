"""A Whoosh index of its own for each test."""

import pytest

from webapp.search.engines.whoosh import WhooshEngine


@pytest.fixture
def engine(tmp_path):
    made = WhooshEngine(tmp_path / "index")
    made.rebuild([])
    yield made
    made.close()
