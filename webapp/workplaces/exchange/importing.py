"""Taking in workplaces, batch by batch."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import InvalidInputError
from webapp.organisations.models import Organisation
from webapp.workplaces.exchange.applying import Applier, Goal, Outcome
from webapp.workplaces.exchange.drafts import Draft, DraftReader
from webapp.workplaces.exchange.matching import (
    KnownOrganisations,
    WorkplaceKey,
    key_of,
    known_workplaces,
)
from webapp.workplaces.exchange.reading import Row

# Rows in one transaction: others wait no longer than this takes, about a second.
BATCH_SIZE = 500


@dataclass(frozen=True)
class Result:
    """What came of the row that begins at `line`; a bad one has its problems, in Dutch."""

    line: int
    outcome: Outcome
    problems: tuple[str, ...] = ()


class Import:
    """One run over one file.

    It is looser than a form: what the file has no column for stays empty, and somebody asks for
    it later. A cell that is empty leaves a known workplace as it is.
    """

    def __init__(self, session: Session, *, goal: Goal, actor: Actor, now: datetime) -> None:
        """Begin with the lists that `session` knows."""
        self._reader = DraftReader(session)
        self._goal = goal
        self._actor = actor
        self._now = now
        self._lines: dict[WorkplaceKey, int] = {}

    def take_in(self, session: Session, rows: Sequence[Row]) -> list[Result]:
        """Take in a batch of rows and tell what came of each, in their order.

        The number of statements does not depend on the number of rows.
        """
        applier = Applier(session, self._reader.gazetteer, self._goal, self._actor, self._now)
        results: list[Result] = []
        pairs = self._understood(applier, rows, results)
        session.flush()
        known = known_workplaces(session, pairs)
        touched = []
        for organisation, draft in pairs:
            with _noting(draft.line, results):
                workplace = known.get(key_of(organisation, draft.content))
                outcome, version = applier.put(draft, organisation, workplace)
                results.append(Result(draft.line, outcome))
                touched += [version] if version else []
        session.flush()
        for version in touched:
            applier.bring_to_goal(version)
        session.flush()
        return sorted(results, key=lambda result: result.line)

    def _understood(
        self, applier: Applier, rows: Sequence[Row], results: list[Result]
    ) -> list[tuple[Organisation, Draft]]:
        """Return what the good rows say, each with its organisation."""
        drafts = []
        for row in rows:
            with _noting(row.line, results):
                drafts.append(self._reader.read(row))
        known = KnownOrganisations(applier.session, drafts)
        pairs = []
        for draft in drafts:
            with _noting(draft.line, results):
                organisation = applier.organisation_of(draft, known)
                self._refuse_second(key_of(organisation, draft.content), draft.line)
                pairs.append((organisation, draft))
        return pairs

    def _refuse_second(self, key: WorkplaceKey, line: int) -> None:
        first = self._lines.setdefault(key, line)
        if first != line:
            raise InvalidInputError({"": f"Deze werkplek staat ook op regel {first}."})


@contextmanager
def _noting(line: int, results: list[Result]) -> Iterator[None]:
    """Let a row that is refused be a bad result, and nothing more."""
    try:
        yield
    except InvalidInputError as refusal:
        problems = tuple(
            f"{column}: {text}" if column else text for column, text in refusal.problems.items()
        )
        results.append(Result(line, Outcome.BAD, problems))
