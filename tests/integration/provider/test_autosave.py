"""A draft is saved while its provider types."""

from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from tests.support import html
from tests.support.page_client import PageClient
from tests.support.people import database_of, make_account, sign_in
from tests.support.workplaces import make_organisation, make_workplace
from webapp.audit.models import AuditEvent
from webapp.workplaces import sectors
from webapp.workplaces.models import VersionStatus, Workplace


@pytest.fixture
def opened(app):
    """Open the first section of a workplace with this status; return the browser and its id."""

    def at(status):
        with database_of(app).writing() as session:
            sectors.load(session)
            organisation = make_organisation(session)
            account = make_account(session, organisations=(organisation,))
            workplace = make_workplace(session, organisation=organisation, status=status)
            session.flush()
            path, key = f"/aanbieder/werkplekken/{workplace.public_id}/wat", workplace.id
        browser = sign_in(PageClient(app), account)
        browser.get(path)
        return browser, path, key

    return at


def save(browser, path, **typed):
    """Send the form in view as the script does."""
    ((form, button),) = html.forms_with_button(browser.page.tree, "Bewaar dit onderdeel")
    data = html.values_of(form, button)
    for name, value in typed.items():
        data[name] = value
    return browser.client.post(
        path,
        base_url=f"http://{browser.host}",
        data=data,
        headers={"Accept": "application/json"},
    )


def summary_of(database, key):
    with database.reading() as session:
        return session.get(Workplace, key).latest_version.content.summary


def test_what_was_typed_is_saved_and_the_button_still_works(opened, database):
    browser, path, key = opened(VersionStatus.DRAFT)
    answer = save(browser, path, summary="Half af")
    assert answer.status_code == 200
    assert answer.json["said"].startswith("Vanzelf bewaard om ")
    assert summary_of(database, key) == "Half af"
    browser.submit("Bewaar dit onderdeel", version=str(answer.json["version"]), summary="Af")
    assert summary_of(database, key) == "Af"


def test_the_log_keeps_that_somebody_typed_and_no_half_sentences(opened, database):
    browser, path, _key = opened(VersionStatus.DRAFT)
    version = {}
    for text in ("Ha", "Half", "Half af"):
        version = {"version": str(save(browser, path, summary=text, **version).json["version"])}
    browser.submit("Bewaar dit onderdeel", summary="Helemaal af", **version)
    with database.reading() as session:
        typed, saved = session.scalars(select(AuditEvent).order_by(AuditEvent.id))
    assert typed.details == {"fields": ["summary"]}
    assert saved.details["changes"] == {"summary": ["Half af", "Helemaal af"]}


def test_who_was_overtaken_is_told_and_nothing_is_lost(opened, database):
    browser, path, key = opened(VersionStatus.DRAFT)
    save(browser, path, summary="Van de ander")
    answer = save(browser, path, summary="Van mij")
    assert answer.status_code == 409
    assert "Bewaar met de knop om te kiezen." in answer.json["said"]
    assert summary_of(database, key) == "Van de ander"
    page = browser.submit("Bewaar dit onderdeel", summary="Van mij", status=409)
    assert "Van de ander" in page.main_text


def test_what_cannot_be_is_left_out_and_the_rest_is_saved(opened, database):
    browser, path, key = opened(VersionStatus.DRAFT)
    answer = save(browser, path, summary="Half af", tasks="", special="x" * 9000)
    assert answer.status_code == 200
    assert summary_of(database, key) == "Half af"
    with database.reading() as session:
        content = session.get(Workplace, key).latest_version.content
        assert content.tasks
        assert content.special != "x" * 9000


def test_of_a_new_workplace_a_first_word_is_saved(opened):
    browser, _path, _key = opened(VersionStatus.DRAFT)
    browser.get("/aanbieder/werkplekken/nieuw")
    browser.submit("Begin met deze werkplek", title="Helpen met bewaren")
    path = urlsplit(browser.page.url).path
    assert save(browser, path, summary="Half af").status_code == 200
    assert "Half af" in browser.get(path).text


@pytest.mark.parametrize("status", [VersionStatus.SUBMITTED, VersionStatus.APPROVED])
def test_what_others_read_changes_by_the_button_only(opened, database, status):
    browser, path, key = opened(status)
    assert "data-autosave" not in browser.page.text
    assert save(browser, path, summary="Anders").status_code == 409
    assert summary_of(database, key) != "Anders"
