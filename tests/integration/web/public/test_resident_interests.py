"""A resident picks pictures, sees what is nearby, and signs up with the choice."""

import pytest
from sqlalchemy import func, select

from tests.support import html
from tests.support.resident_signup import NEXT
from webapp.core.db import Base

PATH = "/inwoners/wat-vind-ik-leuk"
SHOW = "Laat zien wat bij me past"
SIGN_UP = "Meld je aan met deze keuze"


@pytest.fixture(autouse=True)
def _workplaces(offer):
    offer("Honden uitlaten", sectors=("dieren",))
    offer("Planken schuren", sectors=("hout",))
    offer("Stekken verpotten", sectors=("kwekerij",), postcode="6901 AB", place="Zevenaar")


def titles(page):
    return html.texts_with_class(page.tree, "h3", inside="card")


def checked(page):
    boxes = html.all_of(page.tree, "input")
    return [box.get("value") for box in boxes if box.get("checked") is not None]


def pick(visitor, *kinds, status=200, **place):
    visitor.get(PATH)
    return visitor.submit(SHOW, status=status, kinds=list(kinds), **place)


def test_a_resident_sees_what_fits_here_and_in_adjacent_municipalities(visitor):
    page = pick(visitor, "dieren", "groen")
    assert page.heading == "Dit past bij wat je leuk vindt"
    assert set(titles(page)) == {"Honden uitlaten", "Stekken verpotten"}
    assert "Werken in het groen" in page.main_text


def test_with_a_place_the_nearest_comes_first_and_the_place_stays_out_of_all_addresses(visitor):
    page = pick(visitor, "dieren", "groen", where="6901 AB")
    assert titles(page) == ["Stekken verpotten", "Honden uitlaten"]
    assert "ongeveer 5 km" in page.main_text
    assert "6901" not in page.url + " ".join(page.links.values())


def test_who_picks_nothing_is_asked_to_and_keeps_the_place(visitor):
    page = pick(visitor, status=422, where="Duiven")
    assert page.errors == ["Kies minstens één plaatje."]
    assert titles(visitor.submit(SHOW, kinds=["hout"])) == ["Planken schuren"]


def test_a_place_that_nobody_knows_is_said_at_the_field(visitor):
    page = pick(visitor, "hout", status=422, where="Nergenshuizen")
    assert page.errors[0].startswith("Deze plaats kennen we niet.")
    assert checked(page) == ["hout"]


def test_of_places_with_one_name_the_resident_presses_the_right_one(visitor):
    page = pick(visitor, "hout", status=422, where="Elst")
    assert "Welke plaats bedoel je?" in page.main_text
    page = visitor.submit("Elst in de gemeente Overbetuwe")
    assert titles(page) == ["Planken schuren"]
    assert "Overbetuwe" not in page.url


def test_work_that_is_not_there_is_no_dead_end(visitor):
    page = pick(visitor, "kantoor")
    assert page.heading == "Dit werk is er nu niet in de buurt"
    assert SIGN_UP in page.links
    assert "Praat met iemand" in page.main_text


def test_the_choice_is_changed_without_beginning_anew(visitor):
    pick(visitor, "dieren", "hout", where="6921")
    page = visitor.submit("Verander mijn keuze")
    assert checked(page) == ["dieren", "hout"]
    page = visitor.submit(SHOW, kinds=["hout"])
    assert titles(page) == ["Planken schuren"]
    assert "minder dan 1 km" in page.main_text


def test_nothing_is_kept_anywhere(visitor, database):
    def rows():
        with database.reading() as session:
            return {
                table.name: session.scalar(select(func.count()).select_from(table))
                for table in Base.metadata.sorted_tables
            }

    before = rows()
    pick(visitor, "dieren", where="6921 AB")
    assert rows() == before
    assert not any("Set-Cookie" in each.response.headers for each in visitor.pages)


def test_who_signs_up_finds_the_choice_in_the_form(visitor):
    pick(visitor, "groen", "hout", where="6921 AB")
    page = visitor.follow(SIGN_UP)
    assert "Dit vind je leuk: Groen en tuin, Hout, Kwekerij." in page.main_text
    visitor.follow("Begin met je aanmelding")
    visitor.submit(NEXT, filled_in_by="self")
    page = visitor.submit(NEXT, meets_age_condition="yes")
    assert checked(page) == ["groen-en-tuin", "hout", "kwekerij"]
    assert "werk=" not in page.url


def test_who_had_begun_looks_at_the_new_choice_before_going_on(visitor):
    visitor.get("/inwoners/aanmelden")
    visitor.follow("Begin met je aanmelding")
    visitor.submit(NEXT, filled_in_by="self")
    visitor.submit(NEXT, meets_age_condition="yes")
    visitor.submit(NEXT, sectors=["dieren"])
    pick(visitor, "hout")
    visitor.follow(SIGN_UP)
    page = visitor.follow("Ga verder met je aanmelding")
    assert checked(page) == ["hout"]
    assert "Wanneer kun je?" in visitor.submit(NEXT).heading


def test_work_in_the_address_that_does_not_exist_is_left_out(visitor):
    page = visitor.get("/inwoners/aanmelden?werk=goud&werk=%27x")
    assert "Dit vind je leuk" not in page.main_text


@pytest.mark.parametrize("path", ["/", "/inwoners", "/inwoners/aanmelden"])
def test_residents_come_past_it(visitor, path):
    assert PATH in visitor.get(path).links.values()
