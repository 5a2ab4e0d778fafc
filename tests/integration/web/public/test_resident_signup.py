"""A resident signs up, page by page."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from tests.support.page_client import PageClient
from tests.support.people import database_of, staff_member
from tests.support.resident_signup import NEXT, SEND, begin, reach_check, reach_contact, sign_up
from tests.support.workplaces import make_workplace
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.mail.models import OutgoingMail
from webapp.registrations.models import FilledInBy, Registration
from webapp.workplaces import sectors

FIRST = "Terug naar de vorige stap"


@pytest.fixture(autouse=True)
def _sectors(database):
    with database.writing() as session:
        sectors.load(session)


def registrations(app):
    with database_of(app).reading() as session:
        return session.scalars(select(Registration)).all()


def test_a_resident_walks_from_the_explanation_to_the_reference(visitor, app):
    reference = sign_up(visitor)
    (registration,) = registrations(app)
    assert registration.reference == reference
    assert registration.municipality_code == "GM0226"
    assert set(registration.sectors) == {"dieren", "hout"}
    assert registration.day_parts == ["ma-ochtend", "wo-ochtend"]
    assert "We hebben je een mail gestuurd." in visitor.page.main_text
    assert visitor.page.response.headers["Cache-Control"] == "no-store"


def test_each_page_says_which_step_it_is(visitor):
    page = begin(visitor)
    assert "Stap 1 van 7" in page.main_text
    assert "stap 1 van 7" in page.title
    page = visitor.submit(NEXT, filled_in_by="self")
    assert "Stap 2 van 7" in page.main_text


def test_nothing_is_sent_before_the_last_page_which_shows_all_answers(visitor, app):
    page = reach_check(visitor, phone="06 12 34 56 78")
    assert registrations(app) == []
    for answer in (
        "Ria Voorbeeldsma", "ria@voorbeeld.nl", "06 12 34 56 78", "6921 ab", "Dieren", "Hout",
        "Ik ben graag buiten.", "Maandag: ochtend", "Een rustige plek", "Een stoel met leuning.",
        "Ik vul het in voor mezelf",
    ):  # fmt: skip
        assert answer in page.main_text


def test_who_changes_one_answer_comes_back_to_the_check(visitor):
    reach_check(visitor)
    page = visitor.follow("Wijzig meer over het werk")
    assert "Ik ben graag buiten." in page.response.text
    page = visitor.submit(NEXT, wishes="Ik werk graag met hout.")
    assert page.heading == "Klopt alles?"
    assert "Ik werk graag met hout." in page.main_text


def test_going_back_loses_nothing(visitor):
    reach_contact(visitor)
    for _step in range(5):
        visitor.follow(FIRST)
    assert visitor.page.heading == "Wie vult dit in?"
    for _step in range(5):
        visitor.submit(NEXT)
    page = visitor.submit(NEXT, name="Ria Voorbeeldsma", phone="0612345678", residence="Groessen")
    assert "Een stoel met leuning." in page.main_text
    assert "Woensdag: ochtend" in page.main_text


def test_a_later_step_leads_to_the_first_that_is_still_open(visitor):
    for path in ("/inwoners/aanmelden/contact", "/inwoners/aanmelden/controle"):
        assert visitor.get(path).heading == "Wie vult dit in?"
    visitor.get("/inwoners/aanmelden/bestaat-niet", status=404)


def test_a_helper_gives_a_name_of_their_own(visitor, app):
    begin(visitor)
    page = visitor.submit(NEXT, filled_in_by="other", status=422)
    assert page.errors == ["Vul je eigen naam in, want je meldt iemand anders aan."]
    visitor.submit(NEXT, helper_name="Buurvrouw Bedacht")
    assert "Je vult dit in voor iemand anders." in visitor.page.main_text
    visitor.submit(NEXT, meets_age_condition="yes")
    for _step in range(3):
        visitor.submit(NEXT)
    visitor.submit(NEXT, name="Ria Voorbeeldsma", email="ria@voorbeeld.nl", residence="Duiven")
    visitor.submit(SEND)
    (registration,) = registrations(app)
    assert registration.filled_in_by is FilledInBy.OTHER
    assert registration.helper_name == "Buurvrouw Bedacht"


def test_a_consultant_who_is_signed_in_is_recognised(app):
    consultant = staff_member(app, RoleName.CONSULTANT)
    begin(consultant)
    page = consultant.submit(NEXT)
    assert page.heading == "Met wie is dit afgesproken?"


def test_who_is_too_young_or_pensioned_is_helped_on_and_not_registered(visitor):
    begin(visitor)
    visitor.submit(NEXT, filled_in_by="self")
    page = visitor.submit(NEXT, meets_age_condition="no")
    assert page.heading == "We kijken graag met je mee"
    assert visitor.get("/inwoners/aanmelden/controle").heading == "Kun je meedoen?"


def test_a_resident_who_first_said_yes_and_then_no_is_not_registered(visitor, app):
    reach_check(visitor)
    visitor.get("/inwoners/aanmelden/voorwaarde")
    visitor.submit(NEXT, meets_age_condition="no")
    visitor.post_raw("/inwoners/aanmelden/controle", {}, status=400)
    visitor.get("/inwoners/aanmelden/controle")
    assert visitor.page.heading == "Kun je meedoen?"
    assert registrations(app) == []


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"name": ""}, "Vul je naam in."),
        (
            {"name": "www.kwaad.example"},
            "Vul alleen een naam in, zonder webadres, e-mailadres of nummer.",
        ),
        ({"email": ""}, "Vul een e-mailadres of een telefoonnummer in."),
        ({"email": "ria"}, "Vul een e-mailadres in, zoals naam@voorbeeld.nl."),
        ({"phone": "12"}, "Vul een telefoonnummer in, zoals 06 00 00 00 00."),
        ({"residence": ""}, "Vul je postcode of je woonplaats in."),
        (
            {"residence": "Nergenshuizen"},
            "Deze plaats kennen we niet. Vul een postcode in, zoals 1234, of je woonplaats.",
        ),
    ],
)
def test_a_wrong_value_is_told_at_its_field_and_the_rest_is_kept(visitor, wrong, error):
    reach_contact(visitor)
    given = {"name": "Ria Voorbeeldsma", "email": "ria@voorbeeld.nl", "residence": "6921"}
    page = visitor.submit(NEXT, status=422, **(given | wrong))
    assert page.errors == [error]
    assert page.title.startswith("Fout:")
    for value in (given | wrong).values():
        assert value in page.response.text


def test_all_that_must_be_mended_is_told_at_once(visitor):
    reach_contact(visitor)
    page = visitor.submit(NEXT, name="", email="ria", residence="", status=422)
    assert len(page.errors) == 3


def test_choices_must_be_made_where_they_matter(visitor):
    begin(visitor)
    assert visitor.submit(NEXT, status=422).errors == ["Kies voor wie je dit invult."]
    visitor.submit(NEXT, filled_in_by="self")
    assert visitor.submit(NEXT, status=422).errors == ["Kies “Ja” of “Nee”."]


def test_a_text_that_is_too_long_is_kept_and_told(visitor):
    begin(visitor)
    visitor.submit(NEXT, filled_in_by="self")
    visitor.submit(NEXT, meets_age_condition="yes")
    page = visitor.submit(NEXT, wishes="x" * 2001, status=422)
    assert page.errors == ["Maak deze tekst korter: hooguit 2000 tekens."]
    assert "x" * 2001 in page.response.text


def test_who_presses_twice_registers_once_and_sees_the_same_reference(visitor, app):
    check = reach_check(visitor)
    first = visitor.submit(SEND)
    visitor.pages.append(check)
    second = visitor.submit(SEND)
    assert first.main_text == second.main_text
    assert len(registrations(app)) == 1


def test_one_visitor_registers_two_people_one_after_the_other(visitor, app):
    first = sign_up(visitor)
    second = sign_up(visitor, name="Hamid Verzinsel")
    assert first != second
    assert {each.name for each in registrations(app)} == {"Ria Voorbeeldsma", "Hamid Verzinsel"}


def sign_up_by_phone(visitor):
    """Register without an e-mail address; return the private link that the page shows."""
    sign_up(visitor, email="", phone="06 12 34 56 78")
    (link,) = (text for text in visitor.page.links if "/inwoners/aanmelding/" in text)
    return link


def test_without_an_email_address_the_page_shows_the_private_link(visitor, app):
    link = sign_up_by_phone(visitor)
    assert "Je gaf geen e-mailadres. Je krijgt dus geen mail." in visitor.page.main_text
    assert visitor.page.response.headers["Cache-Control"] == "no-store"
    assert link.startswith("http://duiven.localhost:5000/")
    visitor.follow(link)
    assert "06 12 34 56 78" in visitor.page.main_text
    visitor.follow("Stop mijn aanmelding")
    visitor.submit("Ja, wis mijn aanmelding")
    with database_of(app).reading() as session:
        kinds = set(session.scalars(select(OutgoingMail.kind)))
    assert kinds == {"registrations/new_for_staff"}


def test_the_private_link_stays_the_same_however_often_the_page_is_asked(visitor, app):
    check = reach_check(visitor, email="", phone="06 12 34 56 78")
    first = visitor.submit(SEND)
    visitor.pages.append(check)
    second = visitor.submit(SEND)
    third = visitor.get("/inwoners/aanmelden/verzonden")
    assert first.links == second.links == third.links
    assert len(registrations(app)) == 1


def test_the_next_person_at_the_computer_does_not_find_the_private_link(visitor):
    sign_up_by_phone(visitor)
    visitor.submit("Ik heb de link bewaard")
    assert visitor.get("/inwoners/aanmelden/verzonden").heading == "Meld je aan"
    sign_up_by_phone(visitor)
    with time_machine.travel(clock.now() + timedelta(minutes=31)):
        assert visitor.get("/inwoners/aanmelden/verzonden").heading == "Meld je aan"


def test_a_link_that_came_by_mail_is_not_shown(visitor):
    sign_up(visitor, phone="06 12 34 56 78")
    assert not [text for text in visitor.page.links if "/inwoners/aanmelding/" in text]


def test_a_visitor_who_had_begun_goes_on_or_begins_again(visitor):
    begin(visitor)
    visitor.submit(NEXT, filled_in_by="self")
    visitor.get("/inwoners/aanmelden")
    assert visitor.follow("Ga verder met je aanmelding").heading == "Kun je meedoen?"
    visitor.get("/inwoners/aanmelden")
    page = visitor.submit("Wis mijn antwoorden en begin opnieuw")
    assert "Begin met je aanmelding" in page.links


def test_a_visitor_who_only_reads_the_explanation_gets_no_cookie(visitor):
    assert "Set-Cookie" not in visitor.get("/inwoners/aanmelden").response.headers


def test_the_workplace_that_somebody_came_from_is_kept(visitor, app, database):
    with database.writing() as session:
        workplace = make_workplace(session, title="Fietsen maken")
        expected = workplace.id
    visitor.get("/inwoners/aanmelden", werkplek=workplace.public_id)
    assert "Fietsen maken" in visitor.page.main_text
    visitor.follow("Begin met je aanmelding")
    visitor.submit(NEXT, filled_in_by="self")
    visitor.submit(NEXT, meets_age_condition="yes")
    for _step in range(3):
        visitor.submit(NEXT)
    page = visitor.submit(NEXT, name="Ria Voorbeeldsma", email="ria@voorbeeld.nl", residence="6921")
    assert "Fietsen maken" in page.main_text
    visitor.submit(SEND)
    (registration,) = registrations(app)
    assert registration.workplace_id == expected


def test_a_workplace_that_does_not_exist_is_no_obstacle(visitor):
    page = visitor.get("/inwoners/aanmelden", werkplek="bestaatniet")
    assert page.heading == "Meld je aan"


def test_who_lives_elsewhere_is_told_where_the_registration_goes(visitor):
    page = reach_check(visitor, residence="6811")
    assert "Je woont in de gemeente Arnhem." in page.main_text


def test_why_and_how_long_data_are_kept_stands_where_contact_data_are_asked(visitor):
    page = reach_contact(visitor)
    assert "De gemeente heeft je gegevens nodig om je te helpen." in page.main_text
    assert "12 maanden na de laatste verandering." in page.main_text
    privacy = visitor.follow("Lees waarom we je gegevens mogen bewaren").main_text
    assert "De wettelijke reden is: een taak van de gemeente (privacywet AVG, artikel 6" in privacy
    assert "12 maanden na de laatste verandering." in privacy


def test_nobody_signs_up_on_the_platform_itself(app):
    PageClient(app, host="localhost:5000").get("/inwoners/aanmelden", status=404)
