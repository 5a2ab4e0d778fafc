"""Two workplaces, and a consultant of Duiven who looks for one."""

import pytest

from tests.support.people import staff_member
from tests.support.search_index import bring_up_to_date
from tests.support.workplaces import make_workplace
from webapp.accounts.models import RoleName
from webapp.workplaces import sectors


@pytest.fixture
def consultant(app):
    return staff_member(app, RoleName.CONSULTANT)


@pytest.fixture
def offers(app, database):
    with database.writing() as session:
        sectors.load(session)
        made = [
            make_workplace(session, title="Tuin in Duiven"),
            make_workplace(
                session, title="Fietsen in Zevenaar", postcode="6901 AB", place="Zevenaar"
            ),
        ]
        ids = [workplace.public_id for workplace in made]
    bring_up_to_date(app, database)
    return ids
