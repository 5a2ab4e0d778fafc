"""Whether guided work suits somebody, and where to look else: the demarcation as one table.

[S0 1.1.10] says for whom it is: from 16 years to pension, not able to work or to volunteer without
help, and wanting to contribute. It is not for who mainly wants to meet others, to keep up
self-reliance or a steady day, or to relieve a carer. [S1] sets it beside day care: by goal (for
others, or for oneself), by result, and for whom (pensioned people too).

The table gives advice and never refuses: whoever is in doubt talks with somebody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Final


class Age(StrEnum):
    """Where somebody is in life; nobody is asked how old they are."""

    YOUNGER = "younger"
    WORKING = "working"
    PENSIONED = "pensioned"
    UNSURE = "unsure"


class Will(StrEnum):
    """Whether somebody wants to do something for others."""

    YES = "yes"
    NOT_NOW = "not_now"
    UNSURE = "unsure"


class Alone(StrEnum):
    """What somebody can do without help."""

    PAID = "paid"
    VOLUNTARY = "voluntary"
    NEEDS_HELP = "needs_help"
    UNSURE = "unsure"


class Wish(StrEnum):
    """What somebody wants most."""

    CONTRIBUTE = "contribute"
    MEET = "meet"
    STEADY = "steady"
    RELIEVE = "relieve"
    UNSURE = "unsure"


class Outcome(StrEnum):
    """What is advised."""

    LIKELY = "likely"
    YOUTH = "youth"
    PAID_WORK = "paid_work"
    VOLUNTEERING = "volunteering"
    MEETING = "meeting"
    DAY_CARE = "day_care"
    TALK = "talk"


class Kind(StrEnum):
    """The three kinds of advice."""

    LIKELY = "likely"
    SOMETHING_ELSE = "something_else"
    TALK = "talk"


Answer = Age | Will | Alone | Wish
# The questions in their order: the name of each, and what can be answered.
QUESTIONS: Mapping[str, type[Answer]] = {"age": Age, "will": Will, "alone": Alone, "wish": Wish}


@dataclass(frozen=True)
class Row:
    """A row of the table: what fits each question ('*': anything), the advice, and its source."""

    age: str
    will: str
    alone: str
    wish: str
    outcome: Outcome
    source: str

    def fits(self, answers: Mapping[str, Answer]) -> bool:
        """Tell whether these answers, one to each question, fall under this row."""
        cells = {name: getattr(self, name) for name in QUESTIONS}
        return all(cell == "*" or answers[name] in cell.split("|") for name, cell in cells.items())


# The first row that fits counts; the last one fits everything.
# fmt: off
TABLE: Final = (
    Row("younger",   "*",   "*",              "*",          Outcome.YOUTH,        "S0 1.1.10"),
    Row("pensioned", "*",   "*",              "meet",       Outcome.MEETING,      "S0 1.1.10"),
    Row("pensioned", "*",   "paid|voluntary", "*",          Outcome.VOLUNTEERING, "S0 1.1.10"),
    Row("pensioned", "*",   "needs_help",     "*",          Outcome.DAY_CARE,     "S1"),
    Row("working",   "*",   "*",              "meet",       Outcome.MEETING,      "S0 1.1.10"),
    Row("working",   "*",   "needs_help",     "steady",     Outcome.DAY_CARE,     "S0 1.1.10, S1"),
    Row("working",   "*",   "needs_help",     "relieve",    Outcome.DAY_CARE,     "S0 1.1.10, S1"),
    Row("working",   "yes", "paid",           "contribute", Outcome.PAID_WORK,    "S0 1.1.10"),
    Row("working",   "yes", "voluntary",      "contribute", Outcome.VOLUNTEERING, "S0 1.1.10"),
    Row("working",   "yes", "needs_help",     "contribute", Outcome.LIKELY,       "S0 1.1.10"),
    Row("*",         "*",   "*",              "*",          Outcome.TALK,         "in doubt, talk"),
)
# fmt: on
_KINDS = {Outcome.LIKELY: Kind.LIKELY, Outcome.TALK: Kind.TALK}


def advise(answers: Mapping[str, Answer]) -> Outcome:
    """Return the advice for one answer to each question."""
    return next(row.outcome for row in TABLE if row.fits(answers))


def settled(answers: Mapping[str, Answer]) -> Outcome | None:
    """Return the advice as soon as no answer that is still missing can change it, else None.

    Nobody is asked what no longer matters.
    """
    possible: list[list[Answer]] = [
        [answers[name]] if name in answers else list(kind) for name, kind in QUESTIONS.items()
    ]
    outcomes = {advise(dict(zip(QUESTIONS, each, strict=True))) for each in product(*possible)}
    return outcomes.pop() if len(outcomes) == 1 else None


def kind_of(outcome: Outcome) -> Kind:
    """Return which of the three kinds an advice is."""
    return _KINDS.get(outcome, Kind.SOMETHING_ELSE)
