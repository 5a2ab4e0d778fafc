"""Searching for a workplace, as a visitor does."""

from sqlalchemy import select

from tests.support import html
from tests.support.page_client import PageClient
from tests.support.search_index import bring_up_to_date
from tests.support.statements import counted_statements
from tests.support.workplaces import hide, make_organisation, make_workplace
from webapp.workplaces.models import Workplace


def canonical_of(page):
    (link,) = (each for each in html.all_of(page.tree, "link") if each.get("rel") == "canonical")
    return link.get("href")


def titles(page):
    return [link for link, url in page.links.items() if "/werkplekken/" in url and "-" in url]


ZEVENAAR = {"postcode": "6901 AB", "place": "Zevenaar"}
ARNHEM = {"postcode": "6811 AB", "place": "Arnhem"}


def test_a_visitor_finds_a_workplace_by_words_and_opens_it(visitor, offer):
    offer("Fietsenmaker", **ZEVENAAR)
    offer("Werken in de keuken")
    visitor.get("/")
    page = visitor.submit("Zoek werkplekken", q="fietsen")
    assert page.heading == "1 werkplek met “fietsen” in Duiven en buurgemeenten"
    assert "Zevenaar (buurgemeente Zevenaar)" in page.main_text
    assert visitor.follow("Fietsenmaker").heading == "Fietsenmaker"
    assert visitor.page.links["Werkplekken"].endswith("/werkplekken?postcode=&q=fietsen")


def test_without_an_index_a_visitor_finds_the_same(visitor, database):
    with database.writing() as session:
        make_workplace(session, title="Hout zagen")
    assert visitor.get("/werkplekken", q="hout").heading.startswith("1 werkplek ")


def test_a_visitor_looks_in_the_own_municipality_alone(visitor, offer):
    offer("Tuin in Zevenaar", **ZEVENAAR)
    offer("Tuin in Duiven")
    visitor.get("/werkplekken")
    page = visitor.submit("Zoek werkplekken", gebied="gemeente")
    assert page.heading == "1 werkplek in Duiven"


def test_arnhem_counts_adjacent_places(app, offer):
    offer("Timmeren", postcode="6881 AB", place="Velp")
    page = PageClient(app, host="arnhem.localhost:5000").get("/werkplekken")
    assert page.heading == "1 werkplek in Arnhem en de plaatsen ernaast"


def test_a_visitor_searches_near_a_postcode_and_sees_how_far_it_is(visitor, offer):
    offer("Tuin in Arnhem", **ARNHEM)
    offer("Tuin in Zevenaar", **ZEVENAAR)
    offer("Tuin in Duiven")
    visitor.get("/werkplekken")
    page = visitor.submit("Zoek werkplekken", gebied="afstand", postcode="6921 ab", km="10")
    assert page.heading == "3 werkplekken binnen 10 km van 6921 Duiven"
    assert titles(page)[0] == "Tuin in Duiven"
    assert "minder dan 1 km" in page.main_text
    assert "ongeveer 5 km" in page.main_text


def test_a_place_that_does_not_exist_is_told_at_its_field_and_kept(visitor, offer):
    offer("Hout")
    page = visitor.get("/werkplekken", status=422, gebied="afstand", postcode="Nergenshuizen")
    assert page.heading == "We kennen geen plaats “Nergenshuizen”"
    assert "Vul een postcode in, zoals 1234, of een plaatsnaam." in page.main_text
    assert 'value="Nergenshuizen"' in page.response.text
    around = visitor.get("/werkplekken", status=422, postcode="Nergenshuizen")
    assert around.heading.startswith("1 werkplek ")


def test_of_several_places_with_one_name_a_visitor_chooses(visitor, offer):
    offer("Hout zagen", postcode="6661 AB", place="Elst")
    page = visitor.get("/werkplekken", status=422, gebied="afstand", postcode="Elst", km="5")
    assert page.heading == "Welke plaats bedoel je met “Elst”?"
    page = visitor.follow("Elst in de gemeente Overbetuwe")
    assert page.heading == "1 werkplek binnen 5 km van Elst"


def test_a_visitor_filters_and_removes_a_filter(visitor, offer):
    offer("Zagen", sectors=("hout",), rungs=(3,))
    offer("Schaven", sectors=("hout",), rungs=(4,))
    offer("Wieden", sectors=("groen-en-tuin",), rungs=(3,))
    visitor.get("/werkplekken")
    page = visitor.submit("Filters toepassen", branche=["hout"], trede=["3"])
    assert titles(page) == ["Zagen"]
    assert "4. Onbetaald werk (1 werkplek)" in page.main_text
    page = visitor.follow("Verwijder filter: 3. Bijdrage leveren")
    assert sorted(titles(page)) == ["Schaven", "Zagen"]
    page = visitor.follow("Wis alle filters")
    assert len(titles(page)) == 3


def test_how_many_stand_on_a_page_is_not_for_its_address_to_say(visitor, offer):
    offer("Hout zagen")
    offer("Brood bakken")
    assert titles(visitor.get("/werkplekken", perPagina="1")) == ["Brood bakken", "Hout zagen"]


def test_more_than_twenty_come_on_several_pages_each_with_its_own_title(visitor, database, app):
    with database.writing() as session:
        organisation = make_organisation(session)
        for number in range(45):
            make_workplace(session, organisation=organisation, title=f"Plek {number:02}")
    bring_up_to_date(app, database)
    page = visitor.get("/werkplekken", q="plek", sorteer="naam")
    assert ", pagina 1 van 3" in page.title
    assert len(titles(page)) == 20
    page = visitor.follow("Volgende pagina")
    assert page.url.endswith("/werkplekken?q=plek&sorteer=naam&pagina=2")
    assert titles(page)[0] == "Plek 20"
    assert ", pagina 3 van 3" in visitor.get("/werkplekken", pagina="99").title


def test_who_finds_nothing_hears_where_there_is_something(visitor, offer):
    offer("Fietsen maken", **ARNHEM)
    offer("Koken")
    page = visitor.get("/werkplekken", q="fietsen", gebied="gemeente")
    assert page.heading == "Geen werkplekken met “fietsen” in Duiven"
    page = visitor.follow("1 werkplek met “fietsen” binnen 10 km van Duiven")
    assert titles(page) == ["Fietsen maken"]


def test_what_a_provider_hid_a_moment_ago_is_gone(visitor, offer, database):
    hidden = offer("Hout zagen")
    offer("Hout schaven")
    with database.writing() as session:
        hide(session, session.scalar(select(Workplace).where(Workplace.public_id == hidden)))
    page = visitor.get("/werkplekken", q="hout")
    assert titles(page) == ["Hout schaven"]
    assert page.heading.startswith("1 werkplek ")


def test_only_the_bare_search_is_for_search_engines(visitor):
    bare, filtered = visitor.get("/werkplekken"), visitor.get("/werkplekken", q="hout")
    assert "noindex" not in bare.response.text
    assert "noindex" in filtered.response.text
    for page in (bare, filtered):
        assert canonical_of(page) == "http://duiven.localhost:5000/werkplekken"


def test_a_list_costs_as_many_statements_for_20_rows_as_for_3(visitor, database, app):
    costs = []
    for extra in (3, 30):
        with database.writing() as session:
            for number in range(extra):
                make_workplace(session, title=f"Hout {number}")
        bring_up_to_date(app, database)
        with counted_statements(database) as statements:
            visitor.get("/werkplekken", q="hout", postcode="6921")
        costs.append(len(statements))
    assert costs[0] == costs[1] <= 8


def test_a_slip_of_the_pen_is_mended_and_said(visitor, offer):
    offer("Fietsen herstellen")
    page = visitor.get("/werkplekken", q="fiesten")
    assert page.heading.startswith("1 werkplek met “fietsen”")
    assert "We vonden niets met “fiesten”." in page.main_text
    assert titles(page) == ["Fietsen herstellen"]


def test_who_asks_too_much_sees_what_fits_in_part(visitor, offer):
    offer("Hout zagen")
    page = visitor.get("/werkplekken", q="hout ketelmuziek")
    assert page.heading.startswith("1 werkplek met een deel van “hout ketelmuziek”")
    assert "Het woord “ketelmuziek” staat hier bij geen enkele werkplek." in page.main_text


def test_who_finds_little_may_have_meant_something_else(visitor, offer):
    offer("Fiesten uitdelen")
    for number in range(3):
        offer(f"Fietsen {number}")
    visitor.get("/werkplekken", q="fiesten")
    assert visitor.follow("fietsen").heading.startswith("3 werkplekken met “fietsen”")
