"""What comes when the words as typed find nothing."""

import pytest

from tests.support.workplaces import make_workplace
from webapp.municipalities.settings import Adjacency
from webapp.search import indexing
from webapp.search.queries import Viewpoint, search
from webapp.search.request import SearchRequest

DUIVEN = Viewpoint("GM0226", Adjacency.MUNICIPALITY)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("zorgboerderij", ["Een boerderij aan de dijk"]),
        ("werken op een zorgboerderij", ["Een boerderij aan de dijk"]),
        ("ruimtevaart", []),
    ],
)
def test_of_a_compound_that_finds_nothing_its_parts_are_tried(database, engine, text, titles):
    with database.writing() as session:
        make_workplace(session, title="Een boerderij aan de dijk", place="Duiven")
        make_workplace(session, title="Werken aan een muur", place="Duiven")
    indexing.apply_changes(database, engine)
    with database.reading() as session:
        page = search(session, engine, SearchRequest(text=text), viewpoint=DUIVEN)
    assert [hit.workplace.content.title for hit in page.hits] == titles
    assert page.is_partial is bool(titles)
