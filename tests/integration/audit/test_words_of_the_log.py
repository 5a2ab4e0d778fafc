"""Every action that the code can log has its words."""

import ast
import re
from pathlib import Path

import pytest
from sqlalchemy import select

from webapp.audit.models import AuditEvent
from webapp.core import clock
from webapp.demo import loading
from webapp.enquiries.workflow import Action
from webapp.organisations.models import OrganisationStatus
from webapp.web.log_words import ACTIONS, SORTS, SUBJECTS, actions_of
from webapp.workplaces import sectors
from webapp.workplaces.remarks.models import RemarkStatus

WEBAPP = Path(loading.__file__).parents[1]
_ACTION = re.compile(r"[a-z]+\.[a-z_]+")
_RECORDERS = {
    *("record", "record_version", "note", "_note", "note_of_account", "_record", "_log", "_finish"),
}


def _recorded():
    """Yield the actions that are written down in calls that log, and before them in a variable."""
    for path in WEBAPP.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)):
            is_call = isinstance(node, ast.Call) and _name_of(node.func) in _RECORDERS
            is_choice = isinstance(node, ast.Assign) and _name_of(node.targets[0]) == "action"
            if is_call or is_choice:
                yield from (
                    each.value
                    for each in ast.walk(node)
                    if isinstance(each, ast.Constant)
                    and isinstance(each.value, str)
                    and _ACTION.fullmatch(each.value)
                )


def _name_of(node):
    return getattr(node, "id", getattr(node, "attr", ""))


def test_every_action_in_the_code_has_words():
    found = set(_recorded())
    assert {"faq.hidden", "workplace.shown", "login.failed", "log.exported"} <= found
    assert found - ACTIONS.keys() == set()


@pytest.mark.parametrize("status", ["approved", "returned", "rejected", "withdrawn"])
def test_every_decision_on_a_workplace_has_words(status):
    assert f"workplace.{status}" in ACTIONS


def test_every_decision_on_an_organisation_has_words():
    decided = (OrganisationStatus.APPROVED, OrganisationStatus.REJECTED)
    assert {f"organisation.{status.value}" for status in decided} <= ACTIONS.keys()


@pytest.mark.parametrize("status", set(RemarkStatus) - {RemarkStatus.WAITING})
def test_all_that_becomes_of_a_remark_has_words(status):
    assert f"remark.{status.value}" in ACTIONS


@pytest.mark.parametrize("action", Action)
def test_all_that_happens_to_an_enquiry_has_words(action):
    assert f"enquiry.{action}" in ACTIONS


@pytest.mark.parametrize("action", ["member_left", "member_removed"])
def test_every_end_of_a_membership_has_words(action):
    assert f"organisation.{action}" in ACTIONS


def test_each_action_is_of_one_kind():
    assert sum(len(actions_of(sort)) for sort in SORTS) == len(ACTIONS)


def test_all_that_the_demonstration_does_has_words(session):
    sectors.load(session)
    loading.load(session, now=clock.now())
    events = session.execute(select(AuditEvent.action, AuditEvent.subject_kind).distinct()).all()
    assert {action for action, _ in events} <= ACTIONS.keys()
    assert {kind for _, kind in events} <= SUBJECTS.keys()
