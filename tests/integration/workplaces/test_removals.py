"""A workplace goes: asked for, confirmed, restored or erased."""

from datetime import timedelta

import pytest
from sqlalchemy import String, cast, func, select

from tests.support.exceptions import make_exception
from tests.support.removals import GRACE, MODERATOR, NOW, PROVIDER, ask_removal, remove
from tests.support.workplaces import DUIVEN, make_workplace
from webapp.audit.models import AuditEvent
from webapp.core.actor import SYSTEM
from webapp.core.errors import ConflictError, InvalidInputError, WrongStatusError
from webapp.core.text_rules import REASON_MAX_LENGTH
from webapp.moderation import removals as moderation
from webapp.municipalities.settings import change_settings
from webapp.schema import metadata
from webapp.workplaces import publication
from webapp.workplaces.models import VersionStatus, Workplace
from webapp.workplaces.public import find_public_workplace
from webapp.workplaces.removals import operations
from webapp.workplaces.removals.models import Removal, RemovalReason, RemovalStatus
from webapp.workplaces.removals.workflow import TRANSITIONS, RemovalAction, advance

EXPECTED = {
    ("requested", "withdraw"): "withdrawn",
    ("requested", "refuse"): "refused",
    ("requested", "confirm"): "confirmed",
    ("confirmed", "restore"): "restored",
}
EVERY_STEP = [(status, action) for status in RemovalStatus for action in RemovalAction]


@pytest.mark.parametrize(("status", "action"), EVERY_STEP)
def test_a_removal_goes_where_the_table_says_or_is_refused(status, action):
    removal = Removal(status=status)
    target = EXPECTED.get((status.value, action.value))
    if target is None:
        with pytest.raises(WrongStatusError):
            advance(removal, action, actor=MODERATOR, now=NOW, answer="Daarom.")
        assert removal.status is status
    else:
        advance(removal, action, actor=MODERATOR, now=NOW, answer=" Daarom. ")
        assert (removal.status, removal.answer) == (target, "Daarom.")
        assert (removal.decided_by, removal.decided_at) == ("Mo Moderator", NOW)
    assert len(TRANSITIONS) == len(EXPECTED)


def test_what_a_provider_asks_changes_nothing_before_the_municipality_decides(session):
    workplace = make_workplace(session)
    ask_removal(session, workplace)
    assert find_public_workplace(session, workplace.public_id) is workplace
    publication.hide(session, workplace, actor=PROVIDER, now=NOW)
    publication.show(session, workplace, actor=PROVIDER, now=NOW)


def test_a_provider_asks_once_and_may_come_back_on_it(session):
    workplace = make_workplace(session)
    ask_removal(session, workplace)
    with pytest.raises(WrongStatusError):
        ask_removal(session, workplace)
    operations.withdraw(session, workplace, actor=PROVIDER, now=NOW)
    with pytest.raises(WrongStatusError):
        operations.withdraw(session, workplace, actor=PROVIDER, now=NOW)
    assert ask_removal(session, workplace).status is RemovalStatus.REQUESTED


@pytest.mark.parametrize(
    ("reason", "explanation", "field"),
    [
        (None, "Daarom.", "reason"),
        (RemovalReason.OTHER, "  ", "explanation"),
        (RemovalReason.DOUBLE, "x" * (REASON_MAX_LENGTH + 1), "explanation"),
    ],
)
def test_a_provider_says_why_in_reasonable_length(session, reason, explanation, field):
    workplace = make_workplace(session)
    with pytest.raises(InvalidInputError) as refusal:
        operations.request(
            session, workplace, reason=reason, explanation=explanation, actor=PROVIDER, now=NOW
        )
    assert set(refusal.value.problems) == {field}


def test_nobody_changes_a_removed_workplace_or_shows_it(session):
    workplace = make_workplace(session)
    remove(session, workplace)
    assert find_public_workplace(session, workplace.public_id) is None
    for act in (publication.show, publication.hide, operations.withdraw, operations.discard):
        with pytest.raises(WrongStatusError):
            act(session, workplace, actor=PROVIDER, now=NOW)


def test_a_restored_workplace_is_where_it_was_but_hidden(session):
    workplace = make_workplace(session)
    published = workplace.published_version
    remove(session, workplace)
    operations.restore(session, workplace, actor=PROVIDER, now=NOW + GRACE / 2)
    assert workplace.published_version is published
    assert (workplace.removed_at, workplace.is_visible) == (None, False)
    publication.show(session, workplace, actor=PROVIDER, now=NOW + GRACE / 2)
    assert find_public_workplace(session, workplace.public_id) is workplace


def test_a_moderator_who_refuses_says_why_and_the_workplace_stays(session):
    removal = ask_removal(session, make_workplace(session))
    decision = {"expected_version": removal.version, "actor": MODERATOR, "now": NOW}
    with pytest.raises(InvalidInputError):
        operations.refuse(session, removal, answer=" ", **decision)
    operations.refuse(session, removal, answer="Er zijn nog deelnemers.", **decision)
    assert removal.workplace.removed_at is None
    with pytest.raises(ConflictError):
        operations.confirm(session, removal, **decision)


def test_each_municipality_says_how_long_a_workplace_can_come_back(session):
    change_settings(session, DUIVEN, removal_grace_days=7)
    assert remove(session, make_workplace(session)).erase_at == NOW + timedelta(days=7)


def _everything_in(session):
    """Return all that all tables hold of workplaces, but for the log, as texts."""
    left = {}
    for name, table in metadata(session.get_bind().dialect.name).tables.items():
        if name in {"workplace", "workplace_version", "status_change", "service_area"} or (
            name in {"location_exception", "workplace_removal"}
        ):
            left[name] = session.scalar(select(func.count()).select_from(table))
    return {name: count for name, count in left.items() if count}


def test_after_the_days_nothing_is_left_but_who_wanted_it_when_and_why(database):
    with database.writing() as session:
        workplace = make_workplace(session, title="Kooien timmeren", service_area=("GM0202",))
        public_id = workplace.public_id
        make_exception(session, workplace, "GM0200")
        remove(session, workplace)
    assert moderation.erase_due(database, actor=SYSTEM, now=NOW + GRACE / 2) == 0
    assert moderation.erase_due(database, actor=SYSTEM, now=NOW + GRACE) == 1
    assert moderation.erase_due(database, actor=SYSTEM, now=NOW + GRACE) == 0
    with database.reading() as session:
        assert _everything_in(session) == {}
        erased = session.scalars(
            select(AuditEvent).where(AuditEvent.action == "workplace.erased")
        ).one()
        assert (erased.subject_id, erased.municipality_code) == (public_id, DUIVEN)
        assert erased.details == {
            "reason": "stopped",
            "requested_by": "Sanne Aanbieder",
            "confirmed_by": "Mo Moderator",
        }
        logged = session.scalars(select(cast(AuditEvent.details, String))).all()
        assert not any("Kooien" in text or "parkeerplaats" in text for text in logged)


def test_what_was_restored_is_never_erased(database):
    with database.writing() as session:
        workplace = make_workplace(session)
        remove(session, workplace)
        operations.restore(session, workplace, actor=PROVIDER, now=NOW)
    assert moderation.erase_due(database, actor=SYSTEM, now=NOW + 2 * GRACE) == 0
    with database.reading() as session:
        assert session.scalars(select(Workplace)).one().published_version is not None


def test_a_draft_nobody_saw_is_thrown_away_at_once(session):
    draft = make_workplace(session, status=VersionStatus.DRAFT)
    with pytest.raises(WrongStatusError):
        ask_removal(session, draft)
    operations.discard(session, draft, actor=PROVIDER, now=NOW)
    assert session.scalars(select(Workplace)).all() == []


@pytest.mark.parametrize("status", set(VersionStatus) - {VersionStatus.DRAFT})
def test_what_was_ever_handed_in_is_not_thrown_away_but_asked_for(session, status):
    workplace = make_workplace(session, status=status)
    with pytest.raises(WrongStatusError):
        operations.discard(session, workplace, actor=PROVIDER, now=NOW)
    assert ask_removal(session, workplace).status is RemovalStatus.REQUESTED
