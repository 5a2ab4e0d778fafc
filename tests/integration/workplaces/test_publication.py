"""From submission to what visitors see, and back."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.support.workplaces import DEFAULT_CONTENT, make_organisation, make_workplace
from webapp.audit.models import AuditEvent
from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, InvalidInputError, WrongStatusError
from webapp.geo.geocoding import NoGeocoder
from webapp.organisations.models import OrganisationStatus
from webapp.workplaces import editing, publication, sectors, submission
from webapp.workplaces.models import PublicationChange, ServiceArea, VersionStatus
from webapp.workplaces.public import find_public_workplace
from webapp.workplaces.queries import history

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
PROVIDER = Actor(account_id=None, name="Sanne")
MODERATOR = Actor(account_id=None, name="Mo")
WAITING = VersionStatus.SUBMITTED


@pytest.fixture(autouse=True)
def _sectors(session):
    sectors.load(session)


def submit(session, workplace):
    return submission.submit(
        session,
        workplace,
        expected_lock=workplace.latest_version.lock,
        actor=PROVIDER,
        now=NOW,
    )


def approve(session, workplace, *, now=NOW):
    version = workplace.latest_version
    publication.approve(session, version, expected_lock=version.lock, actor=MODERATOR, now=now)


def change(session, workplace, **changes):
    return editing.save(
        session,
        workplace,
        changes,
        expected_lock=workplace.latest_version.lock,
        geocoder=NoGeocoder(),
        actor=PROVIDER,
        now=NOW,
    )


def publication_changes(session, workplace):
    return session.query(PublicationChange).filter_by(workplace_id=workplace.id).count()


def test_a_provider_submits_what_is_complete(session):
    workplace = make_workplace(session, status=VersionStatus.DRAFT)
    version = submit(session, workplace)
    assert (version.status, version.submitted_at) == (WAITING, NOW)


def test_a_provider_who_submits_too_early_hears_everything_at_once(session):
    workplace = make_workplace(session, status=VersionStatus.DRAFT, title="", day_parts=())
    with pytest.raises(InvalidInputError) as refusal:
        submit(session, workplace)
    assert set(refusal.value.problems) == {"title", "day_parts"}
    assert workplace.latest_version.status is VersionStatus.DRAFT


def test_nothing_is_submitted_twice(session):
    workplace = make_workplace(session, status=WAITING)
    with pytest.raises(WrongStatusError):
        submit(session, workplace)


def test_an_approved_workplace_is_there_for_visitors(session):
    workplace = make_workplace(session, status=WAITING, service_area=("GM0226", "GM0293"))
    assert find_public_workplace(session, workplace.public_id) is None
    approve(session, workplace)
    assert find_public_workplace(session, workplace.public_id) is workplace
    assert (workplace.published_at, workplace.published_version.decided_at) == (NOW, NOW)
    assert [row.municipality_code for row in session.query(ServiceArea)] == ["GM0293"]
    assert publication_changes(session, workplace) == 1


def test_an_organisation_is_approved_before_its_workplaces(session):
    organisation = make_organisation(session, status=OrganisationStatus.SUBMITTED)
    workplace = make_workplace(session, organisation=organisation, status=WAITING)
    with pytest.raises(publication.OrganisationNotApprovedError):
        approve(session, workplace)
    assert workplace.latest_version.status is WAITING


def test_visitors_read_the_approved_version_until_the_change_is_approved_too(session):
    workplace = make_workplace(session, service_area=("GM0293",))
    first = workplace.published_version
    published_at = workplace.published_at
    change(session, workplace, title="Ander werk", service_area=("GM0299",))
    submit(session, workplace)
    assert workplace.published_version.content.title == DEFAULT_CONTENT.title
    approve(session, workplace, now=LATER)
    assert workplace.published_version.content.title == "Ander werk"
    assert first.status is VersionStatus.SUPERSEDED
    assert workplace.published_at == published_at
    assert [row.municipality_code for row in session.query(ServiceArea)] == ["GM0299"]


def test_a_version_that_changed_after_it_was_read_is_not_approved(session):
    workplace = make_workplace(session, status=WAITING)
    read = workplace.latest_version
    lock = read.lock
    change(session, workplace, title="Toch iets anders")
    with pytest.raises(ConflictError):
        publication.approve(session, read, expected_lock=lock, actor=MODERATOR, now=NOW)
    assert read.status is WAITING


@pytest.mark.parametrize(
    ("decide", "status"),
    [
        (publication.return_to_provider, VersionStatus.RETURNED),
        (publication.reject, VersionStatus.REJECTED),
    ],
)
def test_a_moderator_says_no_with_a_reason_and_the_old_version_stays(session, decide, status):
    workplace = make_workplace(session)
    change(session, workplace, title="Ander werk")
    version = submit(session, workplace)
    before = publication_changes(session, workplace)
    decide(
        session,
        version,
        reason="Welke dagen?",
        expected_lock=version.lock,
        actor=MODERATOR,
        now=LATER,
    )
    assert (version.status, version.decided_at) == (status, LATER)
    assert workplace.published_version.content.title == DEFAULT_CONTENT.title
    assert publication_changes(session, workplace) == before
    assert [item.reason for item in history(session, workplace)] == ["Welke dagen?", ""]


def test_a_provider_hides_a_workplace_at_once_and_shows_it_again(session):
    workplace = make_workplace(session)
    publication.hide(session, workplace, actor=PROVIDER, now=NOW)
    assert find_public_workplace(session, workplace.public_id) is None
    publication.show(session, workplace, actor=PROVIDER, now=NOW)
    assert find_public_workplace(session, workplace.public_id) is workplace
    assert publication_changes(session, workplace) == 3
    actions = [event.action for event in session.query(AuditEvent)]
    assert actions == ["workplace.hidden", "workplace.shown"]


def test_hiding_what_is_hidden_changes_nothing(session):
    workplace = make_workplace(session, visible=False)
    publication.hide(session, workplace, actor=PROVIDER, now=NOW)
    assert session.query(AuditEvent).count() == 0


def test_a_hidden_workplace_stays_hidden_when_it_is_approved_anew(session):
    workplace = make_workplace(session)
    publication.hide(session, workplace, actor=PROVIDER, now=NOW)
    change(session, workplace, title="Ander werk")
    submit(session, workplace)
    approve(session, workplace)
    assert not workplace.is_visible
    assert find_public_workplace(session, workplace.public_id) is None


def test_a_withdrawn_workplace_is_gone_with_all_that_was_public(session):
    workplace = make_workplace(session, service_area=("GM0293",))
    change(session, workplace, title="Ander werk")
    submission.withdraw(session, workplace, reason="We stoppen.", actor=PROVIDER, now=NOW)
    assert [item.status for item in workplace.versions] == [VersionStatus.WITHDRAWN] * 2
    assert workplace.published_version is None
    assert find_public_workplace(session, workplace.public_id) is None
    assert session.query(ServiceArea).count() == 0
    assert publication_changes(session, workplace) == 2


def test_a_withdrawn_workplace_can_be_offered_again(session):
    workplace = make_workplace(session)
    submission.withdraw(session, workplace, reason="Even niet.", actor=PROVIDER, now=NOW)
    change(session, workplace, title="We zijn er weer")
    submit(session, workplace)
    approve(session, workplace, now=LATER)
    assert find_public_workplace(session, workplace.public_id) is workplace
    assert workplace.published_at == LATER


def test_nothing_is_withdrawn_twice(session):
    workplace = make_workplace(session, status=VersionStatus.WITHDRAWN)
    with pytest.raises(WrongStatusError):
        submission.withdraw(session, workplace, reason="Weg.", actor=PROVIDER, now=NOW)
