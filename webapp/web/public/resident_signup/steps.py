"""The steps of the sign-up, in their order; the last one, the check, is not among them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from webapp.core.errors import NotFoundError
from webapp.registrations.models import FilledInBy
from webapp.web.forms.base import Form
from webapp.web.forms.contact import ContactForm
from webapp.web.public.resident_signup import questions


@dataclass(frozen=True)
class Step:
    """One page of questions: its place in the address, its heading, and why it is asked.

    `channel` is the one in which it is asked, None for all; `only_if` says so on paper.
    `is_about_helper` tells that “je” is who fills it in, not the resident.
    """

    name: str
    form: type[Form]
    heading: LazyString
    reason: LazyString
    channel: FilledInBy | None = None
    only_if: LazyString | None = None
    is_about_helper: bool = False

    def asks(self, name: str) -> bool:
        """Tell whether this step has the field with this name."""
        return hasattr(self.form, name)


AGREEMENT = Step(
    "afspraak",
    questions.AgreementForm,
    _l("Met wie is dit afgesproken?"),
    _l("We melden iemand alleen aan als dat is afgesproken."),
    channel=FilledInBy.CONSULTANT,
    only_if=_l("Alleen als je consulent of wijkcoach bent."),
    is_about_helper=True,
)
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
        is_about_helper=True,
    ),
    AGREEMENT,
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


@dataclass(frozen=True)
class Way:
    """The steps that are asked of somebody, in their order: which, depends on the answers."""

    steps: tuple[Step, ...]

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Way":
        """Return the steps of who gave these answers so far, by the names of the fields."""
        channels = {None, values.get("filled_in_by")}
        return cls(tuple(step for step in STEPS if step.channel in channels))

    @property
    def left_out(self) -> tuple[Step, ...]:
        """The steps that are asked of others only."""
        return tuple(step for step in STEPS if step not in self.steps)

    @property
    def total(self) -> int:
        """How many steps there are, with the check."""
        return len(self.steps) + 1

    def number_of(self, step: Step) -> int:
        """Return the place of a step, from 1."""
        return self.steps.index(step) + 1

    def before(self, step: Step) -> Step | None:
        """Return the step before this one."""
        index = self.steps.index(step)
        return self.steps[index - 1] if index else None

    def after(self, step: Step) -> Step | None:
        """Return the step after this one."""
        return next(iter(self.steps[self.number_of(step) :]), None)


def get_step(name: str) -> Step:
    """Return the step with this name in its address, or raise NotFoundError."""
    for step in STEPS:
        if step.name == name:
            return step
    raise NotFoundError(name)
