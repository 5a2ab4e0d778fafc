"""A moderator is told what may be offered twice."""

from datetime import UTC, datetime

import pytest

from tests.support.moderation import submitted_workplace
from tests.support.people import ARNHEM, DUIVEN
from tests.support.workplaces import make_organisation
from webapp.moderation.likenesses import Sign, likenesses
from webapp.moderation.review import get_review

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def offered(session, organisation, title, **content):
    return submitted_workplace(session, organisation, at=NOW, title=title, **content)


def signs_of(session, workplace):
    found = likenesses(session, get_review(session, workplace.public_id, DUIVEN))
    return {each.review.version.content.title: set(each.signs) for each in found}


@pytest.fixture
def garden(session):
    return make_organisation(session, kvk_number="12345678")


def test_of_one_organisation_only_titles_that_are_nearly_the_same_count(session, garden):
    one = offered(session, garden, "Meewerken in de moestuin")
    offered(session, garden, "Mee werken in de moes-tuin")
    offered(session, garden, "Koken voor de buurt")
    assert signs_of(session, one) == {"Mee werken in de moes-tuin": {Sign.TITLE}}


def test_another_organisation_at_the_address_or_with_the_number_counts(session, garden):
    one = offered(session, garden, "Meewerken in de moestuin", house_number="12 A")
    twin = make_organisation(session, kvk_number="12345678")
    offered(session, twin, "Koken", house_number="99")
    offered(session, make_organisation(session), "Fietsen", house_number="12 a")
    offered(session, make_organisation(session), "Lezen", house_number="7")
    assert signs_of(session, one) == {"Koken": {Sign.KVK_NUMBER}, "Fietsen": {Sign.ADDRESS}}


def test_what_another_municipality_checks_is_not_told(session, garden):
    one = offered(session, garden, "Meewerken in de moestuin")
    there = make_organisation(session, municipality_code=ARNHEM, kvk_number="12345678")
    offered(session, there, "Meewerken in de moestuin")
    assert signs_of(session, one) == {}
