"""What visitors of the demonstration ask, and what they say is not right."""

from typing import Any

from webapp.demo.files import rows
from webapp.demo.stage import NOWHERE, Stage
from webapp.enquiries import operations as enquiries
from webapp.enquiries.draft import EnquiryDraft, TurnDraft
from webapp.municipalities.queries import get_municipality
from webapp.workplaces.remarks import operations as remarks
from webapp.workplaces.remarks.operations import RemarkDraft


def load_enquiries(stage: Stage) -> None:
    """Let visitors ask, and let providers answer some of it."""
    for row in rows("enquiries", "enquiry"):
        _ask(stage, row)
    for row in rows("enquiries", "remark"):
        remarks.make(
            stage.session,
            stage.workplaces[row["title"]],
            RemarkDraft(text=row["text"]),
            site=NOWHERE,
            actor=remarks.VISITOR,
            now=stage.ago(row["days_ago"]),
        )


def _ask(stage: Stage, row: dict[str, Any]) -> None:
    enquiry = enquiries.ask(
        stage.session,
        stage.workplaces[row["title"]],
        EnquiryDraft(
            question=row["question"],
            name=row["name"],
            email=row["email"],
            is_by_consultant=row.get("is_by_consultant", False),
        ),
        municipality=get_municipality(stage.session, row["municipality"]),
        site=NOWHERE,
        actor=enquiries.ASKER,
        now=stage.ago(row["days_ago"]),
    )
    if "answer" in row:
        enquiries.answer(
            stage.session,
            enquiry,
            TurnDraft(text=row["answer"]),
            site=NOWHERE,
            actor=stage.managers[row["organisation"]].actor,
            now=stage.ago(row["answered_days_ago"]),
        )
