"""What people ask and what they hope to find, and how much of that stands in the first three."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy.orm import Session

from tests.support.workplaces import DUIVEN, make_workplace
from webapp.municipalities.settings import get_settings
from webapp.search.engine import SearchEngine
from webapp.search.queries import Viewpoint, search
from webapp.search.request import SearchRequest

_FOLDER = Path(__file__).parents[1] / "integration" / "search"
_FIRST = 3


@dataclass(frozen=True)
class Question:
    """A text, the municipality from which it is asked, and the titles that are relevant."""

    text: str
    asked_from: str
    municipality_code: str
    relevant: frozenset[str]

    @property
    def label(self) -> str:
        """How a list of misses calls this question."""
        return f"{self.text} ({self.asked_from})"


@dataclass(frozen=True)
class Score:
    """How many relevant workplaces stood in the first three, and how many could have."""

    question: Question
    good: int
    possible: int
    first: tuple[str, ...]

    @property
    def miss(self) -> str | None:
        """Return how this misses, None when the first three are as good as can be."""
        if self.good == self.possible:
            return None
        return f"{self.question.label}: {self.good} of {self.possible}"


def read(name: str) -> dict[str, Any]:
    """Return a file of questions."""
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


def demo_questions(data: Mapping[str, Any]) -> list[Question]:
    """Return the questions about the demonstration."""
    return [
        Question(text, asked_from, data["municipalities"][asked_from], _titles(relevant, data))
        for text, asked_from, relevant in data["questions"]
    ]


def made_questions(data: Mapping[str, Any]) -> list[Question]:
    """Return the questions about the workplaces that `make_workplaces` makes."""
    return [
        Question(text, "Duiven", DUIVEN, frozenset([*kind["titles"], *kind.get("also", [])]))
        for kind in data["kind"]
        for text in kind["questions"]
    ]


def make_workplaces(session: Session, data: Mapping[str, Any]) -> None:
    """Add the workplaces of each kind, and the traps; the same for the same data."""
    random, places = Random(data["seed"]), data["places"]
    each_of_a_kind = [
        (kind, title, place)
        for kind in data["kind"]
        for title in kind["titles"]
        for place in places
    ]
    traps = [(trap, trap["titles"][0], places[0]) for trap in data["trap"]]
    for kind, title, (place, postcode) in [*each_of_a_kind, *traps]:
        tasks = random.sample(kind["tasks"], min(2, len(kind["tasks"])))
        around = random.sample(data["around"], 3)
        make_workplace(
            session,
            title=title,
            tasks=" ".join((around[0], *tasks)),
            summary=around[1],
            learning=around[2],
            sectors=(),
            place=place,
            postcode=postcode,
        )


def scores(
    session: Session, engine: SearchEngine, questions: Iterable[Question]
) -> Iterator[Score]:
    """Yield what came of each question; of what is relevant only what lies within reach counts.

    Raise ValueError for a question to which nothing within reach is relevant.
    """
    reach: dict[str, frozenset[str]] = {}
    for question in questions:
        code = question.municipality_code
        if code not in reach:
            reach[code] = frozenset(_titles_found(session, engine, code))
        possible = min(_FIRST, len(question.relevant & reach[code]))
        if not possible:
            message = f"nothing within reach is relevant to {question.label}"
            raise ValueError(message)
        first = _titles_found(session, engine, code, question.text, per_page=_FIRST)[:possible]
        yield Score(question, sum(title in question.relevant for title in first), possible, first)


def percent(found: Sequence[Score]) -> int:
    """Return the mean share of the first three that is relevant, of what could be, rounded down."""
    return int(100 * sum(each.good / each.possible for each in found) / len(found))


def report(found: Sequence[Score]) -> str:
    """Return the figures, and under each miss what stood first."""
    missed = [
        f"\n{each.miss}" + "".join(f"\n    {title}" for title in each.first)
        for each in found
        if each.miss
    ]
    return f"{len(found)} questions, {percent(found)} % in the first three{''.join(missed)}"


def _titles(names: str, data: Mapping[str, Any]) -> frozenset[str]:
    """Return the titles of these workplaces and groups of workplaces."""
    found: set[str] = set()
    for name in names.split():
        group = data["groups"].get(name)
        found |= _titles(group, data) if group else {data["workplaces"][name]}
    return frozenset(found)


def _titles_found(
    session: Session, engine: SearchEngine, code: str, text: str = "", per_page: int = 500
) -> tuple[str, ...]:
    viewpoint = Viewpoint(code, get_settings(session, code).adjacency)
    request = SearchRequest(text=text, per_page=per_page)
    page = search(session, engine, request, viewpoint=viewpoint)
    return tuple(hit.workplace.content.title for hit in page.hits)
