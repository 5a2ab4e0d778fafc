"""The form for a question with its answer."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from webapp.content.drafts import QuestionDraft
from webapp.content.faq import Question, base_faq
from webapp.content.models import Audience
from webapp.core.i18n import N_
from webapp.web.forms.fields import Line, Paragraphs, choices_of
from webapp.web.forms.rules import chosen, filled
from webapp.web.forms.versioned import VersionedForm

AUDIENCES = {
    Audience.RESIDENTS: _l("Inwoners"),
    Audience.EMPLOYERS: _l("Werkgevers"),
    Audience.CONSULTANTS: _l("Consulenten"),
}


class QuestionForm(VersionedForm):
    """A question of the base, which stays in its group."""

    question = Line(_l("Vraag"), [filled(_l("Vul de vraag in."))])
    answer = Paragraphs(
        _l("Antwoord"),
        [filled(_l("Vul het antwoord in."))],
        description=_l("Onder dit formulier staat hoe je tekst dik maakt, en lijsten en links."),
        render_kw={"rows": 14},
    )

    def to_draft(self, group_key: str) -> QuestionDraft:
        """Return what was filled in, for the group given."""
        return QuestionDraft(
            question=self.question.data, answer=self.answer.data, group_key=group_key
        )


class OwnQuestionForm(QuestionForm):
    """A question of the municipality's own, which stands where the municipality wants it."""

    group_key = SelectField(
        _l("Onderwerp"),
        [chosen(_l("Kies bij welk onderwerp de vraag hoort."))],
        validate_choice=False,
    )

    def to_draft(self, group_key: str = "") -> QuestionDraft:
        """Return what was filled in, for the group that was chosen."""
        return super().to_draft(self.group_key.data or group_key)


def form_for_new() -> OwnQuestionForm:
    """Return the form for a question that does not exist yet."""
    return _with_groups(OwnQuestionForm())


def form_for(question: Question, *, is_own: bool) -> QuestionForm:
    """Return the form as it was sent, or else with the question as it is."""
    data = {
        "question": question.question,
        "answer": question.answer,
        "group_key": question.group_key,
        "version": str(question.version),
    }
    return _with_groups(OwnQuestionForm(data=data)) if is_own else QuestionForm(data=data)


def _with_groups(form: OwnQuestionForm) -> OwnQuestionForm:
    titles = {
        group.key: f"{AUDIENCES[section.audience]}: {group.title}"
        for section in base_faq()
        for group in section.groups
    }
    form.group_key.choices = choices_of({"": N_("Kies een onderwerp"), **titles})
    return form
