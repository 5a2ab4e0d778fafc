"""How much of what people hope to find stands in the first three, and what does not.

`--log-cli-level=info` shows the figures and what came instead of what was missed; docs/search.md
tells about them.
"""

import logging
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete

from tests.support import relevance
from webapp.demo import loading
from webapp.search import synonyms
from webapp.search.sources import all_documents
from webapp.workplaces import sectors
from webapp.workplaces.models import PublicationChange

logger = logging.getLogger(__name__)
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def assert_answered(session, quick_engines):
    """Ask every engine, and compare how well it answered with what the file says."""
    synonyms.load(session, now=NOW)

    def ask(questions, said):
        documents = list(all_documents(session))
        # As after the worker's turn: the index itself answers.
        session.execute(delete(PublicationChange))
        for name, engine in quick_engines.items():
            engine.rebuild(iter(documents))
            found = list(relevance.scores(session, engine, questions))
            logger.info("%s: %s", name, relevance.report(found))
            assert [score.miss for score in found if score.miss] == said["misses"]
            assert relevance.percent(found) == said["percent"]

    return ask


def test_the_demonstration_is_found_as_well_as_its_file_says(assert_answered, session):
    sectors.load(session)
    loading.load(session, now=NOW)
    data = relevance.read("relevance_demo.toml")
    assert_answered(relevance.demo_questions(data), data)


def test_workplaces_of_known_kinds_are_found_as_well_as_their_file_says(assert_answered, session):
    data = relevance.read("relevance_made.toml")
    relevance.make_workplaces(session, data)
    assert_answered(relevance.made_questions(data), data)
