"""Changes that go live at once: small ones, and those of organisations that are trusted."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.support.mails import queued
from tests.support.moderation import PROVIDER, change, organisation_with_member
from tests.support.people import ARNHEM, DUIVEN
from tests.support.workplaces import make_workplace
from webapp.audit.models import AuditEvent
from webapp.core.errors import WrongStatusError
from webapp.mail.site import MailSite
from webapp.moderation import afterwards, operations, undoing
from webapp.moderation.line import Asked, WaitingKind
from webapp.moderation.queries import queue
from webapp.moderation.review import get_review
from webapp.municipalities.settings import MAY_GO_UNCHECKED, change_settings
from webapp.organisations import operations as organisations
from webapp.organisations.models import OrganisationStatus
from webapp.workplaces.media import Photo
from webapp.workplaces.models import VersionStatus
from webapp.workplaces.unchecked import Route

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
SITE = MailSite("Duiven", "http://duiven.localhost:5000", "help@duiven.example")
SMALL = {"hours_max": 9, "contact_name": "Bo"}
LARGE = {"summary": "Heel ander werk."}


@pytest.fixture
def organisation(session):
    return organisation_with_member(session, "sanne@tuin.example")


@pytest.fixture
def workplace(session, organisation):
    return make_workplace(session, organisation=organisation)


def hand_in(session, workplace, **changes):
    version = change(session, workplace, at=NOW, **changes)
    return operations.hand_in(
        session, workplace, expected_lock=version.lock, site=SITE, actor=PROVIDER, now=NOW
    )


def trust(session, organisation, *, is_trusted=True):
    organisations.trust(session, organisation, is_trusted=is_trusted, actor=PROVIDER, now=NOW)


def waiting(session, kind=None):
    return [item.title for item in queue(session, DUIVEN, Asked(kind))]


def test_a_small_change_is_live_at_once_and_logged(session, workplace):
    before = workplace.published_version
    assert hand_in(session, workplace, **SMALL) is Route.SMALL
    live = workplace.published_version
    assert (live.content.hours_max, live.content.contact_name) == (9, "Bo")
    assert (live.status, before.status) == (VersionStatus.APPROVED, VersionStatus.SUPERSEDED)
    assert (waiting(session), queued(session)) == ([], [])
    actions = session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)).all()
    assert actions[-2:] == ["workplace.submitted", "workplace.went_live"]


@pytest.mark.parametrize("changes", [LARGE, SMALL | LARGE, {"street": "Kerkstraat"}])
def test_anything_else_waits(session, workplace, changes):
    before = workplace.published_version
    assert hand_in(session, workplace, **changes) is Route.CHECKED_FIRST
    assert workplace.published_version is before
    assert len(waiting(session, WaitingKind.CHANGED)) == 1
    assert len(queued(session)) == 1


def test_a_municipality_can_want_to_see_everything_first(session, workplace):
    change_settings(session, DUIVEN, unchecked_fields=())
    assert hand_in(session, workplace, **SMALL) is Route.CHECKED_FIRST


def test_a_setting_never_opens_more_than_may_go_unchecked(session, workplace):
    change_settings(session, DUIVEN, unchecked_fields=(*MAY_GO_UNCHECKED, "summary"))
    assert hand_in(session, workplace, **LARGE) is Route.CHECKED_FIRST


def test_of_a_trusted_organisation_a_change_is_live_and_seen_afterwards(
    session, organisation, workplace
):
    trust(session, organisation)
    assert hand_in(session, workplace, **LARGE) is Route.TRUSTED
    assert workplace.published_version.content.summary == LARGE["summary"]
    assert len(waiting(session, WaitingKind.AFTERWARDS)) == 1
    review = get_review(session, workplace.public_id, DUIVEN)
    assert [each.field for each in review.unseen_changes] == ["summary"]
    lock = review.unseen.lock
    for _press in range(2):
        afterwards.mark_seen(session, workplace, expected_lock=lock, actor=PROVIDER, now=NOW)
    assert waiting(session) == []
    actions = session.scalars(select(AuditEvent.action)).all()
    assert actions.count("workplace.seen") == 1


def test_of_a_trusted_organisation_what_is_new_or_moves_waits(session, organisation, workplace):
    trust(session, organisation)
    new = make_workplace(session, organisation=organisation, status=VersionStatus.DRAFT)
    assert hand_in(session, new, **SMALL) is Route.CHECKED_FIRST
    assert hand_in(session, workplace, street="Kerkstraat") is Route.CHECKED_FIRST


def test_of_a_trusted_organisation_a_photo_waits(session, organisation, workplace):
    trust(session, organisation)
    photo = Photo("0123456789abcdef0123456789abcdef", 800, 600, alt="Een kas")
    assert hand_in(session, workplace, photos=(photo,)) is Route.CHECKED_FIRST


def test_another_municipality_trusts_for_itself(session, organisation, workplace):
    trust(session, organisation)
    organisation.municipality_code = ARNHEM
    assert hand_in(session, workplace, **LARGE) is Route.CHECKED_FIRST


def test_trust_ends(session, organisation, workplace):
    trust(session, organisation)
    trust(session, organisation, is_trusted=False)
    assert hand_in(session, workplace, **LARGE) is Route.CHECKED_FIRST


def test_only_who_was_approved_is_trusted(session):
    waiting_one = organisation_with_member(session, status=OrganisationStatus.SUBMITTED)
    with pytest.raises(WrongStatusError):
        trust(session, waiting_one)


def test_what_went_live_by_itself_is_no_decision_to_undo(session, workplace):
    hand_in(session, workplace, **SMALL)
    hour = timedelta(hours=1)
    assert undoing.undoable(session, DUIVEN, within=hour, now=NOW) == []
    with pytest.raises(WrongStatusError), session.begin_nested():
        undoing.undo(session, workplace.published_version, within=hour, actor=PROVIDER, now=NOW)
