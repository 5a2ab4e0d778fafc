"""The municipalities of the demonstration, with what each has of its own."""

from webapp.content.drafts import QuestionDraft
from webapp.content.faq import base_questions
from webapp.content.operations import change_question
from webapp.demo.files import rows
from webapp.demo.stage import Stage
from webapp.municipalities.operations import join
from webapp.municipalities.queries import get_municipality
from webapp.municipalities.settings import change_settings
from webapp.tariffs.examples import load_examples

_JOINED_SINCE = 420
_WRITTEN_SINCE = 40


def load_municipalities(stage: Stage) -> None:
    """Let the municipalities take part, with their settings."""
    for row in rows("municipalities", "municipality"):
        municipality = get_municipality(stage.session, row["code"])
        join(stage.session, municipality, now=stage.ago(_JOINED_SINCE))
        values = {
            name: value.strip() if isinstance(value, str) else value
            for name, value in row["settings"].items()
        }
        change_settings(stage.session, row["code"], **values)


def load_texts(stage: Stage) -> None:
    """Let moderators enter example tariffs, and answers of their own."""
    for row in rows("municipalities", "municipality"):
        if row.get("examples_of_tariffs"):
            load_examples(
                stage.session,
                row["code"],
                actor=stage.staff_actor("moderator", row["code"]),
                now=stage.ago(_WRITTEN_SINCE),
            )
    for row in rows("municipalities", "answer"):
        base = base_questions()[row["key"]]
        change_question(
            stage.session,
            row["municipality"],
            row["key"],
            QuestionDraft(base.question, row["answer"], base.group_key),
            expected_version=0,
            actor=stage.staff_actor("moderator", row["municipality"]),
            now=stage.ago(_WRITTEN_SINCE),
        )
