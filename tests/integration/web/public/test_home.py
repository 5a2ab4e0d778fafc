"""The front page of a municipality."""

from tests.support import html
from tests.support.people import database_of
from tests.support.statements import counted_statements
from tests.support.workplaces import hide, make_workplace
from webapp.workplaces import sectors


def test_a_visitor_can_search_at_once(visitor):
    page = visitor.get("/")
    (search,) = html.all_of(page.tree, "form")
    assert search.get("method") == "get"
    assert html.field_names(search) >= {"q", "postcode"}


def test_each_kind_of_visitor_finds_a_way_in(visitor):
    links = visitor.get("/").links
    assert {"Meld je aan", "Meld je organisatie aan", "Ga naar je werkomgeving"} <= links.keys()
    assert visitor.follow("Lees meer voor werkgevers").heading == "Een werkplek bieden"


def test_a_visitor_chooses_a_kind_of_work(visitor, session):
    sectors.load(session)
    session.commit()
    assert "Groen en tuin" in visitor.get("/").links


def test_a_visitor_sees_how_many_workplaces_there_are_in_the_municipality(visitor, session):
    make_workplace(session)
    make_workplace(session, postcode="6811 AB", place="Arnhem")
    hide(session, make_workplace(session))
    session.commit()
    assert "Bekijk de 1 werkplek in Duiven" in visitor.get("/").links


def test_the_front_page_asks_the_database_little(app, visitor):
    with counted_statements(database_of(app)) as statements:
        visitor.get("/")
    assert 0 < len(statements) <= 4
