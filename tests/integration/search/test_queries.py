"""Searching as a visitor does: the engine's hits joined to the database."""

from datetime import timedelta

import pytest

from tests.support.statements import counted_statements
from tests.support.workplaces import LONG_AGO, hide, make_organisation, make_workplace
from webapp.geo.distance import distance_km
from webapp.municipalities.settings import Adjacency
from webapp.organisations.models import OrganisationStatus
from webapp.search import indexing
from webapp.search.engine import Sort
from webapp.search.engines.whoosh import WhooshEngine
from webapp.search.facets import Facet
from webapp.search.queries import Viewpoint, search
from webapp.search.request import SearchRequest
from webapp.search.scope import Area, Reason
from webapp.search.whereabouts import AmbiguousPlace, Centre, UnknownPlace
from webapp.workplaces.models import PublicationChange, Workplace

DUIVEN = Viewpoint("GM0226", Adjacency.MUNICIPALITY)
ARNHEM = Viewpoint("GM0202", Adjacency.PLACE)
NEARBY = {"Zevenaar": "6901 AB", "Westervoort": "6931 AB", "Arnhem": "6811 AB", "Velp": "6881 AB"}


@pytest.fixture
def offer(database, engine):
    """Workplaces in and around Duiven, in the index: title to id."""

    def add(title, place="Duiven", **values):
        postcode = NEARBY.get(place, "6921 AB")
        with database.writing() as session:
            workplace = make_workplace(
                session, title=title, place=place, postcode=postcode, **values
            )
        indexing.apply_changes(database, engine)
        return workplace.id

    return add


def ask(database, engine, text="", viewpoint=DUIVEN, **values):
    with database.reading() as session:
        return search(session, engine, SearchRequest(text=text, **values), viewpoint=viewpoint)


def titles(page):
    return [hit.workplace.content.title for hit in page.hits]


def test_a_visitor_finds_by_word_in_the_own_municipality_and_around_it(database, engine, offer):
    offer("Fietsen herstellen")
    offer("Fietsenmaker", "Zevenaar")
    offer("Fietsenstalling", "Arnhem")
    offer("Koken", "Zevenaar")
    page = ask(database, engine, "fiets")
    assert titles(page) == ["Fietsen herstellen", "Fietsenmaker"]
    assert [hit.reason for hit in page.hits] == [Reason.OWN, Reason.ADJACENT]
    assert [hit.workplace.municipality_name for hit in page.hits] == ["Duiven", "Zevenaar"]
    assert page.sort is Sort.RELEVANCE
    assert titles(ask(database, engine, "fiets", area=Area.MUNICIPALITY)) == ["Fietsen herstellen"]


def test_a_visitor_of_arnhem_finds_the_places_beside_it(database, engine, offer):
    offer("Hout", "Velp")
    offer("Hout", "Zevenaar")
    page = ask(database, engine, viewpoint=ARNHEM)
    assert [hit.workplace.municipality_name for hit in page.hits] == ["Rheden"]


def test_a_visitor_finds_by_organisation_place_and_text(database, engine):
    with database.writing() as session:
        make_workplace(session, organisation=make_organisation(session, name="De Eikenhof"))
    indexing.apply_changes(database, engine)
    for text in ("eikenhof", "duiven", "moestuin"):
        assert ask(database, engine, text).total == 1


def test_distances_are_geodesic_and_shown_whenever_a_place_is_given(database, engine, offer):
    offer("Hout", "Zevenaar")
    page = ask(database, engine, where="6921")
    (hit,) = page.hits
    assert isinstance(page.where, Centre)
    assert hit.distance_km == distance_km(page.where.point, hit.workplace.point)
    assert page.sort is Sort.DISTANCE
    assert ask(database, engine).hits[0].distance_km is None


def test_within_a_distance_of_a_postcode_or_place(database, engine, offer):
    offer("Duiven")
    offer("Westervoort", "Westervoort")
    offer("Arnhem", "Arnhem")
    for where in ("6921", "Duiven"):
        page = ask(database, engine, area=Area.DISTANCE, where=where, km=5)
        assert titles(page) == ["Duiven", "Westervoort"]
        assert {hit.reason for hit in page.hits} == {Reason.DISTANCE}
    assert ask(database, engine, area=Area.DISTANCE, where="6921", km=12).total == 3
    assert ask(database, engine, area=Area.DISTANCE, where="1791", km=50).total == 0


def test_a_workplace_without_coordinates_is_found_and_comes_last(database, engine, offer):
    lost = offer("Aardappels rooien")
    offer("Zagen", "Zevenaar")
    with database.writing() as session:
        workplace = session.get(Workplace, lost)
        workplace.published_version.latitude = workplace.published_version.longitude = None
        session.add(PublicationChange(workplace_id=lost, at=LONG_AGO))
    indexing.apply_changes(database, engine)
    by_distance = ask(database, engine, where="6921", sort=Sort.DISTANCE)
    assert titles(by_distance) == ["Zagen", "Aardappels rooien"]
    nearby = ask(database, engine, where="6921", area=Area.DISTANCE, km=20)
    assert [hit.reason for hit in nearby.hits] == [Reason.DISTANCE, Reason.UNLOCATED]


@pytest.mark.parametrize(
    ("where", "kind"), [("Nergenshuizen", UnknownPlace), ("Bergen", AmbiguousPlace)]
)
def test_a_place_that_is_not_understood_is_a_result_of_its_own(
    database, engine, offer, where, kind
):
    offer("Hout")
    near = ask(database, engine, where=where, area=Area.DISTANCE)
    assert isinstance(near.where, kind)
    assert (near.total, near.pages, near.hits) == (0, 1, ())
    around = ask(database, engine, where=where, sort=Sort.DISTANCE)
    assert isinstance(around.where, kind)
    assert (around.total, around.sort) == (1, Sort.NEWEST)


def test_without_words_or_place_the_newest_comes_first(database, engine, offer):
    offer("Oud")
    offer("Nieuw", at=LONG_AGO + timedelta(days=1))
    page = ask(database, engine)
    assert (titles(page), page.sort) == (["Nieuw", "Oud"], Sort.NEWEST)


def test_pages_hold_twenty_and_the_one_beyond_the_last_is_the_last(database, engine):
    with database.writing() as session:
        organisation = make_organisation(session)
        for number in range(45):
            make_workplace(session, organisation=organisation, title=f"Plek {number:02}")
    indexing.apply_changes(database, engine)
    page = ask(database, engine, page=9, sort=Sort.NAME)
    assert (page.total, page.pages, page.request.page, len(page.hits)) == (45, 3, 3, 5)


def test_what_was_hidden_a_moment_ago_is_in_no_hit_total_or_count(database, engine, offer):
    offer("Hout zagen", rungs=(2,))
    hidden = offer("Hout schuren", rungs=(3,))
    with database.writing() as session:
        hide(session, session.get(Workplace, hidden))
    page = ask(database, engine, "hout")
    assert titles(page) == ["Hout zagen"]
    assert page.total == 1
    assert page.facets[Facet.RUNG] == {"2": 1}
    indexing.apply_changes(database, engine)
    assert ask(database, engine, "hout").total == 1
    assert engine.health().documents == 1


def test_what_vanished_without_a_word_is_not_shown_and_not_counted(database, engine, offer):
    gone = offer("Hout zagen")
    offer("Hout schuren")
    with database.writing() as session:
        session.get(Workplace, gone).organisation.status = OrganisationStatus.REJECTED
    page = ask(database, engine, "hout")
    assert (titles(page), page.total) == (["Hout schuren"], 1)


def test_while_the_index_is_away_the_database_answers_the_same(database, engine, offer, tmp_path):
    offer("Fietsenmaker", "Zevenaar", rungs=(2,))
    offer("Fietsen herstellen", rungs=(3,))
    offer("Koken", "Arnhem", service_area=("GM0226",))
    absent = WhooshEngine(tmp_path / "nothing here")
    for values in ({}, {"area": Area.MUNICIPALITY}, {"area": Area.DISTANCE, "where": "6921"}):
        for text in ("", "fiets", "koken"):
            with_index = ask(database, engine, text, **values)
            without = ask(database, absent, text, **values)
            assert titles(with_index) == titles(without)
            assert (with_index.total, with_index.facets) == (without.total, without.facets)


def test_a_search_costs_the_same_few_statements_for_3_rows_and_for_20(database, engine):
    costs = []
    for extra in (3, 30):
        with database.writing() as session:
            for number in range(extra):
                make_workplace(session, title=f"Hout {number}")
        indexing.apply_changes(database, engine)
        with counted_statements(database) as statements:
            page = ask(database, engine, "hout", where="6921")
            assert all(hit.workplace.organisation for hit in page.hits)
        costs.append(len(statements))
    assert costs == [4, 4]


def test_a_slip_of_the_pen_finds_what_was_meant_at_once(database, engine, offer):
    offer("Fietsen herstellen")
    page = ask(database, engine, "fiesten")
    assert (titles(page), page.instead, page.maybe) == (["Fietsen herstellen"], "fietsen", "")


def test_a_slip_that_finds_little_leads_to_what_may_have_been_meant(database, engine, offer):
    offer("Fiesten uitdelen")
    for number in range(3):
        offer(f"Fietsen {number}")
    page = ask(database, engine, "fiesten")
    assert (page.total, page.instead, page.maybe) == (1, "", "fietsen")


def test_words_that_do_not_all_fit_find_what_fits_some(database, engine, offer):
    offer("Hout zagen")
    offer("Brood bakken")
    page = ask(database, engine, "hout ketelmuziek")
    assert (titles(page), page.is_partial) == (["Hout zagen"], True)
    assert ask(database, engine, "ketelmuziek").total == 0


def test_a_word_that_all_workplaces_have_need_not_match(database, engine, offer):
    offer("Dieren verzorgen")
    page = ask(database, engine, "werkplek dieren")
    assert (titles(page), page.is_partial) == (["Dieren verzorgen"], False)


def test_a_slip_is_mended_from_the_database_while_the_index_is_away(database, tmp_path, offer):
    offer("Fietsen herstellen")
    away = WhooshEngine(tmp_path / "nothing here")
    assert ask(database, away, "fiesten").instead == "fietsen"


def test_a_word_of_a_hidden_workplace_is_never_proposed(database, engine, offer):
    hidden = offer("Klompenmaker")
    with database.writing() as session:
        hide(session, session.get(Workplace, hidden))
    page = ask(database, engine, "klompenmakr")
    assert (page.total, page.instead, page.maybe) == (0, "", "")


class CountingEngine(WhooshEngine):
    """Counts what it is asked."""

    asked = 0

    def search(self, query):
        self.asked += 1
        return super().search(query)


def test_many_words_that_are_none_cost_no_more_than_a_few(database, tmp_path, offer):
    offer("Fietsen herstellen")
    engine = CountingEngine(tmp_path / "counted")
    indexing.rebuild(database, engine)
    costs = []
    for count in (6, 40):
        engine.asked = 0
        ask(database, engine, " ".join(f"fietse{'nx' * number}" for number in range(1, count + 1)))
        costs.append(engine.asked)
    engine.close()
    assert costs[0] == costs[1]
