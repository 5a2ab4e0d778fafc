"""What a municipality allows from elsewhere is found there, and nowhere else [S0 Eis 8c]."""

from datetime import timedelta

import pytest

from tests.support.exceptions import MODERATOR, NOW, TODAY, make_exception
from tests.support.statements import counted_statements
from tests.support.workplaces import hide, make_workplace
from webapp.municipalities.settings import Adjacency
from webapp.search import indexing
from webapp.search import scope as scopes
from webapp.search.document import facts_of_version
from webapp.search.engines.whoosh import WhooshEngine
from webapp.search.outside import workplaces_outside
from webapp.search.queries import Viewpoint, search
from webapp.search.request import SearchRequest
from webapp.search.scope import Area, Reason
from webapp.workplaces.exceptions import operations
from webapp.workplaces.models import Workplace

BY_MUNICIPALITY, BY_PLACE = Adjacency.MUNICIPALITY, Adjacency.PLACE
DUIVEN, ARNHEM, APELDOORN = "GM0226", "GM0202", "GM0200"
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
IN_FORCE = {"valid_from": YESTERDAY, "valid_to": TODAY}
OPEN_ENDED = {"valid_from": TODAY}
RUN_OUT = {"valid_from": YESTERDAY, "valid_to": YESTERDAY}
COMING = {"valid_from": TOMORROW}
POSTCODES = {
    "Duiven": "6921 AB",
    "Zevenaar": "6901 AB",
    "Arnhem": "6811 AB",
    "Velp": "6881 AB",
    "Dieren": "6951 AB",
    "Apeldoorn": "7311 AB",
}


@pytest.fixture
def offer(database, engine):
    """A workplace in the index, and allowed in a municipality when days are given."""

    def add(title, place="Apeldoorn", days=None, code=DUIVEN, **content):
        with database.writing() as session:
            workplace = make_workplace(
                session, title=title, place=place, postcode=POSTCODES[place], **content
            )
            if days is not None:
                make_exception(session, workplace, code, now=NOW - timedelta(days=9), **days)
        indexing.apply_changes(database, engine)
        return workplace.id

    return add


def found(database, engine, text="", code=DUIVEN, adjacency=BY_MUNICIPALITY, **values):
    viewpoint = Viewpoint(code, adjacency, TODAY)
    with database.reading() as session:
        page = search(session, engine, SearchRequest(text=text, **values), viewpoint=viewpoint)
    assert page.total == len(page.hits)
    return {hit.workplace.content.title: hit.reason for hit in page.hits}


@pytest.mark.parametrize(
    ("own", "adjacency", "place", "serves", "days", "reason"),
    [
        (DUIVEN, BY_MUNICIPALITY, "Apeldoorn", (), None, None),
        (DUIVEN, BY_MUNICIPALITY, "Apeldoorn", (), IN_FORCE, Reason.EXCEPTION),
        (DUIVEN, BY_MUNICIPALITY, "Apeldoorn", (), OPEN_ENDED, Reason.EXCEPTION),
        (DUIVEN, BY_MUNICIPALITY, "Apeldoorn", (), RUN_OUT, None),
        (DUIVEN, BY_MUNICIPALITY, "Apeldoorn", (), COMING, None),
        (DUIVEN, BY_MUNICIPALITY, "Apeldoorn", (DUIVEN,), IN_FORCE, Reason.SERVICE_AREA),
        (DUIVEN, BY_MUNICIPALITY, "Duiven", (), IN_FORCE, Reason.OWN),
        (DUIVEN, BY_MUNICIPALITY, "Zevenaar", (), IN_FORCE, Reason.ADJACENT),
        (DUIVEN, BY_PLACE, "Apeldoorn", (), IN_FORCE, Reason.EXCEPTION),
        (ARNHEM, BY_PLACE, "Velp", (), IN_FORCE, Reason.ADJACENT),
        (ARNHEM, BY_PLACE, "Dieren", (), IN_FORCE, Reason.EXCEPTION),
        (ARNHEM, BY_PLACE, "Dieren", (), RUN_OUT, None),
        (ARNHEM, BY_PLACE, "Dieren", (ARNHEM,), COMING, Reason.SERVICE_AREA),
        (ARNHEM, BY_MUNICIPALITY, "Dieren", (), IN_FORCE, Reason.ADJACENT),
    ],
)
def test_an_exception_counts_only_when_nothing_else_does(
    session, *, own, adjacency, place, serves, days, reason
):
    workplace = make_workplace(session, place=place, postcode=POSTCODES[place], service_area=serves)
    if days is not None:
        make_exception(session, workplace, own, now=NOW - timedelta(days=9), **days)
    facts = facts_of_version(workplace, workplace.published_version)
    scope = scopes.surroundings(session, own, adjacency, today=TODAY)
    assert scope.reason_by_rule(facts) is reason
    assert reason is None or facts.municipality_code in scope.codes


def test_who_asks_for_the_municipality_alone_gets_nothing_from_elsewhere(database, engine, offer):
    offer("Koffie", days=IN_FORCE)
    offer("Snoeien", service_area=(DUIVEN,))
    assert found(database, engine, area=Area.MUNICIPALITY) == {"Snoeien": Reason.SERVICE_AREA}


def test_the_other_workplaces_of_that_municipality_stay_out(database, engine, offer):
    offer("Koffie branden", days=IN_FORCE)
    offer("Koffie schenken")
    offer("Koffie proeven", "Duiven")
    assert found(database, engine, "koffie") == {
        "Koffie branden": Reason.EXCEPTION,
        "Koffie proeven": Reason.OWN,
    }


def test_an_exception_is_of_one_municipality(database, engine, offer):
    offer("Koffie", days=IN_FORCE)
    assert found(database, engine, code=ARNHEM, adjacency=BY_PLACE) == {}
    assert found(database, engine, code=APELDOORN) == {"Koffie": Reason.OWN}


def test_within_a_distance_the_distance_counts(database, engine, offer):
    offer("Koffie", days=IN_FORCE)
    near_duiven = {"area": Area.DISTANCE, "where": "6921"}
    assert found(database, engine, km=10, **near_duiven) == {}
    assert found(database, engine, km=50, **near_duiven) == {"Koffie": Reason.DISTANCE}


def test_granting_and_ending_count_in_the_very_next_search(database, engine, offer):
    """The worker does nothing in between: the index knows of no exceptions."""
    workplace_id = offer("Koffie")
    assert found(database, engine) == {}
    with database.writing() as session:
        exception = make_exception(session, session.get(Workplace, workplace_id))
    assert found(database, engine) == {"Koffie": Reason.EXCEPTION}
    with database.writing() as session:
        operations.end(
            session, DUIVEN, exception.public_id, reason="Klaar.", actor=MODERATOR, now=NOW
        )
    assert found(database, engine) == {}


def test_a_hidden_workplace_is_not_found_by_its_exception(database, engine, offer):
    workplace_id = offer("Koffie", days=IN_FORCE)
    with database.writing() as session:
        hide(session, session.get(Workplace, workplace_id))
    assert found(database, engine) == {}


def test_while_the_index_is_away_exceptions_are_found_as_well(database, offer, tmp_path):
    offer("Koffie", days=IN_FORCE)
    absent = WhooshEngine(tmp_path / "nothing here")
    assert found(database, absent, "koffie") == {"Koffie": Reason.EXCEPTION}


def test_exceptions_cost_a_search_no_statement(database, engine, offer):
    with counted_statements(database) as before:
        found(database, engine, "koffie")
    for number in range(5):
        offer(f"Koffie {number}", days=IN_FORCE)
    with counted_statements(database) as after:
        assert len(found(database, engine, "koffie")) == 5
    # One more for the rows of what is found, exception or not.
    assert len(after) == len(before) + 1


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("koffie", ["Koffie branden", "Koffie schenken"]),
        ("KOFFIE branden", ["Koffie branden"]),
        ("apeldoorn", ["Koffie branden", "Koffie schenken"]),
        ("boon koffie", ["Koffie branden", "Koffie schenken"]),
        ("%", []),
        ("zeilen", []),
    ],
)
def test_a_moderator_finds_what_lies_outside_by_title_organisation_and_place(
    database, offer, text, titles
):
    offer("Koffie branden")
    offer("Koffie schenken")
    offer("Koffie hier", "Duiven")
    offer("Koffie hiernaast", "Zevenaar")
    offer("Koffie voor ons", service_area=(DUIVEN,))
    offer("Koffie met toestemming", days=IN_FORCE)
    hidden = offer("Koffie die niemand ziet")
    with database.writing() as session:
        hide(session, session.get(Workplace, hidden))
        for workplace in session.query(Workplace):
            workplace.organisation.name = "De Trage Boon"
    with database.reading() as session:
        scope = scopes.surroundings(session, DUIVEN, BY_MUNICIPALITY, today=TODAY)
        rows = workplaces_outside(session, scope, text, limit=20)
        assert [workplace.published_version.content.title for workplace, _ in rows] == titles
        assert {name for _, name in rows} <= {"Apeldoorn"}
        assert len(workplaces_outside(session, scope, text, limit=1)) == min(1, len(titles))
