"""What a moderator fills in for a question, and what can be wrong with it."""

from dataclasses import dataclass

from webapp.content.faq import audience_of_group
from webapp.content.placeholders import unknown_in
from webapp.core.i18n import N_

LONGEST_QUESTION = 200
LONGEST_ANSWER = 6000


@dataclass(frozen=True)
class QuestionDraft:
    """A question with its answer in Markdown, and the group it stands in."""

    question: str
    answer: str
    group_key: str


def problems_of(draft: QuestionDraft) -> dict[str, str]:
    """Return what must be mended: the field, and a sentence that says how."""
    problems = {}
    if draft.group_key not in audience_of_group():
        problems["group_key"] = N_("Kies bij welk onderwerp de vraag hoort.")
    if not draft.question.strip():
        problems["question"] = N_("Vul de vraag in.")
    elif len(draft.question) > LONGEST_QUESTION:
        problems["question"] = N_("Maak de vraag korter: hooguit 200 tekens.")
    if not draft.answer.strip():
        problems["answer"] = N_("Vul het antwoord in.")
    elif len(draft.answer) > LONGEST_ANSWER:
        problems["answer"] = N_("Maak het antwoord korter: hooguit 6000 tekens.")
    return problems | _unknown_placeholders(draft)


def _unknown_placeholders(draft: QuestionDraft) -> dict[str, str]:
    problems = {}
    for field, text in (("question", draft.question), ("answer", draft.answer)):
        names = ", ".join(f"{{{name}}}" for name in unknown_in(text))
        if names:
            problems[field] = f"Wij kennen {names} niet. Kies een naam uit de lijst onderaan."
    return problems
