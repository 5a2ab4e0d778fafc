"""The questions of the check, and the answers that travel along in the form."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import RadioField

from webapp.trajectories.fit import QUESTIONS, Answer
from webapp.web.forms.base import Form
from webapp.web.forms.fields import choices_of
from webapp.web.public.resident_fit import words
from webapp.web.site import current_site

NAMES = tuple(QUESTIONS)
BACK = "back"


class QuestionForm(Form):
    """One question; nothing is kept of it, so it needs no token."""

    class Meta(Form.Meta):
        """No token: that would need a session."""

        csrf = False


@dataclass(frozen=True)
class Sent:
    """What came with a form: the answers so far, the question it asked, and where to go."""

    answers: Mapping[str, Answer]
    at: str
    go: str

    @property
    def is_answered(self) -> bool:
        """Whether the question that was asked has an answer."""
        return self.at in self.answers

    @property
    def asks_for(self) -> str | None:
        """The question that a button asks for by name, or by "back" the one before."""
        if self.go == BACK:
            return NAMES[max(0, NAMES.index(self.at) - 1)]
        return self.go if self.go in QUESTIONS else None

    @property
    def first_unanswered(self) -> str:
        """The first question without an answer; the last one when all have theirs."""
        return next((name for name in NAMES if name not in self.answers), NAMES[-1])


def read(values: "MultiDict[str, str]") -> Sent:
    """Return what a form sent; what no form can send is left out."""
    answers = {
        name: kind(given)
        for name, kind in QUESTIONS.items()
        if (given := values.get(name, "")) in set(kind)
    }
    at = values.get("at", "")
    return Sent(answers, at if at in QUESTIONS else NAMES[0], values.get("go", ""))


def question_form(name: str, answers: Mapping[str, Answer], *, is_refused: bool) -> QuestionForm:
    """Return the form that asks one question, with the answer that was given before."""
    question = words.QUESTIONS[name]

    class Asked(QuestionForm):
        answer = RadioField(
            _(question.text, minimum_age=current_site().settings.minimum_age),
            choices=choices_of(question.answers),
            description=_(question.hint),
            name=name,
        )

    given = answers.get(name)
    form = Asked(formdata=None, data={"answer": given.value if given else None})
    form.answer.flags.required = True
    if is_refused:
        form.add_problems({"answer": _("Kies een antwoord. Twijfel je? Kies “Ik weet het niet”.")})
    return form
