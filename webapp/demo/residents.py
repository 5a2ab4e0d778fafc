"""The registrations of the demonstration, each followed up to its status, with what was written."""

from typing import Any

from webapp.core.actor import Actor
from webapp.demo.files import rows
from webapp.demo.stage import NOWHERE, Stage
from webapp.municipalities.queries import get_municipality
from webapp.registrations import messages, workflow
from webapp.registrations import operations as registrations
from webapp.registrations.contact import Contact
from webapp.registrations.draft import RegistrationDraft
from webapp.registrations.messages import MessageDraft
from webapp.registrations.models import FilledInBy, Registration, RegistrationStatus, Side
from webapp.registrations.vocabulary import StopReason

_S = RegistrationStatus
# What comes before each status.
_WAY_TO = {
    _S.NEW: (),
    _S.INTAKE: (_S.INTAKE,),
    _S.ORIENTATION: (_S.INTAKE, _S.ORIENTATION),
    _S.ADVICE: (_S.INTAKE, _S.ORIENTATION, _S.ADVICE),
    _S.TRAJECTORY: (_S.INTAKE, _S.ORIENTATION, _S.ADVICE, _S.TRAJECTORY),
    _S.STOPPED: (_S.INTAKE, _S.STOPPED),
}


def load_registrations(stage: Stage) -> None:
    """Let residents register, and let consultants follow them up at an even pace."""
    for row in rows("registrations", "registration"):
        code = row["municipality"]
        consultant = stage.staff_actor("consultant", code)
        by_consultant = row["filled_in_by"] == FilledInBy.CONSULTANT
        registration = registrations.register(
            stage.session,
            _draft(row),
            municipality=get_municipality(stage.session, code),
            site=NOWHERE,
            actor=consultant if by_consultant else registrations.RESIDENT,
            now=stage.ago(row["days_ago"]),
        )
        _follow(stage, registration, row, consultant)
        _talk(stage, registration, row, consultant)


def _follow(
    stage: Stage, registration: Registration, row: dict[str, Any], consultant: Actor
) -> None:
    steps = _WAY_TO[_S(row["status"])]
    for number, status in enumerate(steps, start=1):
        workflow.follow(
            stage.session,
            registration,
            status,
            stop_reason=StopReason(row["stop_reason"]) if status is _S.STOPPED else None,
            expected_version=registration.version,
            actor=consultant,
            now=stage.ago(row["days_ago"] * (1 - number / (len(steps) + 1))),
        )


def _talk(stage: Stage, registration: Registration, row: dict[str, Any], consultant: Actor) -> None:
    """Let the resident and the consultant write to each other."""
    sides = {
        Side.RESIDENT: (messages.add, registrations.RESIDENT),
        Side.MUNICIPALITY: (messages.answer, consultant),
    }
    for said in row.get("message", ()):
        write, actor = sides[Side(said["from"])]
        draft, now = MessageDraft(said["text"].strip()), stage.ago(said["days_ago"])
        write(stage.session, registration, draft, site=NOWHERE, actor=actor, now=now)


def _draft(row: dict[str, Any]) -> RegistrationDraft:
    return RegistrationDraft(
        filled_in_by=FilledInBy(row["filled_in_by"]),
        helper_name=row.get("helper_name", ""),
        agreed_with=row.get("agreed_with", ""),
        meets_age_condition=True,
        sectors=tuple(row["sectors"]),
        wishes=row["wishes"].strip(),
        day_parts=tuple(row["day_parts"]),
        needs_notes=row["needs"],
        contact=Contact(
            name=row["name"],
            email=row.get("email", ""),
            phone=row.get("phone", ""),
            residence=row.get("postcode") or row["place"],
        ),
    )
