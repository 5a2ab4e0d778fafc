"""A provider offers a workplace and changes it."""

from datetime import UTC, date, datetime

import pytest

from tests.support.workplaces import DEFAULT_CONTENT, make_organisation, make_workplace
from webapp.audit.models import AuditEvent
from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, InvalidInputError
from webapp.geo.coordinates import Coordinates
from webapp.geo.geocoding import NoGeocoder
from webapp.municipalities import operations as municipalities
from webapp.municipalities.queries import get_municipality
from webapp.workplaces import editing, sectors, submission
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.models import VersionStatus
from webapp.workplaces.vocabulary import Availability

NOW = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
PROVIDER = Actor(account_id=None, name="Sanne")
DUIVEN, ARNHEM = "GM0226", "GM0202"


class Surveyor:
    """A geocoder that always finds the same spot, and counts how often it was asked."""

    SPOT = Coordinates(51.9, 6.0)

    def __init__(self):
        self.asked = 0

    def locate(self, address):
        del address
        self.asked += 1
        return self.SPOT


@pytest.fixture(autouse=True)
def _lists(session):
    sectors.load(session)
    for code in (DUIVEN, ARNHEM):
        municipalities.join(session, get_municipality(session, code), now=NOW)


def offer(session, content=DEFAULT_CONTENT, geocoder=None):
    return editing.offer(
        session,
        make_organisation(session),
        municipality_code=DUIVEN,
        content=content,
        geocoder=geocoder or NoGeocoder(),
        actor=PROVIDER,
        now=NOW,
    )


def save(session, workplace, geocoder=None, lock=None, **changes):
    return editing.save(
        session,
        workplace,
        changes,
        expected_lock=workplace.latest_version.lock if lock is None else lock,
        geocoder=geocoder or NoGeocoder(),
        actor=PROVIDER,
        now=NOW,
    )


def test_a_provider_begins_with_as_little_as_a_title(session):
    workplace = offer(session, WorkplaceContent(title="Tuinwerk"))
    assert workplace.latest_version.status is VersionStatus.DRAFT
    assert workplace.municipality_code == DUIVEN
    assert workplace.published_version is None


def test_a_provider_who_fills_in_nonsense_is_told_before_anything_is_kept(session):
    content = DEFAULT_CONTENT.changed(
        postcode="?", sectors=("ruimtevaart",), service_area=("GM9999",)
    )
    with pytest.raises(InvalidInputError) as refusal:
        offer(session, content)
    assert set(refusal.value.problems) == {"postcode", "sectors", "service_area"}


def test_the_place_and_the_point_follow_from_the_postcode(session):
    version = offer(session).latest_version
    assert version.delivery_municipality_code == DUIVEN
    assert version.place_key == "Duiven|GM0226"
    assert 51 < version.latitude < 53


def test_the_geocoder_knows_the_point_better_than_the_postcode(session):
    version = offer(session, geocoder=Surveyor()).latest_version
    assert Coordinates(version.latitude, version.longitude) == Surveyor.SPOT


def test_an_unknown_postcode_keeps_nobody_from_saving(session):
    version = offer(session, DEFAULT_CONTENT.changed(postcode="1000 ZZ")).latest_version
    assert (version.delivery_municipality_code, version.latitude) == (None, None)


@pytest.mark.parametrize(
    ("postcode", "place", "checked_by"),
    [("6811 AB", "Arnhem", ARNHEM), ("1012 AB", "Amsterdam", DUIVEN)],
)
def test_the_municipality_where_the_work_is_checks_it_when_it_takes_part(
    session, postcode, place, checked_by
):
    workplace = offer(session, DEFAULT_CONTENT.changed(postcode=postcode, place=place))
    version = workplace.latest_version
    submission.submit(session, workplace, expected_lock=version.lock, actor=PROVIDER, now=NOW)
    assert version.municipality_code == checked_by
    assert workplace.municipality_code == DUIVEN


@pytest.mark.parametrize(
    "status", [VersionStatus.DRAFT, VersionStatus.RETURNED, VersionStatus.SUBMITTED]
)
def test_what_was_not_decided_on_is_changed_itself(session, status):
    workplace = make_workplace(session, status=status)
    lock = workplace.latest_version.lock
    version = save(session, workplace, title="Ander werk")
    assert workplace.versions == [version]
    assert (version.status, version.content.title) == (status, "Ander werk")
    assert version.lock != lock


@pytest.mark.parametrize(
    "status", [VersionStatus.APPROVED, VersionStatus.REJECTED, VersionStatus.WITHDRAWN]
)
def test_what_was_decided_on_stays_and_the_change_becomes_a_new_draft(session, status):
    workplace = make_workplace(session, status=status)
    published = workplace.published_version
    version = save(session, workplace, title="Ander werk")
    assert [item.number for item in workplace.versions] == [1, 2]
    assert version.status is VersionStatus.DRAFT
    assert version.place_key == workplace.versions[0].place_key
    assert workplace.versions[0].content.title == DEFAULT_CONTENT.title
    assert workplace.published_version is published


def test_saving_without_a_change_makes_no_new_version(session):
    workplace = make_workplace(session)
    save(session, workplace, title=f" {DEFAULT_CONTENT.title} ")
    assert len(workplace.versions) == 1


def test_the_second_of_two_editors_is_told(session):
    workplace = offer(session)
    seen = workplace.latest_version.lock
    save(session, workplace, lock=seen, title="Van de eerste")
    with pytest.raises(ConflictError):
        save(session, workplace, lock=seen, title="Van de tweede")
    assert workplace.latest_version.content.title == "Van de eerste"


def test_the_lock_of_an_old_version_never_fits_a_new_one(session):
    workplace = make_workplace(session)
    seen = workplace.latest_version.lock
    save(session, workplace, title="Eerste wijziging")
    assert seen != workplace.latest_version.lock
    with pytest.raises(ConflictError):
        save(session, workplace, lock=seen, title="Tweede wijziging")


def test_a_section_is_saved_while_other_sections_are_still_empty(session):
    workplace = offer(session, WorkplaceContent(title="Tuinwerk"))
    version = save(session, workplace, day_parts=("ma-ochtend",), hours_min=4, hours_max=8)
    assert version.content.hours_max == 8


def test_a_section_that_is_saved_must_be_right(session):
    workplace = offer(session, WorkplaceContent(title="Tuinwerk"))
    with pytest.raises(InvalidInputError) as refusal:
        save(session, workplace, day_parts=(), hours_min=8, hours_max=4)
    assert set(refusal.value.problems) == {"day_parts", "hours_max"}


def test_what_waits_for_the_moderator_stays_complete(session):
    workplace = make_workplace(session, status=VersionStatus.SUBMITTED)
    with pytest.raises(InvalidInputError) as refusal:
        save(session, workplace, title="")
    assert set(refusal.value.problems) == {"title"}


def test_the_address_is_looked_up_again_only_when_it_changes(session):
    surveyor = Surveyor()
    workplace = offer(session, geocoder=surveyor)
    save(session, workplace, surveyor, title="Ander werk")
    assert surveyor.asked == 1
    version = save(session, workplace, surveyor, postcode="6811AB", place="Arnhem")
    assert surveyor.asked == 2
    assert version.place_key == "Arnhem|GM0202"
    assert version.delivery_municipality_code == ARNHEM


def test_a_submitted_workplace_that_moves_goes_to_the_other_municipality(session):
    workplace = make_workplace(session, status=VersionStatus.SUBMITTED)
    version = save(session, workplace, postcode="6811AB", place="Arnhem")
    assert version.municipality_code == ARNHEM


def test_a_new_availability_is_dated_by_the_dutch_day(session):
    workplace = offer(session)
    version = save(session, workplace, availability=Availability.FULL)
    assert version.content.availability_on == date(2026, 11, 21)


def test_the_log_tells_what_was_before_and_after_and_not_who_can_be_called(session):
    save(session, offer(session), title="Ander werk", contact_name="Bo de Wit")
    event = session.query(AuditEvent).filter_by(action="workplace.changed").one()
    assert event.details == {
        "fields": ["title", "contact_name"],
        "changes": {"title": [DEFAULT_CONTENT.title, "Ander werk"]},
    }
