"""Workplaces on the site, for who searches."""

import pytest

from tests.support.search_index import bring_up_to_date
from tests.support.workplaces import make_workplace
from webapp.workplaces import sectors


@pytest.fixture
def offer(app, database):
    """Put workplaces on the site, in the index: title and content to the public id."""
    with database.writing() as session:
        sectors.load(session)

    def add(title, **content):
        with database.writing() as session:
            made = make_workplace(session, title=title, **content).public_id
        bring_up_to_date(app, database)
        return made

    return add
