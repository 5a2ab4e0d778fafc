"""Who looks at a workplace from elsewhere that the own municipality allows."""

from datetime import timedelta

import pytest
import time_machine

from tests.support.exceptions import APELDOORN, make_exception
from tests.support.html import texts_with_class
from tests.support.page_client import PageClient
from tests.support.workplaces import make_workplace
from webapp.core import clock
from webapp.core.clock import day_in_words
from webapp.workplaces import sectors
from webapp.workplaces.models import Workplace

REASON, TRANSPORT = "Nergens anders brandt men koffie.", "Op maandag rijdt een busje."


@pytest.fixture
def allowed(database):
    """The path of a workplace in Apeldoorn that Duiven allows until tomorrow."""
    with database.writing() as session:
        sectors.load(session)
        workplace = make_workplace(session, title="Koffie branden", **APELDOORN)
        make_exception(
            session,
            workplace,
            now=clock.now(),
            reason=REASON,
            transport=TRANSPORT,
            valid_from=clock.today(),
            valid_to=clock.today() + timedelta(days=1),
        )
    return f"/werkplekken/koffie-branden-{workplace.public_id}"


@pytest.mark.usefixtures("allowed")
def test_the_list_says_that_it_is_an_exception(visitor):
    page = visitor.get("/werkplekken?q=koffie")
    assert page.heading == "1 werkplek met “koffie” in Duiven en buurgemeenten"
    (card,) = texts_with_class(page.tree, "article", inside="card-list")
    assert "Apeldoorn (uitzondering, gemeente Apeldoorn)" in card
    assert "Uitzondering Trede 2 en 3" in card
    alone = visitor.get("/werkplekken?q=koffie&gebied=gemeente")
    assert alone.heading == "Geen werkplekken met “koffie” in Duiven"
    assert "1 werkplek met “koffie” in Duiven en buurgemeenten" in alone.links


@pytest.mark.usefixtures("allowed")
def test_programs_are_told_too(visitor):
    (found,) = visitor.raw("/api/v1/werkplekken?q=koffie").json["werkplekken"]
    assert (found["reden"], found["gemeente"]) == ("uitzondering", "Apeldoorn")
    alone = visitor.raw("/api/v1/werkplekken?q=koffie&gebied=gemeente").json
    assert alone["totaal"] == 0


def test_the_page_says_why_until_when_and_who_brings_you(visitor, allowed):
    text = visitor.get(allowed).main_text
    assert "Deze werkplek ligt buiten Duiven en buurgemeenten." in text
    assert "De gemeente Duiven maakt een uitzondering." in text
    last = day_in_words(clock.today() + timedelta(days=1))
    assert f"Die geldt tot en met {last}." in text
    assert f"Waarom: {REASON}" in text
    assert f"Vervoer: De werkgever regelt en betaalt het vervoer. {TRANSPORT}" in text
    assert "Mo Moderator" not in text


def test_a_resident_signs_up_for_it_as_for_any_other(visitor, allowed):
    visitor.get(allowed)
    page = visitor.follow("Meld je aan")
    assert "Koffie branden" in page.main_text


@pytest.mark.parametrize("host", ["apeldoorn", "arnhem"])
def test_on_the_site_of_another_municipality_nothing_is_said_of_it(app, allowed, host):
    text = PageClient(app, host=f"{host}.localhost:5000").get(allowed).main_text
    assert "uitzondering" not in text.lower()


def test_when_its_days_are_past_nothing_is_said_or_found(visitor, allowed):
    """Nothing runs at midnight: the days are compared when somebody looks."""
    with time_machine.travel(clock.now() + timedelta(days=2), tick=False):
        assert "maakt een uitzondering" not in visitor.get(allowed).main_text
        assert visitor.get("/werkplekken?q=koffie").heading.startswith("Geen werkplekken")


def test_a_workplace_that_moved_next_door_needs_no_exception(visitor, allowed, database):
    with database.writing() as session:
        workplace = session.query(Workplace).one()
        workplace.published_version.delivery_municipality_code = "GM0299"
    assert "maakt een uitzondering" not in visitor.get(allowed).main_text
