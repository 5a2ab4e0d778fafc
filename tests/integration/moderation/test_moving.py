"""A workplace moves to another municipality: until that approves it, both have their say."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from tests.support.moderation import organisation_with_member, submit_changes
from tests.support.people import ARNHEM, DUIVEN
from tests.support.workplaces import make_workplace
from webapp.audit.models import AuditEvent
from webapp.core.actor import Actor
from webapp.core.errors import NotFoundError, WrongStatusError
from webapp.mail.site import MailSite
from webapp.moderation import operations
from webapp.moderation.line import count_waiting
from webapp.moderation.overview import Standing, page_of, workplaces_of
from webapp.moderation.queries import queue
from webapp.moderation.review import get_review
from webapp.municipalities import operations as municipalities
from webapp.municipalities.queries import get_municipality
from webapp.workplaces import publication, submission
from webapp.workplaces.models import VersionStatus, Workplace
from webapp.workplaces.public import find_public_workplace, public_of_municipality

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
MODERATOR = Actor(account_id=None, name="Mo Moderator")
SITE = MailSite(name="Duiven", url="https://duiven.example", email="hulp@duiven.example")
WITHDRAWAL = {"reason": "Dit klopt niet.", "actor": MODERATOR, "now": NOW}


@pytest.fixture
def moving(session) -> Workplace:
    """A workplace on Duiven's site; a version with an address in Arnhem waits."""
    for code in (DUIVEN, ARNHEM):
        municipalities.join(session, get_municipality(session, code), now=NOW)
    workplace = make_workplace(session, organisation=organisation_with_member(session))
    submit_changes(session, workplace, at=NOW, postcode="6811 AB", place="Arnhem")
    return workplace


def decide(session, workplace, act, **more):
    version = workplace.latest_version
    act(session, version, expected_lock=version.lock, actor=MODERATOR, now=NOW, **more)


def withdraw_in(session, workplace, code):
    operations.withdraw_workplace(
        session, workplace, municipality_code=code, site=SITE, **WITHDRAWAL
    )


def in_sitemap(session, code):
    return list(public_of_municipality(session, code))


def listed(session, code, standing=None):
    found = workplaces_of(code, standing=standing)
    return [review.version for review in page_of(session, found, offset=0, limit=9)]


def test_the_municipality_of_the_new_address_checks_the_change(session, moving):
    assert [item.public_id for item in queue(session, ARNHEM)] == [moving.public_id]
    assert count_waiting(session, DUIVEN) == 0
    review = get_review(session, moving.public_id, ARNHEM)
    assert (review.version, review.is_waiting) == (moving.latest_version, True)
    assert [change.field for change in review.changes] == ["postcode", "place"]
    assert listed(session, ARNHEM, Standing.WAITING) == [moving.latest_version]
    assert listed(session, ARNHEM, Standing.SHOWN) == []


def test_the_municipality_where_it_is_published_keeps_it_until_then(session, moving):
    review = get_review(session, moving.public_id, DUIVEN)
    assert review.version is moving.published_version
    assert not review.is_waiting
    assert listed(session, DUIVEN) == [moving.published_version]
    assert listed(session, DUIVEN, Standing.SHOWN) == [moving.published_version]
    assert listed(session, DUIVEN, Standing.WAITING) == []
    assert in_sitemap(session, DUIVEN) == [moving]
    assert in_sitemap(session, ARNHEM) == []


def test_approved_there_it_leaves_the_old_municipality(session, moving):
    decide(session, moving, publication.approve)
    assert in_sitemap(session, DUIVEN) == []
    assert in_sitemap(session, ARNHEM) == [moving]
    assert listed(session, DUIVEN) == []
    assert listed(session, ARNHEM, Standing.SHOWN) == [moving.published_version]
    with pytest.raises(NotFoundError):
        get_review(session, moving.public_id, DUIVEN)
    with pytest.raises(WrongStatusError):
        withdraw_in(session, moving, DUIVEN)
    assert find_public_workplace(session, moving.public_id) is moving


def test_both_municipalities_find_the_move_in_their_log(session, moving):
    decide(session, moving, publication.approve)
    statement = select(AuditEvent.action, AuditEvent.municipality_code).order_by(AuditEvent.id)
    assert session.execute(statement).all()[-3:] == [
        ("workplace.submitted", ARNHEM),
        ("workplace.approved", ARNHEM),
        ("workplace.left", DUIVEN),
    ]


@pytest.mark.parametrize(
    ("act", "status"),
    [
        (publication.reject, VersionStatus.REJECTED),
        (publication.return_to_provider, VersionStatus.RETURNED),
    ],
)
def test_a_no_there_leaves_it_where_it_was(session, moving, act, status):
    decide(session, moving, act, reason="Dit past niet.")
    assert moving.latest_version.status is status
    assert in_sitemap(session, DUIVEN) == [moving]
    assert listed(session, DUIVEN, Standing.SHOWN) == [moving.published_version]
    assert listed(session, ARNHEM, Standing.SHOWN) == []
    assert listed(session, ARNHEM) == [moving.latest_version]


def test_the_old_municipality_withdraws_what_it_published_and_nothing_else(session, moving):
    withdraw_in(session, moving, DUIVEN)
    assert find_public_workplace(session, moving.public_id) is None
    assert in_sitemap(session, DUIVEN) == []
    assert [version.status for version in moving.versions] == [
        VersionStatus.WITHDRAWN,
        VersionStatus.SUBMITTED,
    ]
    assert listed(session, DUIVEN, Standing.WITHDRAWN) == [moving.versions[0]]
    assert [item.public_id for item in queue(session, ARNHEM)] == [moving.public_id]
    decide(session, moving, publication.approve)
    assert in_sitemap(session, ARNHEM) == [moving]


def test_the_new_municipality_cannot_withdraw_what_another_published(session, moving):
    withdraw_in(session, moving, ARNHEM)
    assert moving.latest_version.status is VersionStatus.WITHDRAWN
    assert find_public_workplace(session, moving.public_id) is moving
    with pytest.raises(WrongStatusError):
        withdraw_in(session, moving, ARNHEM)
    assert in_sitemap(session, DUIVEN) == [moving]


def test_the_provider_withdraws_all_of_it(session, moving):
    submission.withdraw(session, moving, **WITHDRAWAL)
    assert {version.status for version in moving.versions} == {VersionStatus.WITHDRAWN}
    assert count_waiting(session, ARNHEM) == 0
    actions = select(AuditEvent.municipality_code).where(AuditEvent.action == "workplace.withdrawn")
    assert set(session.scalars(actions)) == {DUIVEN, ARNHEM}


def test_a_provider_who_moves_back_is_checked_by_the_old_municipality_again(session, moving):
    submitted = submit_back(session, moving)
    assert get_review(session, moving.public_id, DUIVEN).version is submitted
    assert count_waiting(session, ARNHEM) == 0
    with pytest.raises(NotFoundError):
        get_review(session, moving.public_id, ARNHEM)


def submit_back(session, workplace):
    decide(session, workplace, publication.return_to_provider, reason="Ligt in Duiven.")
    return submit_changes(session, workplace, at=NOW, postcode="6921 AB", place="Duiven")
