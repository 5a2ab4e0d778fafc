"""A consultant signs a resident up, and is asked with whom that was agreed."""

import pytest
from sqlalchemy import select

from tests.support import html
from tests.support.page_client import PageClient
from tests.support.people import database_of, staff_member
from tests.support.resident_signup import NEXT, SEND, begin, private_link, reach_agreement
from webapp.accounts.models import RoleName
from webapp.core import migrations
from webapp.languages import catalogues
from webapp.registrations.models import FilledInBy, Registration
from webapp.workplaces import sectors

BACK = "Terug naar de vorige stap"
LIST = "/consulent/aanmeldingen"
STEP = "/inwoners/aanmelden/afspraak"
ASKED = "Met wie is dit afgesproken?"
AGREED = "Ria zelf, en haar mentor"
WHO = {"name": "Ria Voorbeeldsma", "email": "ria@voorbeeld.nl", "residence": "6921"}


@pytest.fixture(autouse=True)
def _sectors(database):
    with database.writing() as session:
        sectors.load(session)


def registration(app):
    with database_of(app).reading() as session:
        found = session.scalars(select(Registration)).one()
        return found.filled_in_by, found.agreed_with, found.public_id


def reach_check(visitor, agreed_with=AGREED):
    reach_agreement(visitor)
    visitor.submit(NEXT, agreed_with=agreed_with)
    visitor.submit(NEXT, meets_age_condition="yes")
    for _step in range(3):
        visitor.submit(NEXT)
    return visitor.submit(NEXT, **WHO)


def test_the_question_comes_after_that_who_fills_it_in(visitor):
    page = reach_agreement(visitor)
    assert page.heading == ASKED
    assert "Stap 2 van 8" in page.main_text
    # Here “je” is the consultant.
    assert "Met “je” bedoelen we die persoon." not in page.main_text
    page = visitor.submit(NEXT, agreed_with=AGREED)
    assert page.heading == "Kun je meedoen?"
    assert "Stap 3 van 8" in page.main_text
    assert "Met “je” bedoelen we die persoon." in page.main_text


@pytest.mark.parametrize("channel", ["self", "employer", "other"])
def test_nobody_else_is_asked(visitor, channel):
    begin(visitor)
    page = visitor.submit(NEXT, filled_in_by=channel, helper_name="Ans van Demo")
    assert page.heading == "Kun je meedoen?"
    assert "Stap 2 van 7" in page.main_text
    assert visitor.get(STEP).heading == "Kun je meedoen?"


def test_the_question_is_not_asked_before_it_is_known_who_fills_it_in(visitor):
    assert visitor.get(STEP).heading == "Wie vult dit in?"


def test_no_answer_or_too_long_a_one_is_told_and_kept(visitor):
    reach_agreement(visitor)
    page = visitor.submit(NEXT, status=422)
    assert page.errors == ["Vul in met wie je dit hebt afgesproken: een naam of een rol."]
    assert page.title.startswith("Fout:")
    page = visitor.submit(NEXT, agreed_with="x" * 201, status=422)
    assert page.errors == ["Maak dit antwoord korter: hooguit 200 tekens."]
    assert "x" * 201 in page.response.text
    assert visitor.get("/inwoners/aanmelden/voorwaarde").heading == ASKED


def test_the_answer_stands_among_the_others_and_can_be_changed(visitor, app):
    page = reach_check(visitor)
    assert "Stap 8 van 8" in page.main_text
    assert AGREED in page.main_text
    visitor.follow("Wijzig afgesproken met")
    page = visitor.submit(NEXT, agreed_with="De moeder van Ria")
    assert page.heading == "Klopt alles?"
    assert "De moeder van Ria" in page.main_text
    visitor.submit(SEND)
    assert registration(app)[:2] == (FilledInBy.CONSULTANT, "De moeder van Ria")
    visitor.get(private_link(visitor))
    assert "De moeder van Ria" in visitor.page.main_text


def test_going_back_and_forth_loses_nothing(visitor):
    reach_check(visitor)
    for _step in range(7):
        visitor.follow(BACK)
    assert visitor.page.heading == "Wie vult dit in?"
    page = visitor.submit(NEXT)
    assert page.heading == "Klopt alles?"
    visitor.get("/inwoners/aanmelden/voorwaarde")
    page = visitor.follow(BACK)
    assert AGREED in page.response.text


def test_the_answer_is_forgotten_when_somebody_else_fills_it_in(visitor, app):
    reach_check(visitor)
    visitor.get("/inwoners/aanmelden/invuller")
    page = visitor.submit(NEXT, filled_in_by="self")
    assert page.heading == "Klopt alles?"
    assert "Stap 7 van 7" in page.main_text
    assert AGREED not in page.main_text
    visitor.get("/inwoners/aanmelden/invuller")
    page = visitor.submit(NEXT, filled_in_by="consultant", helper_name="Carla Wegwijs")
    assert page.heading == ASKED
    assert AGREED not in page.response.text
    visitor.get("/inwoners/aanmelden/controle")
    assert visitor.page.heading == ASKED
    visitor.submit(NEXT, agreed_with="De moeder van Ria")
    visitor.submit(SEND)
    assert registration(app)[1] == "De moeder van Ria"


def test_a_page_that_was_left_open_does_not_bring_the_answer_back(visitor, app):
    asked = reach_agreement(visitor)
    visitor.submit(NEXT, agreed_with=AGREED)
    visitor.get("/inwoners/aanmelden/invuller")
    visitor.submit(NEXT, filled_in_by="self")
    visitor.pages.append(asked)
    page = visitor.submit(NEXT, agreed_with=AGREED)
    assert page.heading == "Kun je meedoen?"
    visitor.submit(NEXT, meets_age_condition="yes")
    for _step in range(3):
        visitor.submit(NEXT)
    visitor.submit(NEXT, **WHO)
    visitor.submit(SEND)
    assert registration(app)[:2] == (FilledInBy.SELF, "")


def test_who_brings_work_along_is_led_to_the_question_that_is_open(visitor):
    reach_check(visitor)
    visitor.get("/inwoners/aanmelden/invuller")
    visitor.submit(NEXT, filled_in_by="self")
    visitor.get("/inwoners/aanmelden/invuller")
    visitor.submit(NEXT, filled_in_by="consultant", helper_name="Carla Wegwijs")
    assert visitor.get("/inwoners/aanmelden/werk", werk="hout").heading == ASKED
    visitor.submit(NEXT, agreed_with=AGREED)
    assert "Hout" in visitor.get("/inwoners/aanmelden/controle").main_text


def test_a_consultant_begins_at_the_list_and_staff_of_the_municipality_reads_it(app):
    consultant = staff_member(app, RoleName.CONSULTANT)
    consultant.get(LIST)
    assert consultant.follow("Iemand aanmelden").heading == "Meld je aan"
    page = consultant.follow("Begin met je aanmelding")
    assert "Stap 1 van 8" in page.main_text
    ((form, button),) = html.forms_with_button(page.tree, NEXT)
    assert html.values_of(form, button)["filled_in_by"] == "consultant"
    consultant.submit(NEXT)
    consultant.submit(NEXT, agreed_with=AGREED)
    consultant.submit(NEXT, meets_age_condition="yes")
    for _step in range(3):
        consultant.submit(NEXT)
    consultant.submit(NEXT, **WHO)
    consultant.submit(SEND)
    path = f"{LIST}/{registration(app)[2]}"
    for role in (RoleName.CONSULTANT, RoleName.MODERATOR):
        page = staff_member(app, role).get(path)
        assert "Afgesproken met" in page.main_text
        assert AGREED in page.main_text


def test_a_registration_from_before_it_was_asked_is_shown_without_it(app, visitor):
    consultant = staff_member(app, RoleName.CONSULTANT)
    reach_check(visitor)
    visitor.submit(SEND)
    engine = database_of(app).engine
    migrations.downgrade(engine, "0029")
    migrations.upgrade(engine)
    path = f"{LIST}/{registration(app)[2]}"
    for page in (consultant.get(path), consultant.get(f"{path}/inzage")):
        assert "Carla Wegwijs" in page.main_text
        assert "Afgesproken met" not in page.main_text
    assert consultant.raw(f"{path}/inzage.json").json["agreed_with"] == ""
    assert "Afgesproken met" not in visitor.get(private_link(visitor)).main_text


@pytest.mark.parametrize("language", catalogues.offered(), ids=lambda each: each.code)
def test_what_must_be_mended_is_said_in_each_language(app, language):
    visitor, say = PageClient(app, language=language), catalogues.translations(language.code)
    reach_agreement(visitor)
    (empty,) = visitor.submit(NEXT, status=422).errors
    (long,) = visitor.submit(NEXT, agreed_with="x" * 201, status=422).errors
    assert empty == say.gettext("Vul in met wie je dit hebt afgesproken: een naam of een rol.")
    assert long == say.gettext("Maak dit antwoord korter: hooguit 200 tekens.")
    assert visitor.page.heading == say.gettext(ASKED)
