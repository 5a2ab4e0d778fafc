"""The workplaces of the demonstration, each with the history that its status tells of."""

from datetime import timedelta
from typing import Any

from webapp.core.clock import AMSTERDAM
from webapp.demo.files import rows
from webapp.demo.media import media_of
from webapp.demo.stage import Stage
from webapp.geo.geocoding import NoGeocoder
from webapp.workplaces import editing, publication, submission
from webapp.workplaces.content import WorkplaceContent, from_json
from webapp.workplaces.models import VersionStatus, Workplace, WorkplaceVersion

# How long things take, in days.
_WRITING = 2
_CHECKING = 3
_IN_USE = 30
_CHANGED_AGO = 2
_HIDDEN_AGO = 5
_AVAILABILITY_ASKED_EVERY = 28


def load_workplaces(stage: Stage) -> None:
    """Let the organisations offer their workplaces, and let all happen that their status says."""
    for row in rows("workplaces", "workplace"):
        workplace = stage.workplaces[row["title"]] = _offer(stage, row)
        if row["status"] != VersionStatus.DRAFT:
            _submit(stage, row, workplace, days_ago=row["submitted_days_ago"])
            _decide(stage, row, workplace)
        if "pending_change" in row:
            _change(stage, row, workplace)
        if not row["visible"]:
            publication.hide(
                stage.session,
                workplace,
                actor=stage.managers[row["organisation"]].actor,
                now=stage.ago(_HIDDEN_AGO),
            )


def _offer(stage: Stage, row: dict[str, Any]) -> Workplace:
    """Begin the workplace some days before it was submitted; a draft on the day it says."""
    is_draft = row["status"] == VersionStatus.DRAFT
    days_ago = row["submitted_days_ago"] + (0 if is_draft else _WRITING)
    return editing.offer(
        stage.session,
        stage.organisations[row["organisation"]],
        municipality_code=row["municipality"],
        content=_content(stage, row),
        geocoder=NoGeocoder(),
        actor=stage.managers[row["organisation"]].actor,
        now=stage.ago(days_ago),
    )


def _submit(stage: Stage, row: dict[str, Any], workplace: Workplace, *, days_ago: float) -> None:
    submission.submit(
        stage.session,
        workplace,
        expected_lock=workplace.latest_version.lock,
        actor=stage.managers[row["organisation"]].actor,
        now=stage.ago(days_ago),
    )


def _decide(stage: Stage, row: dict[str, Any], workplace: Workplace) -> None:
    """Let the municipality decide some days later, and the provider withdraw later still."""
    version, status = workplace.latest_version, row["status"]
    decided_ago = max(row["submitted_days_ago"] - _CHECKING, 0.1)
    decision: dict[str, Any] = {
        "expected_lock": version.lock,
        "actor": stage.staff_actor("moderator", row["municipality"]),
        "now": stage.ago(decided_ago),
    }
    if status in (VersionStatus.APPROVED, VersionStatus.WITHDRAWN):
        publication.approve(stage.session, version, **decision)
    if status == VersionStatus.RETURNED:
        publication.return_to_provider(stage.session, version, reason=row["reason"], **decision)
    if status == VersionStatus.REJECTED:
        publication.reject(stage.session, version, reason=row["reason"], **decision)
    if status == VersionStatus.WITHDRAWN:
        submission.withdraw(
            stage.session,
            workplace,
            reason=row["reason"],
            actor=stage.managers[row["organisation"]].actor,
            now=stage.ago(max(decided_ago - _IN_USE, 0)),
        )


def _change(stage: Stage, row: dict[str, Any], workplace: Workplace) -> WorkplaceVersion:
    """Let an approved workplace be changed, and let the change wait."""
    changes = from_json(row["pending_change"])
    version = editing.save(
        stage.session,
        workplace,
        {name: getattr(changes, name) for name in row["pending_change"]},
        expected_lock=workplace.latest_version.lock,
        geocoder=NoGeocoder(),
        actor=stage.managers[row["organisation"]].actor,
        now=stage.ago(_CHANGED_AGO),
    )
    _submit(stage, row, workplace, days_ago=_CHANGED_AGO)
    return version


def _content(stage: Stage, row: dict[str, Any]) -> WorkplaceContent:
    contracts = [
        {
            "party": contract["party"],
            "products": contract["products"],
            "valid_from": contract["from"],
            "valid_to": contract["to"],
        }
        for contract in row["contracts"]
    ]
    age = row["submitted_days_ago"] % _AVAILABILITY_ASKED_EVERY
    asked_on = (stage.now - timedelta(days=age)).astimezone(AMSTERDAM).date()
    content = from_json(row | {"contracts": contracts, "availability_on": asked_on})
    return content.changed(**media_of(row["title"], stage.uploads))
