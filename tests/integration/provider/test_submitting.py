"""A provider hands a workplace in, and takes it back."""

import pytest

from tests.support.people import database_of
from tests.support.providers import provider_with, stored
from webapp.mail.models import OutgoingMail
from webapp.workplaces.models import VersionStatus

DRAFT = VersionStatus.DRAFT


def status_of(app, public_id):
    return stored(app, public_id).latest_version.status


def mails(app):
    with database_of(app).reading() as session:
        return [mail.kind for mail in session.query(OutgoingMail)]


def test_a_provider_reads_all_answers_and_hands_the_workplace_in(app):
    browser, (public_id,) = provider_with(app, DRAFT)
    browser.get(f"/aanbieder/werkplekken/{public_id}")
    page = browser.follow("Controleer en dien in")
    assert "6921 AB" in page.main_text
    page = browser.submit("Dien de werkplek in")
    assert "Je werkplek is ingediend." in page.main_text
    assert status_of(app, public_id) is VersionStatus.SUBMITTED
    assert mails(app) == ["workplaces/received"]


def test_each_section_can_be_changed_from_the_check_page(app):
    browser, (public_id,) = provider_with(app, DRAFT)
    browser.get(f"/aanbieder/werkplekken/{public_id}/indienen")
    assert browser.follow("Wijzig Dagen en uren").heading == "Dagen en uren"


def test_what_is_missing_is_told_with_the_way_to_mend_it(app):
    browser, (public_id,) = provider_with(app, DRAFT, title="", day_parts=())
    browser.get(f"/aanbieder/werkplekken/{public_id}/indienen")
    page = browser.submit("Dien de werkplek in", status=422)
    assert page.errors == ["Geef de werkplek een naam.", "Kies minstens één dagdeel."]
    assert "Er ontbreken nog 2 dingen" in page.main_text
    assert browser.follow("Kies minstens één dagdeel.").heading == "Dagen en uren"
    assert status_of(app, public_id) is DRAFT
    assert mails(app) == []


def test_handing_in_twice_is_handing_in_once(app):
    browser, (public_id,) = provider_with(app, DRAFT)
    check = browser.get(f"/aanbieder/werkplekken/{public_id}/indienen")
    browser.submit("Dien de werkplek in")
    browser.pages.append(check)
    page = browser.submit("Dien de werkplek in")
    assert "Je werkplek is ingediend." in page.main_text
    assert mails(app) == ["workplaces/received"]


def test_who_changed_it_after_handing_in_is_told_in_the_other_tab(app):
    browser, (public_id,) = provider_with(app, DRAFT)
    check = browser.get(f"/aanbieder/werkplekken/{public_id}/indienen")
    browser.submit("Dien de werkplek in")
    browser.get(f"/aanbieder/werkplekken/{public_id}/wat")
    browser.submit("Bewaar dit onderdeel", title="Toch iets anders")
    browser.pages.append(check)
    browser.submit("Dien de werkplek in", status=409)


def test_what_changed_after_it_was_read_is_not_handed_in(app):
    browser, (public_id,) = provider_with(app, DRAFT)
    check = browser.get(f"/aanbieder/werkplekken/{public_id}/indienen")
    browser.get(f"/aanbieder/werkplekken/{public_id}/wat")
    browser.submit("Bewaar dit onderdeel", title="Toch iets anders")
    browser.pages.append(check)
    browser.submit("Dien de werkplek in", status=409)
    assert status_of(app, public_id) is DRAFT


def test_a_provider_reads_why_a_workplace_came_back(app):
    browser, (public_id,) = provider_with(app, DRAFT)
    browser.get(f"/aanbieder/werkplekken/{public_id}/intrekken")
    browser.submit("Trek de werkplek in", reason="We stoppen ermee.")
    assert "We stoppen ermee." in browser.get(f"/aanbieder/werkplekken/{public_id}").main_text


def test_a_provider_hands_a_withdrawn_workplace_in_again_as_it_is(app):
    browser, (public_id,) = provider_with(app, VersionStatus.APPROVED)
    browser.get(f"/aanbieder/werkplekken/{public_id}/intrekken")
    browser.submit("Trek de werkplek in", reason="Even niet.")
    browser.get(f"/aanbieder/werkplekken/{public_id}")
    browser.follow("Controleer en dien in")
    page = browser.submit("Dien de werkplek in")
    assert "Je werkplek is ingediend." in page.main_text
    assert "Bezoekers zien deze werkplek pas na goedkeuring." in page.main_text
    assert status_of(app, public_id) is VersionStatus.SUBMITTED


@pytest.mark.parametrize("status", [VersionStatus.SUBMITTED, VersionStatus.APPROVED])
def test_what_cannot_be_handed_in_now_says_so(app, status):
    browser, (public_id,) = provider_with(app, status)
    page = browser.get(f"/aanbieder/werkplekken/{public_id}/indienen")
    assert "Je kunt deze werkplek nu niet indienen." in page.main_text
    assert "Dien de werkplek dan in." not in page.main_text


def test_a_provider_withdraws_a_workplace_with_a_reason_only(app):
    browser, (public_id,) = provider_with(app, VersionStatus.APPROVED)
    browser.get(f"/aanbieder/werkplekken/{public_id}")
    browser.follow("Trek de werkplek in")
    page = browser.submit("Trek de werkplek in", status=422)
    assert page.errors == ["Schrijf in een paar woorden op waarom."]
    page = browser.submit("Trek de werkplek in", reason="We stoppen ermee.")
    assert "Je werkplek is ingetrokken." in page.main_text
    assert status_of(app, public_id) is VersionStatus.WITHDRAWN
    assert stored(app, public_id).published_version_id is None


def test_a_provider_sees_what_is_other_than_what_visitors_see(app):
    browser, (public_id,) = provider_with(app, VersionStatus.APPROVED)
    browser.get(f"/aanbieder/werkplekken/{public_id}/wat")
    browser.submit("Bewaar dit onderdeel", summary="Heel ander werk.")
    page = browser.follow("Bekijk wat er anders is")
    assert "Bij “Nu” staat wat bezoekers zien." in page.main_text
    assert "In het kort" in page.main_text
    assert "Heel ander werk." in page.main_text
    assert "Wat je doet" not in page.main_text


def test_of_a_new_workplace_there_is_nothing_to_compare_with(app):
    browser, (public_id,) = provider_with(app, DRAFT)
    browser.get(f"/aanbieder/werkplekken/{public_id}/verschillen", status=404)
