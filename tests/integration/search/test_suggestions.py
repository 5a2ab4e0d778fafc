"""What somebody who is typing is offered: from the index, the sectors and the geography."""

import pytest
from sqlalchemy import select

from tests.support.statements import counted_statements
from tests.support.workplaces import hide, make_workplace
from webapp.municipalities.models import MunicipalityNeighbour, Place
from webapp.municipalities.settings import Adjacency
from webapp.search import indexing
from webapp.search.engines.whoosh import WhooshEngine
from webapp.search.queries import Viewpoint
from webapp.search.scope import Area
from webapp.search.suggestions import LONGEST, SuggestedPlace, suggest
from webapp.search.whereabouts import Centre, look_up
from webapp.workplaces import sectors
from webapp.workplaces.models import Workplace

DUIVEN = Viewpoint("GM0226", Adjacency.MUNICIPALITY)


@pytest.fixture
def offer(database, engine):
    """Workplaces in and around Duiven, in the index: title to id."""
    with database.writing() as session:
        sectors.load(session)

    def add(title, **values):
        with database.writing() as session:
            workplace = make_workplace(session, title=title, **values)
        indexing.apply_changes(database, engine)
        return workplace.id

    return add


@pytest.fixture
def offered(database, engine):
    def ask(typed, area=Area.SURROUNDINGS, index=engine, viewpoint=DUIVEN):
        with database.reading() as session:
            return suggest(session, index, typed, area, viewpoint=viewpoint)

    return ask


def places(found):
    return [place.text for place in found.places]


def test_titles_come_from_the_area_that_is_searched(offer, offered):
    offer("Tuin in Zevenaar", postcode="6901 AB", place="Zevenaar")
    offer("Tuin in Duiven")
    assert offered("tuin").titles == ("Tuin in Duiven", "Tuin in Zevenaar")
    assert offered("tuin", Area.MUNICIPALITY).titles == ("Tuin in Duiven",)


def test_sectors_come_when_there_is_a_workplace_in_them_here(offer, offered):
    assert offered("gro").sectors == ()
    offer("Meewerken", sectors=("groen-en-tuin", "hout"))
    assert offered("gro").sectors == offered("tui").sectors == ("Groen en tuin",)
    assert offered("roen").sectors == ()


def test_places_lie_in_the_municipality_or_adjoin_it(offered):
    assert places(offered("zeve")) == ["Zevenaar"]
    assert places(offered("grou")) == ["Groessen"] or places(offered("groe")) == ["Groessen"]
    assert places(offered("amsterd")) == []


def test_a_place_takes_the_last_words_and_leaves_those_before_it(offered):
    assert offered("In de  tuin  zeve").places == (SuggestedPlace("Zevenaar", "In de tuin"),)
    assert offered("zeve").places == (SuggestedPlace("Zevenaar", ""),)


def test_every_place_that_is_offered_is_understood_as_that_place(database, offered):
    """Of places with one name, and names with a part of their own."""
    with database.reading() as session:
        seats = select(MunicipalityNeighbour.neighbour_code).where(
            MunicipalityNeighbour.municipality_code == "GM0226"
        )
        around = session.scalars(select(Place).where(Place.municipality_code.in_(seats))).all()
        assert len(around) > 10
        for place in around:
            meant = [look_up(session, text) for text in places(offered(place.name))]
            assert any(
                isinstance(where, Centre) and where.municipality_code == place.municipality_code
                for where in meant
            ), place.name
            assert all(isinstance(where, Centre) for where in meant), place.name


def test_at_most_three_places_come(offered):
    rural = Viewpoint("GM1945", Adjacency.MUNICIPALITY)
    assert len(offered("be", viewpoint=rural).places) == 3


@pytest.mark.parametrize("typed", ["", "t", " t ", "?!", "tuin" + "x" * LONGEST])
def test_what_is_too_short_or_too_long_costs_nothing(database, offered, offer, typed):
    offer("Tuin")
    with counted_statements(database) as statements:
        found = offered(typed)
    assert (found.titles, found.sectors, found.places, statements) == ((), (), (), [])


@pytest.mark.parametrize("typed", ["%%", "__", "tuin%w", "\\\\", "ab' OR 1=1", "x" * 100])
def test_signs_that_mean_something_to_a_database_mean_nothing(offered, offer, typed):
    offer("Tuin")
    found = offered(typed)
    assert (found.titles, found.places) == ((), ())


def test_what_was_hidden_a_moment_ago_is_not_offered(database, offer, offered):
    hidden = offer("Hout schuren", sectors=("hout",))
    with database.writing() as session:
        hide(session, session.get(Workplace, hidden))
    found = offered("hout")
    assert (found.titles, found.sectors) == ((), ())


def test_while_the_index_is_away_the_database_offers_the_same(offer, offered, tmp_path):
    offer("Hout zagen", sectors=("hout",))
    assert offered("ho", index=WhooshEngine(tmp_path / "nothing here")) == offered("ho")


def test_offering_costs_four_statements_however_many_workplaces_there_are(database, offer, offered):
    costs = []
    for extra in (2, 12):
        for number in range(extra):
            offer(f"Hout {number}")
        with counted_statements(database) as statements:
            offered("hout")
        costs.append(len(statements))
    # The second time the sectors are known.
    assert costs == [4, 3]
