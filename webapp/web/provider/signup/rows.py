"""All answers, each with the way to change it."""

from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel.speaklater import LazyString

from webapp.organisations.details import LABELS
from webapp.web.edge import db
from webapp.web.provider.signup.answers import Answers
from webapp.web.provider.signup.steps import OrganisationStep, Step, WorkplaceStep, steps
from webapp.web.workplace_facts import Fact, facts_of
from webapp.web.workplace_words import names_in


@dataclass(frozen=True)
class Group:
    """The answers to one step, in the shape that the component `data_list` takes."""

    name: str
    heading: LazyString
    rows: list[dict[str, Any]]


def groups_of(answers: Answers) -> list[Group]:
    """Return the answers, step by step."""
    return [Group(step.name, step.heading, _rows(step, answers)) for step in steps()]


def _rows(step: Step, answers: Answers) -> list[dict[str, Any]]:
    url = url_for("provider.signup_step", step_name=step.name)
    return [
        {"label": fact.label, "value": fact.value, "change_url": url}
        for fact in _facts(step, answers)
    ]


def _facts(step: Step, answers: Answers) -> tuple[Fact, ...]:
    if isinstance(step, OrganisationStep):
        details = answers.organisation
        return tuple(Fact(_(label), getattr(details, name)) for name, label in LABELS.items())
    if isinstance(step, WorkplaceStep):
        names = names_in(db(), answers.workplace)
        return facts_of(answers.workplace, step.fields, names)
    return (
        Fact(_("Je naam"), answers.name),
        Fact(_("Je e-mailadres"), answers.email),
    )
