"""The table of what can happen to a version: every status, every action."""

import pytest

from tests.support.workplaces import LONG_AGO, make_workplace
from webapp.core.actor import Actor
from webapp.core.errors import InvalidInputError, WrongStatusError
from webapp.workplaces.models import StatusChange, VersionStatus
from webapp.workplaces.workflow import NEEDS_REASON, TRANSITIONS, Action, can, step

MODERATOR = Actor(account_id=None, name="Mo Moderator")
EXPECTED = {
    Action.SUBMIT: dict.fromkeys(("draft", "returned", "withdrawn"), "submitted"),
    Action.APPROVE: {"submitted": "approved"},
    Action.RETURN: {"submitted": "returned"},
    Action.REJECT: {"submitted": "rejected"},
    Action.SUPERSEDE: {"approved": "superseded"},
    Action.UNDO: dict.fromkeys(("approved", "returned", "rejected"), "submitted"),
    Action.RESTORE: {"superseded": "approved"},
    Action.WITHDRAW: dict.fromkeys(
        ("draft", "submitted", "returned", "approved", "rejected"), "withdrawn"
    ),
    Action.TAKE_BACK: dict.fromkeys(("draft", "submitted", "returned"), "withdrawn"),
    Action.REINSTATE: {"draft": "approved"},
    Action.GO_LIVE: {"submitted": "approved"},
    Action.SEND_BACK: {"approved": "returned"},
}
EVERY_STEP = [(status, action) for status in VersionStatus for action in Action]


@pytest.mark.parametrize(("status", "action"), EVERY_STEP)
def test_a_step_leads_where_the_table_says_or_is_refused(session, status, action):
    version = make_workplace(session, status=status).latest_version
    target = EXPECTED[action].get(status.value)
    assert can(version, action) == (target is not None)
    if target is None:
        with pytest.raises(WrongStatusError):
            step(session, version, action, actor=MODERATOR, now=LONG_AGO, reason="Daarom.")
        assert version.status is status
        assert version.changes == []
    else:
        step(session, version, action, actor=MODERATOR, now=LONG_AGO, reason=" Daarom. ")
        assert version.status == target


def test_every_step_of_the_table_was_expected():
    assert len(TRANSITIONS) == sum(len(steps) for steps in EXPECTED.values())


def test_a_step_leaves_a_line_in_the_log_with_who_and_why(session):
    version = make_workplace(session, status=VersionStatus.SUBMITTED).latest_version
    step(session, version, Action.RETURN, actor=MODERATOR, now=LONG_AGO, reason="Welke dagen?")
    (change,) = session.query(StatusChange).all()
    assert (change.action, change.from_status, change.to_status) == (
        "return",
        VersionStatus.SUBMITTED,
        VersionStatus.RETURNED,
    )
    assert (change.reason, change.actor_name) == ("Welke dagen?", "Mo Moderator")


@pytest.mark.parametrize("action", sorted(NEEDS_REASON))
@pytest.mark.parametrize("reason", ["", "  ", "x" * 2001])
def test_who_sends_something_back_must_say_why_in_reasonable_length(session, action, reason):
    status = next(start for start, taken in TRANSITIONS if taken is action)
    version = make_workplace(session, status=status).latest_version
    with pytest.raises(InvalidInputError) as refusal:
        step(session, version, action, actor=MODERATOR, now=LONG_AGO, reason=reason)
    assert set(refusal.value.problems) == {"reason"}
    assert version.status is status
