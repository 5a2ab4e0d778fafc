"""The three scopes on the real map of the Netherlands [S0 Eis 8]."""

from datetime import UTC, date, datetime

import pytest

from tests.support.workplaces import hide, make_workplace
from webapp.geo.coordinates import Coordinates
from webapp.municipalities.settings import Adjacency
from webapp.search import scope as scopes
from webapp.search.scope import Circle, Reason
from webapp.search.sources import documents_by_ids

TODAY = date(2026, 11, 20)
BY_MUNICIPALITY, BY_PLACE = Adjacency.MUNICIPALITY, Adjacency.PLACE
DUIVEN, ZEVENAAR, WESTERVOORT, LINGEWAARD = "GM0226", "GM0299", "GM0293", "GM1705"
ARNHEM, RHEDEN, TEXEL = "GM0202", "GM0275", "GM0448"
CITIES = {
    "Duiven": "6921 AB",
    "Westervoort": "6931 AB",
    "Zevenaar": "6901 AB",
    "Bemmel": "6681 AB",
    "Arnhem": "6811 AB",
    "Velp": "6881 AB",
    "Dieren": "6951 AB",
    "Den Burg": "1791 AB",
    "Didam": "6941 AB",
}


@pytest.mark.parametrize(
    ("own", "adjacency", "place", "reason"),
    [
        (DUIVEN, BY_MUNICIPALITY, "Duiven", Reason.OWN),
        (DUIVEN, BY_MUNICIPALITY, "Westervoort", Reason.ADJACENT),
        (DUIVEN, BY_MUNICIPALITY, "Zevenaar", Reason.ADJACENT),
        (DUIVEN, BY_MUNICIPALITY, "Bemmel", Reason.ADJACENT),
        (DUIVEN, BY_MUNICIPALITY, "Arnhem", None),
        (DUIVEN, BY_MUNICIPALITY, "Didam", None),
        (ARNHEM, BY_PLACE, "Arnhem", Reason.OWN),
        (ARNHEM, BY_PLACE, "Velp", Reason.ADJACENT),
        (ARNHEM, BY_PLACE, "Dieren", None),
        (ARNHEM, BY_MUNICIPALITY, "Dieren", Reason.ADJACENT),
        (TEXEL, BY_MUNICIPALITY, "Den Burg", Reason.OWN),
        (TEXEL, BY_MUNICIPALITY, "Duiven", None),
    ],
)
def test_what_adjoins_a_municipality(session, own, adjacency, place, reason):
    facts = facts_in(session, place)
    scope = scopes.surroundings(session, own, adjacency, today=TODAY)
    assert scope.reason_by_rule(facts) is reason
    assert facts.municipality_code in scope.codes or reason is None


def test_an_island_has_no_neighbours(session):
    assert scopes.surroundings(session, TEXEL, BY_MUNICIPALITY, today=TODAY).codes == {TEXEL}
    assert scopes.surroundings(session, TEXEL, BY_PLACE, today=TODAY).codes == {TEXEL}


def test_duiven_with_what_adjoins_it_is_four_municipalities(session):
    scope = scopes.surroundings(session, DUIVEN, BY_MUNICIPALITY, today=TODAY)
    assert scope.codes == {DUIVEN, ZEVENAAR, WESTERVOORT, LINGEWAARD}


def test_one_municipality_leaves_the_neighbours_out(session):
    scope = scopes.whole_municipality(session, DUIVEN)
    assert scope.reason_by_rule(facts_in(session, "Duiven")) is Reason.OWN
    assert scope.reason_by_rule(facts_in(session, "Zevenaar")) is None


@pytest.mark.parametrize("adjacency", Adjacency)
def test_a_workplace_that_works_for_duiven_too_belongs_to_duiven(session, adjacency):
    facts = facts_in(session, "Arnhem", service_area=(DUIVEN,))
    for scope in (
        scopes.whole_municipality(session, DUIVEN),
        scopes.surroundings(session, DUIVEN, adjacency, today=TODAY),
    ):
        assert scope.reason_by_rule(facts) is Reason.SERVICE_AREA
        assert ARNHEM in scope.codes
    assert scopes.whole_municipality(session, RHEDEN).reason_by_rule(facts) is None


def test_a_circle_looks_in_every_municipality_that_it_touches(session):
    centre = Coordinates(51.9469, 6.0147)
    scope = scopes.within(session, DUIVEN, Circle(centre, 5.0, home=DUIVEN))
    assert {DUIVEN, ZEVENAAR, WESTERVOORT, ARNHEM} <= scope.codes
    assert TEXEL not in scope.codes


def facts_in(session, place, **content):
    at = datetime(2026, 3, 1, tzinfo=UTC)
    workplace = make_workplace(session, place=place, postcode=CITIES[place], at=at, **content)
    (document,) = documents_by_ids(session, [workplace.id])
    hide(session, workplace)
    return document.facts
