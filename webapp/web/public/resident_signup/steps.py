"""The steps of the sign-up, in their order; the last one, the check, is not among them."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from webapp.core.errors import NotFoundError
from webapp.web.forms.base import Form
from webapp.web.forms.contact import ContactForm
from webapp.web.public.resident_signup import questions


@dataclass(frozen=True)
class Step:
    """One page of questions: its place in the address, its heading, and why it is asked."""

    name: str
    form: type[Form]
    heading: LazyString
    reason: LazyString


WORK = Step(
    "werk",
    questions.WorkForm,
    _l("Wat doe je graag?"),
    _l("Zo zoeken we een werkplek die bij je past."),
)
STEPS = (
    Step(
        "invuller",
        questions.WhoForm,
        _l("Wie vult dit in?"),
        _l("Dan weten we wie we spreken als we iets willen vragen."),
    ),
    Step(
        "voorwaarde",
        questions.ConditionForm,
        _l("Kun je meedoen?"),
        _l("We hoeven niet te weten hoe oud je bent. We bewaren ook geen geboortedatum."),
    ),
    WORK,
    Step(
        "dagen",
        questions.TimeForm,
        _l("Wanneer kun je?"),
        _l("Zo zoeken we een werkplek die open is als jij kunt."),
    ),
    Step(
        "nodig",
        questions.NeedsForm,
        _l("Wat heb je nodig?"),
        _l("Zo zoeken we een werkplek waar je je werk goed kunt doen."),
    ),
    Step(
        "contact",
        ContactForm,
        _l("Hoe kunnen we je bereiken?"),
        _l("Zo kunnen we met je praten over wat je wilt."),
    ),
)
TOTAL = len(STEPS) + 1


def get_step(name: str) -> Step:
    """Return the step with this name in its address, or raise NotFoundError."""
    for step in STEPS:
        if step.name == name:
            return step
    raise NotFoundError(name)


def number_of(step: Step) -> int:
    """Return the place of a step, from 1."""
    return STEPS.index(step) + 1


def before(step: Step) -> Step | None:
    """Return the step before this one."""
    index = STEPS.index(step)
    return STEPS[index - 1] if index else None


def after(step: Step) -> Step | None:
    """Return the step after this one."""
    index = STEPS.index(step) + 1
    return STEPS[index] if index < len(STEPS) else None
