"""The geographic tables, as loaded from the product's own files."""

from sqlalchemy import func, select

from webapp.core import clock
from webapp.municipalities import geography, operations, queries
from webapp.municipalities.models import Municipality, Place, PlaceNeighbour, PostcodeArea
from webapp.municipalities.settings import Adjacency
from webapp.search.scope import surroundings


def test_all_municipalities_places_and_postcodes_are_there(session):
    counts = [
        session.scalar(select(func.count()).select_from(model))
        for model in (Municipality, Place, PostcodeArea)
    ]
    assert counts == [342, 2474, 4067]


def test_duiven_borders_on_its_real_neighbours(session):
    scope = surroundings(session, "GM0226", Adjacency.MUNICIPALITY, today=clock.today())
    names = queries.names_by_code(session, set(scope.adjacent)).values()
    assert sorted(names) == ["Lingewaard", "Westervoort", "Zevenaar"]


def test_neighbours_are_kept_in_both_directions(session):
    pairs = set(session.execute(select(PlaceNeighbour.place_key, PlaceNeighbour.neighbour_key)))
    assert all((second, first) in pairs for first, second in pairs)


def test_places_beside_arnhem_lie_outside_arnhem(session):
    beside = surroundings(session, "GM0202", Adjacency.PLACE, today=clock.today()).adjacent_places
    assert "Velp|GM0275" in beside
    assert not any(key.endswith("|GM0202") for key in beside)


def test_a_postcode_is_understood_however_it_is_written(session):
    areas = [queries.find_postcode(session, text) for text in ("6921", "6921AB", " 6921 ab ")]
    assert {area.municipality_code for area in areas} == {"GM0226"}


def test_nonsense_is_no_postcode(session):
    assert queries.find_postcode(session, "Duiven") is None
    assert queries.find_postcode(session, "0000") is None


def test_elst_is_the_name_of_more_than_one_place(session):
    for name in (" elst ", "Bergen", "HENGELO"):
        assert len(queries.places_named(session, name)) > 1


def test_loading_again_changes_nothing_and_keeps_who_takes_part(session):
    duiven = queries.get_municipality(session, "GM0226")
    operations.join(session, duiven, now=clock.now())
    geography.load(session)
    assert queries.find_by_slug(session, "duiven") is duiven
    assert session.scalar(select(func.count()).select_from(Place)) == 2474
