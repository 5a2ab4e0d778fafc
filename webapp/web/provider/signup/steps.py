"""The steps of the sign-up in their order; the last one, the check, is not among them."""

from dataclasses import dataclass
from typing import Protocol, cast

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from webapp.core.errors import NotFoundError
from webapp.web.edge import db
from webapp.web.forms.base import Form
from webapp.web.login import current_principal
from webapp.web.provider.content_form import ContentForm, form_for
from webapp.web.provider.details_form import DetailsForm
from webapp.web.provider.signup.account_form import AccountForm
from webapp.web.provider.signup.answers import Answers
from webapp.workplaces import editing


class Step(Protocol):
    """One page of questions: its place in the address, its heading, and why it is asked."""

    @property
    def name(self) -> str: ...
    @property
    def heading(self) -> LazyString: ...
    @property
    def reason(self) -> LazyString: ...

    def form(self, answers: Answers) -> Form:
        """Return the form as it was sent, or else with the answers so far."""
        ...

    def take(self, form: Form, answers: Answers) -> Answers:
        """Return the answers with those in the form; show at the fields what is wrong."""
        ...


@dataclass(frozen=True)
class OrganisationStep:
    """About the organisation."""

    name = "organisatie"
    heading = _l("Je organisatie")
    reason = _l("Zo weet de gemeente wie je bent.")

    def form(self, answers: Answers) -> DetailsForm:
        return DetailsForm.filled_with(answers.organisation)

    def take(self, form: Form, answers: Answers) -> Answers:
        details = cast("DetailsForm", form).check()
        return answers.with_answers_of(self.name, organisation=details)


@dataclass(frozen=True)
class WorkplaceStep:
    """About the first workplace: some of its fields."""

    name: str
    heading: LazyString
    reason: LazyString
    fields: tuple[str, ...]

    def form(self, answers: Answers) -> ContentForm:
        return form_for(self.fields).filled_with(answers.workplace)

    def take(self, form: Form, answers: Answers) -> Answers:
        content = cast("ContentForm", form).check(answers.workplace)
        if "place" in self.fields:
            form.add_problems(editing.misplaced_in(db(), content))
        return answers.with_answers_of(self.name, workplace=content)


@dataclass(frozen=True)
class AccountStep:
    """About the person, who gets an account."""

    name = "account"
    heading = _l("Je account")
    reason = _l("Met je account kun je later alles zelf wijzigen.")

    def form(self, answers: Answers) -> AccountForm:
        return AccountForm.filled_with(answers)

    def take(self, form: Form, answers: Answers) -> Answers:
        values = cast("AccountForm", form).check()
        return answers.with_answers_of(self.name, **values)


_ACCOUNT = AccountStep()
_STEPS: tuple[Step, ...] = (
    OrganisationStep(),
    WorkplaceStep(
        "werkplek",
        _l("Je eerste werkplek"),
        _l(
            "Vertel in het kort wat iemand bij jullie kan doen. Later kun je er meer bij schrijven."
        ),
        ("title", "summary", "tasks", "sectors", "rungs", "guidance_kind"),
    ),
    WorkplaceStep(
        "plek-en-tijd",
        _l("Waar en wanneer"),
        _l("Zo vinden mensen een werkplek in de buurt, op tijden die passen."),
        (
            *("street", "house_number", "postcode", "place"),
            *("day_parts", "hours_min", "hours_max"),
        ),
    ),
    _ACCOUNT,
)


def steps() -> tuple[Step, ...]:
    """Return the steps; who is signed in has an account already."""
    return _STEPS if current_principal() is None else _STEPS[: _STEPS.index(_ACCOUNT)]


def get_step(name: str) -> Step:
    """Return the step with this name in its address, or raise NotFoundError."""
    for step in steps():
        if step.name == name:
            return step
    raise NotFoundError(name)


def number_of(step: Step) -> int:
    """Return the place of a step, from 1."""
    return steps().index(step) + 1


def total() -> int:
    """Return how many pages there are, the check included."""
    return len(steps()) + 1


def before(step: Step) -> Step | None:
    """Return the step before this one."""
    index = steps().index(step)
    return steps()[index - 1] if index else None


def first_unanswered(answers: Answers) -> Step | None:
    """Return the first step that must still be done."""
    return next((step for step in steps() if step.name not in answers.answered), None)
