"""Copying a workplace with one button."""

from sqlalchemy import select

from tests.support import html
from tests.support.people import database_of
from tests.support.providers import provider_with, stored
from webapp.core.ids import new_public_id
from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.workplaces.models import VersionStatus, Workplace

TITLE = "Meewerken in de moestuin"


def _all(app):
    with database_of(app).reading() as session:
        return [
            stored(app, each)
            for each in session.scalars(select(Workplace.public_id).order_by(Workplace.id))
        ]


def test_a_copy_is_a_draft_that_says_the_same_under_another_name(app):
    browser, (public_id,) = provider_with(app, VersionStatus.APPROVED)
    browser.get(f"/aanbieder/werkplekken/{public_id}")
    page = browser.submit("Maak een kopie")
    assert f"De kopie heet “{TITLE} (kopie)”." in page.main_text
    assert f'value="{TITLE} (kopie)"' in page.response.text
    original, copy = _all(app)
    assert copy.latest_version.status is VersionStatus.DRAFT
    assert copy.published_version_id is None
    assert copy.latest_version.content.differences(original.latest_version.content) == ("title",)
    assert copy.latest_version.latitude == original.latest_version.latitude
    assert original.latest_version.status is VersionStatus.APPROVED


def test_copies_of_one_workplace_can_be_told_apart(app):
    browser, (public_id,) = provider_with(app, VersionStatus.APPROVED, title="Hout " * 20)
    for _ in range(3):
        browser.get(f"/aanbieder/werkplekken/{public_id}")
        browser.submit("Maak een kopie")
    titles = [each.latest_version.content.title for each in _all(app)]
    assert len(set(titles)) == 4
    assert max(map(len, titles)) <= 100
    assert [title.rpartition("…")[2] for title in titles[1:]] == [
        " (kopie)",
        " (kopie 2)",
        " (kopie 3)",
    ]


def test_who_presses_twice_has_one_copy(app):
    browser, (public_id,) = provider_with(app, VersionStatus.APPROVED)
    before = browser.get(f"/aanbieder/werkplekken/{public_id}")
    browser.submit("Maak een kopie")
    browser.pages.append(before)
    browser.submit("Maak een kopie")
    assert len(_all(app)) == 2


def test_nobody_copies_the_workplace_of_another(app):
    _, (public_id,) = provider_with(app, VersionStatus.APPROVED)
    other, _ = provider_with(app)
    other.get("/aanbieder/werkplekken/nieuw")
    data = {"key": new_public_id(), "csrf_token": html.csrf_token(other.page.tree)}
    other.post_raw(f"/aanbieder/werkplekken/{public_id}/kopie", data, status=404)
    assert len(_all(app)) == 1


def test_of_a_refused_organisation_nothing_is_copied(app, session):
    browser, (public_id,) = provider_with(app, VersionStatus.APPROVED)
    browser.get(f"/aanbieder/werkplekken/{public_id}")
    session.scalars(select(Organisation)).one().status = OrganisationStatus.REJECTED
    session.commit()
    browser.submit("Maak een kopie", status=409)
    assert "Maak een kopie" not in browser.get(f"/aanbieder/werkplekken/{public_id}").main_text
    assert len(_all(app)) == 1
