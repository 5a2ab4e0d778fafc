"""A provider lets a workplace go, and the moderator decides: on their pages."""

import pytest

from tests.support.mails import queued
from tests.support.page_client import PageClient
from tests.support.people import database_of, staff_member
from tests.support.providers import provider_with, stored
from webapp.accounts.models import RoleName
from webapp.workplaces.models import VersionStatus, Workplace

ASK = "Vraag om te verwijderen"


@pytest.fixture
def provider(app):
    """A provider with one workplace on the site: the browser, and the address of its page."""
    browser, (public_id,) = provider_with(app, VersionStatus.APPROVED)
    return browser, public_id


@pytest.fixture
def moderator(app):
    """The browser of a moderator of Duiven."""
    return staff_member(app, RoleName.MODERATOR)


def ask(browser, public_id, *, status=200, **answers):
    browser.get(f"/aanbieder/werkplekken/{public_id}")
    browser.follow("Werkplek verwijderen")
    return browser.submit(ASK, status=status, **({"reason": "stopped"} | answers))


def test_a_provider_asks_and_the_moderator_removes_and_the_provider_restores(
    app, provider, moderator
):
    browser, public_id = provider
    assert "Verwijdering gevraagd" in ask(browser, public_id).main_text
    assert "Verwijdering gevraagd" in browser.get("/aanbieder").main_text
    assert "Verwijdering gevraagd" in moderator.get("/moderatie").main_text
    moderator.follow("Meewerken in de moestuin")
    assert "is verwijderd" in moderator.submit("Verwijder de werkplek").main_text
    visitor = PageClient(app)
    visitor.get(f"/werkplekken/meewerken-in-de-moestuin-{public_id}", status=404)
    moderator.get(f"/moderatie/werkplekken/{public_id}", status=404)
    assert "Verwijderd" in browser.get("/aanbieder").main_text
    page = browser.get(f"/aanbieder/werkplekken/{public_id}")
    assert "Deze werkplek is verwijderd" in page.main_text
    assert "Wat je invult" not in page.main_text
    assert "nog verborgen" in browser.submit("Zet de werkplek terug").main_text
    assert stored(app, public_id).is_visible is False
    with database_of(app).reading() as session:
        assert [mail.kind for mail in queued(session)] == [
            "workplaces/removed",
            "workplaces/restored",
        ]


def test_a_moderator_may_refuse_and_the_provider_reads_why(app, provider, moderator):
    browser, public_id = provider
    ask(browser, public_id)
    moderator.get(f"/moderatie/verwijderingen/{public_id}")
    refused = moderator.submit("Laat de werkplek staan", status=422)
    assert refused.errors == ["Schrijf in een paar woorden op waarom."]
    moderator.submit("Laat de werkplek staan", reason="Er zijn nog deelnemers.")
    page = browser.get(f"/aanbieder/werkplekken/{public_id}")
    assert "Er zijn nog deelnemers." in page.main_text
    assert "Werkplek verwijderen" in page.links
    with database_of(app).reading() as session:
        assert "Er zijn nog deelnemers." in queued(session)[0].body_text


def test_a_moderator_restores_from_the_list_of_what_can_come_back(app, provider, moderator):
    browser, public_id = provider
    ask(browser, public_id)
    moderator.get(f"/moderatie/verwijderingen/{public_id}")
    moderator.submit("Verwijder de werkplek")
    moderator.get("/moderatie")
    moderator.follow("Verwijderde werkplekken")
    moderator.follow("Meewerken in de moestuin")
    assert "nog verborgen" in moderator.submit("Zet de werkplek terug").main_text
    assert stored(app, public_id).removed_at is None


def test_a_provider_who_says_not_why_is_asked_and_keeps_what_was_typed(provider):
    browser, public_id = provider
    page = ask(browser, public_id, reason=None, explanation="Zomaar.", status=422)
    assert page.errors == ["Kies waarom de werkplek weg kan."]
    assert "Zomaar." in page.main_text
    page = browser.submit(ASK, reason="other", explanation=" ", status=422)
    assert page.errors == ["Schrijf in een paar woorden op waarom."]


def test_a_provider_comes_back_on_it_before_the_moderator_decides(app, provider, moderator):
    browser, public_id = provider
    ask(browser, public_id)
    moderator.get(f"/moderatie/verwijderingen/{public_id}")
    assert "De werkplek blijft" in browser.submit("Toch niet verwijderen").main_text
    overtaken = moderator.submit("Verwijder de werkplek", status=409)
    assert "Er is al besloten" in overtaken.main_text
    assert stored(app, public_id).removed_at is None


def test_a_provider_throws_a_draft_away_after_saying_so_once_more(app):
    browser, (public_id,) = provider_with(app, VersionStatus.DRAFT)
    browser.get(f"/aanbieder/werkplekken/{public_id}")
    browser.follow("Werkplek verwijderen")
    assert "is weggegooid" in browser.submit("Gooi de werkplek weg").main_text
    with database_of(app).reading() as session:
        assert session.query(Workplace).count() == 0


@pytest.mark.parametrize(
    "act", ["verwijderen", "verwijderen/toch-niet", "terugzetten", "weggooien"]
)
def test_nobody_lets_the_workplace_of_another_go(app, provider, act):
    _, public_id = provider
    stranger, _ = provider_with(app, VersionStatus.APPROVED)
    stranger.get("/aanbieder")
    stranger.submit("Verberg")
    app.config["WTF_CSRF_ENABLED"] = False
    stranger.post_raw(f"/aanbieder/werkplekken/{public_id}/{act}", {}, status=404)


def test_a_moderator_elsewhere_knows_of_no_removal(app, provider):
    browser, public_id = provider
    ask(browser, public_id)
    elsewhere = staff_member(app, RoleName.MODERATOR, "GM0202", host="arnhem.localhost:5000")
    elsewhere.get(f"/moderatie/verwijderingen/{public_id}", status=404)
    assert "Verwijdering gevraagd" not in elsewhere.get("/moderatie").main_text
