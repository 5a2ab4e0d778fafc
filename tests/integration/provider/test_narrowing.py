"""A provider with many workplaces looks for some of them."""

from sqlalchemy import select

from tests.support.page_client import PageClient
from tests.support.people import make_account, sign_in
from tests.support.providers import provider_with
from tests.support.workplaces import make_organisation, make_workplace
from webapp.workplaces.models import VersionStatus, Workplace

TITLES = (
    "Groente snijden",
    "Café bedienen",
    "Hout zagen",
    "Fietsen maken",
    "Kas wieden",
    "Bomen snoeien",
)
BUTTON = "Zoek"


def _provider_of_many(app, session):
    organisation = make_organisation(session)
    account = make_account(session, organisations=(organisation,))
    for title in TITLES:
        make_workplace(session, organisation=organisation, title=title)
    make_workplace(
        session, organisation=organisation, title="Taart bakken", status=VersionStatus.DRAFT
    )
    session.commit()
    browser = sign_in(PageClient(app), account)
    browser.get("/aanbieder")
    return browser


def _shown(page):
    return sorted({*TITLES, "Taart bakken"} & page.links.keys())


def test_who_has_a_few_sees_them_without_a_form(app):
    browser, _ = provider_with(app, VersionStatus.APPROVED)
    assert "Naam of plaats" not in browser.get("/aanbieder").text


def test_a_workplace_is_found_by_words_of_its_name_or_place(app, session):
    browser = _provider_of_many(app, session)
    page = browser.submit(BUTTON, q="cafe duiven")
    assert _shown(page) == ["Café bedienen"]
    assert "We vonden 1 werkplek." in page.main_text
    assert 'value="cafe duiven"' in page.response.text
    assert len(_shown(browser.follow("Bekijk al mijn werkplekken"))) == 7


def test_a_workplace_is_found_by_how_it_stands(app, session):
    browser = _provider_of_many(app, session)
    assert _shown(browser.get("/aanbieder?status=draft")) == ["Taart bakken"]
    browser.get("/aanbieder")
    browser.submit("Verberg Hout zagen")
    assert _shown(browser.get("/aanbieder?status=hidden")) == ["Hout zagen"]


def test_who_finds_nothing_reads_what_to_do(app, session):
    browser = _provider_of_many(app, session)
    page = browser.submit(BUTTON, q="zwemmen")
    assert "Zoek op een ander woord" in page.main_text
    assert "Je hebt nog geen werkplek" not in page.main_text


def test_a_status_that_is_none_is_left_out(app, session):
    browser = _provider_of_many(app, session)
    assert len(_shown(browser.get("/aanbieder?status=weg&q="))) == 7
    assert len(session.scalars(select(Workplace)).all()) == 7
