"""A provider's overview, and the one button that hides or shows."""

from datetime import timedelta

from tests.support.exceptions import make_exception
from tests.support.page_client import PageClient
from tests.support.people import database_of, make_account, sign_in
from tests.support.providers import provider_with, stored
from tests.support.statements import counted_statements
from tests.support.workplaces import make_organisation, make_workplace
from webapp.core import clock
from webapp.core.clock import day_in_words
from webapp.organisations.models import OrganisationStatus
from webapp.workplaces.models import VersionStatus, Workplace
from webapp.workplaces.public import find_public_workplace


def test_a_provider_hides_a_workplace_with_one_button_and_shows_it_again(app):
    browser, (public_id,) = provider_with(app, VersionStatus.APPROVED)
    browser.get("/aanbieder")
    page = browser.submit("Verberg Meewerken in de moestuin")
    assert "is nu verborgen voor bezoekers" in page.main_text
    with database_of(app).reading() as session:
        assert find_public_workplace(session, public_id) is None
    page = browser.submit("Maak zichtbaar Meewerken in de moestuin")
    assert "is niet meer verborgen" in page.main_text
    assert stored(app, public_id).is_visible


def test_a_provider_sees_how_each_workplace_stands(app):
    browser, _ = provider_with(app, *set(VersionStatus) - {VersionStatus.SUPERSEDED})
    text = browser.get("/aanbieder").main_text
    for status in (
        "Nog niet ingediend",
        "Wacht op controle",
        "Goedgekeurd",
        "Terug voor aanpassing",
        "Afgewezen",
        "Ingetrokken",
    ):
        assert status in text


def test_a_provider_sees_where_else_a_workplace_can_be_found(app, session):
    browser, (public_id,) = provider_with(app, VersionStatus.APPROVED)
    workplace = session.query(Workplace).filter_by(public_id=public_id).one()
    today, later = clock.today(), clock.today() + timedelta(days=9)
    days = {"GM0200": (today, None), "GM0202": (today, later), "GM0275": (later, later)}
    for code, (first, last) in days.items():
        make_exception(session, workplace, code, now=clock.now(), valid_from=first, valid_to=last)
    session.commit()
    text, last = browser.get("/aanbieder").main_text, day_in_words(later)
    assert "Ook te vinden in Apeldoorn (uitzondering)." in text
    assert f"Ook te vinden in Arnhem, tot en met {last} (uitzondering)." in text
    assert f"Ook te vinden in Rheden, vanaf {last}, tot en met {last} (uitzondering)." in text


def test_a_provider_reads_that_the_organisation_waits_or_was_refused_and_why(app, session):
    waiting = make_organisation(session, status=OrganisationStatus.SUBMITTED)
    refused = make_organisation(
        session, status=OrganisationStatus.REJECTED, status_reason="Geen werkplek."
    )
    account = make_account(session, organisations=(waiting, refused))
    session.commit()
    text = sign_in(PageClient(app), account).get("/aanbieder").main_text
    assert "De gemeente kijkt nog naar je organisatie" in text
    assert "Geen werkplek." in text


def test_the_workplaces_of_others_are_not_there(app, session):
    theirs = make_workplace(session).public_id
    session.commit()
    browser, _ = provider_with(app)
    assert "Je hebt nog geen werkplek" in browser.get("/aanbieder").main_text
    for path in ("", "/wat", "/voorbeeld", "/indienen", "/intrekken"):
        browser.get(f"/aanbieder/werkplekken/{theirs}{path}", status=404)
    token = {"csrf_token": _token(browser)}
    browser.post_raw(f"/aanbieder/werkplekken/{theirs}/zichtbaarheid", token, status=404)
    assert stored(app, theirs).is_visible


def _token(browser):
    page = browser.get("/aanbieder/werkplekken/nieuw")
    return next(
        element.get("value") for element in page.tree.iter() if element.get("name") == "csrf_token"
    )


def test_who_offers_nothing_has_no_overview(app, session):
    account = make_account(session)
    session.commit()
    sign_in(PageClient(app), account).get("/aanbieder", status=403)


def test_a_stranger_is_asked_to_log_in(app):
    assert PageClient(app).get("/aanbieder").heading == "Inloggen"


def test_the_overview_asks_as_much_for_many_workplaces_as_for_few(app):
    few, _ = provider_with(app, *[VersionStatus.APPROVED] * 2)
    many, _ = provider_with(app, *[VersionStatus.APPROVED] * 12)
    # Their sessions get a token, and the site is known, from the first time on.
    for browser in (few, many):
        browser.get("/aanbieder")
    with counted_statements(database_of(app)) as for_few:
        few.get("/aanbieder")
    with counted_statements(database_of(app)) as for_many:
        many.get("/aanbieder")
    assert len(for_many) == len(for_few)
