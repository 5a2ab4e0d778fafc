"""Moderators and the words that mean the same."""

import pytest

from tests.support.page_client import PageClient
from tests.support.people import staff_member
from tests.support.workplaces import make_workplace
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.core import clock
from webapp.search import indexing, synonyms
from webapp.web.ports import ports

BASE = "/moderatie/synoniemen"


@pytest.fixture
def moderator(app):
    return staff_member(app, RoleName.MODERATOR)


def add(moderator, words, **options):
    moderator.get(BASE)
    moderator.follow("Voeg een groep toe")
    return moderator.submit("Bewaar de woorden", words=words, **options)


def test_a_visitor_finds_the_other_word_once_the_index_is_made_anew(
    app, moderator, visitor, database
):
    with database.writing() as session:
        make_workplace(session, title="Werken als hovenier")
    with app.app_context():
        engine = ports().search_engine
    indexing.repair(database, engine)
    assert visitor.get("/werkplekken", q="plantsoen").heading.startswith("Geen werkplekken")
    assert "De woorden zijn bewaard." in add(moderator, "Hovenier, plantsoen").text
    assert indexing.repair(database, engine)
    assert visitor.get("/werkplekken", q="plantsoen").heading.startswith("1 werkplek ")
    assert not indexing.repair(database, engine)


def test_the_group_is_in_the_list_once_and_in_the_log(moderator, session):
    add(moderator, "koffie barista")
    page = add(moderator, "barista koffie")
    assert page.main_text.count("koffie, barista") == 1
    event = session.query(AuditEvent).one()
    assert (event.action, event.actor_kind) == ("synonyms.added", "person")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Schrijf minstens twee woorden op, met een spatie ertussen."),
        ("tuin", "Schrijf minstens twee woorden op, met een spatie ertussen."),
        ("de tuin", "Schrijf minstens twee woorden op, met een spatie ertussen."),
        (
            " ".join(f"woord{number}" for number in range(13)),
            "Schrijf hooguit twaalf woorden op. Maak anders nog een groep.",
        ),
    ],
)
def test_what_is_no_group_is_said_at_the_field_and_kept(moderator, typed, sentence):
    page = add(moderator, typed, status=422)
    assert page.errors == [sentence]
    assert moderator.page.tree is page.tree


def test_a_group_is_changed_and_removed(moderator):
    add(moderator, "koffie barista")
    moderator.follow("koffie, barista")
    page = moderator.submit("Bewaar de woorden", words="koffie barista thee")
    assert "koffie, barista, thee" in page.links
    moderator.follow("koffie, barista, thee")
    assert "Er zijn nog geen groepen." in moderator.submit("Haal deze groep weg").main_text


def test_the_second_of_two_sees_both_and_chooses(app, moderator):
    add(moderator, "koffie barista")
    moderator.follow("koffie, barista")
    other = staff_member(app, RoleName.MODERATOR)
    other.get(BASE)
    other.follow("koffie, barista")
    other.submit("Bewaar de woorden", words="koffie barista thee")
    page = moderator.submit("Bewaar de woorden", words="koffie espresso", status=409)
    assert "koffie barista thee" in page.main_text
    page = moderator.submit("Bewaar de woorden", words="koffie espresso")
    assert "koffie, espresso" in page.links


def test_what_is_gone_is_not_there(moderator):
    moderator.get(f"{BASE}/bestaatniet", status=404)


def test_visitors_do_not_come_here(app):
    assert PageClient(app).get(BASE).heading == "Inloggen"


def test_the_list_that_the_product_begins_with_has_groups_of_words(session):
    assert synonyms.load(session, now=clock.now()) > 50
    assert synonyms.load(session, now=clock.now()) == 0
    assert all(len(group.words) >= 2 for group in synonyms.all_groups(session))
