"""What the rows of a file would do to the workplaces of an organisation, row by row."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from webapp.core.errors import InvalidInputError, refuse
from webapp.organisations.models import Organisation
from webapp.workplaces.exchange.applying import Outcome
from webapp.workplaces.exchange.columns import FOR_PROVIDERS
from webapp.workplaces.exchange.comparing import outcome_of, refuse_other_organisation
from webapp.workplaces.exchange.drafts import Draft, DraftReader
from webapp.workplaces.exchange.matching import OwnWorkplaces, WorkplaceKey, key_of
from webapp.workplaces.exchange.reading import Row
from webapp.workplaces.rules import max_length
from webapp.workplaces.sheets.models import SheetRow


def compared(
    session: Session, organisation: Organisation, rows: Sequence[Row], *, municipality_code: str
) -> list[SheetRow]:
    """Return each row with what would come of it; a wrong one keeps no other from being right.

    `municipality_code` is where a new workplace is offered of which the row does not say it. The
    number of statements does not depend on the number of rows.
    """
    reader = DraftReader(session, FOR_PROVIDERS)
    drafts, kept = [], []
    for row in rows:
        try:
            draft = reader.read(row)
            refuse_other_organisation(draft, organisation)
        except InvalidInputError as refusal:
            kept.append(_bad(row.line, row.cells.get("titel", ""), refusal))
        else:
            drafts.append(draft)
    comparison = _Comparison(session, organisation, reader, drafts, municipality_code)
    return kept + [comparison.row_of(draft) for draft in drafts]


class _Comparison:
    """The comparison of the rows that can be read with what is known."""

    def __init__(
        self,
        session: Session,
        organisation: Organisation,
        reader: DraftReader,
        drafts: Sequence[Draft],
        municipality_code: str,
    ) -> None:
        self._own = OwnWorkplaces(session, organisation, drafts)
        self._organisation = organisation
        self._gazetteer = reader.gazetteer
        self._municipality_code = municipality_code
        self._lines: dict[str | WorkplaceKey, int] = {}

    def row_of(self, draft: Draft) -> SheetRow:
        title = draft.content.title
        try:
            workplace = self._own.find(draft)
            title = title or (workplace.latest_version.content.title if workplace else "")
            key = workplace.public_id if workplace else key_of(self._organisation, draft.content)
            self._refuse_second(key, draft)
            outcome = outcome_of(draft, workplace, self._gazetteer)
        except InvalidInputError as refusal:
            return _bad(draft.line, title, refusal)
        return SheetRow(
            line=draft.line,
            title=title,
            outcome=outcome,
            content=draft.content,
            municipality_code=draft.municipality_code or self._municipality_code,
            workplace=workplace,
            lock=workplace.latest_version.lock if workplace else None,
        )

    def _refuse_second(self, key: str | WorkplaceKey, draft: Draft) -> None:
        first = self._lines.setdefault(key, draft.line)
        if first != draft.line:
            column = "id" if draft.public_id else ""
            refuse({column: f"Deze werkplek staat ook op regel {first}. Haal een van de twee weg."})


def _bad(line: int, title: str, refusal: InvalidInputError) -> SheetRow:
    shown = title[: max_length("title")]
    return SheetRow(line=line, title=shown, outcome=Outcome.BAD, problems=refusal.problems)
