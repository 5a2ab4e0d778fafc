"""What residents, employers and consultants read about taking part."""

from tests.support import html
from tests.support.page_client import PageClient
from tests.support.people import database_of
from tests.support.statements import counted_statements
from webapp.content.faq import base_faq
from webapp.municipalities.settings import change_settings


def _ids(page):
    return {element.get("id") for element in page.tree.iter() if element.get("id")}


def test_a_resident_reads_what_it_is_and_can_sign_up(visitor):
    page = visitor.get("/inwoners")
    assert page.heading == "Zo doe je mee op een werkplek"
    assert "vanaf 16 jaar" in page.main_text
    assert "Meld je aan" in page.links


def test_a_visitor_reads_the_municipalitys_own_names(app, session):
    change_settings(
        session, "GM0200", approach_name="Werkt mee", consultant_title="consulent Werkt mee"
    )
    session.commit()
    client = PageClient(app, host="apeldoorn.localhost:5000")
    for path in ("/", "/inwoners", "/werkgevers", "/veelgestelde-vragen", "/participatieladder"):
        page = client.get(path)
        assert "Werkt mee Apeldoorn" in page.title
        assert "consulent Werkt mee" in page.main_text
        assert "Activerend Werk" not in page.text


def test_an_employer_finds_the_31_questions_below_the_text(visitor):
    page = visitor.get("/werkgevers")
    questions = [
        element for element in html.all_of(html.only(page.tree, "main"), "h4") if element.get("id")
    ]
    assert len(questions) == 31
    assert "de gemeente Duiven" in page.main_text
    assert "{" not in page.main_text


def test_an_employer_goes_straight_to_one_question(visitor):
    page = visitor.get("/werkgevers")
    assert page.links["Waaruit bestaat een tarief?"] == "#opbouw-van-een-tarief"
    assert "opbouw-van-een-tarief" in _ids(page)


def test_a_visitor_finds_the_questions_of_all_three_audiences(visitor):
    page = visitor.get("/veelgestelde-vragen")
    assert {"inwoners", "werkgevers", "consulenten"} <= _ids(page)
    for section in base_faq():
        for group in section.groups:
            assert group.key in _ids(page)
            assert {question.key for question in group.questions} <= _ids(page)


def test_every_link_within_the_page_of_questions_arrives(visitor):
    page = visitor.get("/veelgestelde-vragen")
    main = html.only(page.tree, "main")
    targets = {a.get("href")[1:] for a in html.all_of(main, "a") if a.get("href")[0] == "#"}
    assert targets <= _ids(page)


def test_each_group_of_questions_leads_back_to_the_top(visitor):
    page = visitor.get("/veelgestelde-vragen")
    ways_back = [a for a in html.all_of(page.tree, "a") if html.text_of(a) == "Terug naar boven"]
    assert len(ways_back) == sum(len(section.groups) for section in base_faq())


def test_a_page_of_questions_asks_the_database_little(app, visitor):
    with counted_statements(database_of(app)) as statements:
        visitor.get("/veelgestelde-vragen")
    assert 0 < len(statements) <= 3


def test_no_municipality_reads_the_name_of_another(app):
    for slug, name, other in (("duiven", "Duiven", "Arnhem"), ("arnhem", "Arnhem", "Duiven")):
        client = PageClient(app, host=f"{slug}.localhost:5000")
        for path in ("/werkgevers", "/inwoners", "/veelgestelde-vragen", "/privacy"):
            text = client.get(path).text
            assert name in text
            assert other not in text


def test_a_visitor_climbs_the_ladder_to_the_products(visitor):
    page = visitor.get("/participatieladder")
    assert page.links["Ontwikkeling naar trede 3"] == "/trajecten#ontwikkeling-3"
    assert {f"trede-{number}" for number in range(1, 7)} <= _ids(page)
    assert "ontwikkeling-3" in _ids(visitor.follow("Ontwikkeling naar trede 3"))


def test_a_visitor_sees_only_the_products_that_the_municipality_offers(visitor, session):
    assert "Stabiel op trede 4" in visitor.get("/trajecten").main_text
    change_settings(session, "GM0226", products_offered=("orientatie", "stabiel-3"))
    session.commit()
    for path in ("/trajecten", "/participatieladder"):
        page = visitor.get(path)
        assert "Stabiel op trede 3" in page.main_text
        assert "Stabiel op trede 4" not in page.main_text


def test_a_visitor_reads_how_long_the_orientation_takes_in_this_municipality(visitor, session):
    change_settings(session, "GM0226", orientation_duration="ongeveer 8 weken")
    session.commit()
    assert visitor.get("/trajecten").main_text.count("Ongeveer 8 weken") == 2


def test_a_municipality_without_products_says_so(visitor, session):
    change_settings(session, "GM0226", products_offered=())
    session.commit()
    assert "heeft nog geen trajecten gekozen" in visitor.get("/trajecten").main_text
