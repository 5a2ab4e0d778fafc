"""What one row says: an organisation, a municipality, and fields of a workplace."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from webapp.core.errors import InvalidInputError
from webapp.municipalities.gazetteer import Gazetteer
from webapp.organisations import details as organisations
from webapp.organisations.details import OrganisationDetails
from webapp.workplaces import rules, sectors
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.exchange import cells
from webapp.workplaces.exchange.accessibility import read_accessibility
from webapp.workplaces.exchange.columns import (
    COLUMNS,
    FIELDS,
    FOR_OPERATORS,
    Layout,
    by_column,
)
from webapp.workplaces.exchange.reading import Row
from webapp.workplaces.exchange.sector_names import SectorNames
from webapp.workplaces.tidying import tidy

_ABSENT = {
    "organisatie": "Vul de naam van de organisatie in.",
    "titel": "Geef de werkplek een naam.",
    "gemeente_code": "Vul de code van de gemeente in, zoals GM0226.",
    "postcode": "Vul de postcode of de plaats in.",
}


@dataclass(frozen=True)
class Draft:
    """One good row. `values` are the fields of the content that it fills in, and no others.

    `municipality_code` and `public_id`, of a workplace that is known, are '' where it has none.
    """

    line: int
    organisation: OrganisationDetails
    municipality_code: str
    values: dict[str, Any]
    public_id: str = ""

    @property
    def content(self) -> WorkplaceContent:
        """The content of a workplace of which nothing else is known."""
        return WorkplaceContent(**self.values)


class DraftReader:
    """Reads rows with the lists of this installation at hand."""

    def __init__(self, session: Session, layout: Layout = FOR_OPERATORS) -> None:
        self._layout = layout
        self.gazetteer = Gazetteer(session)
        sector_names = SectorNames(sectors.all_sectors(session))
        self._readers: dict[str, Callable[[str], Any]] = {
            "branches": sector_names.read,
            "treden": cells.read_rungs,
            "producten": cells.read_products,
            "dagen": cells.read_days,
            "uren_min": cells.read_number,
            "uren_max": cells.read_number,
            "gemeente_code": self._municipality_code,
        }

    def read(self, row: Row) -> Draft:
        """Return what a row says; raise InvalidInputError with its problems by column."""
        if row.problem:
            raise InvalidInputError({"": row.problem})
        understood, problems = self._understood(row.cells)
        problems |= _absent_in(row.cells, self._layout)
        organisation = _organisation(row.cells)
        content = tidy(WorkplaceContent(**_values(understood)))
        problems |= by_column(organisations.wrong_in(organisation))
        problems |= by_column(rules.wrong_in(content))
        misplaced = self.gazetteer.place_problem(postcode=content.postcode, place=content.place)
        if misplaced:
            problems["plaats"] = misplaced
        if problems:
            in_order = [column for column in COLUMNS if column in problems]
            raise InvalidInputError({column: problems[column] for column in in_order})
        code, public_id = (understood.get(column, "") for column in ("gemeente_code", "id"))
        return Draft(row.line, organisation, code, content.filled(), public_id)

    def _understood(self, texts: dict[str, str]) -> tuple[dict[str, Any], dict[str, str]]:
        """Return the value of each cell that is understood, and a problem for each other."""
        understood: dict[str, Any] = {}
        problems = {}
        for column, text in texts.items():
            try:
                understood[column] = self._readers.get(column, str)(text)
            except cells.CellError as error:
                problems[column] = str(error)
        return understood, problems

    def _municipality_code(self, text: str) -> str:
        """Return the code, of today, of a municipality that can check the workplace."""
        code = cells.read_municipality_code(text, self.gazetteer.municipality_codes)
        today = self.gazetteer.code_of_today(code)
        if today not in self.gazetteer.taking_part:
            named = cells.quoted(text)
            message = (
                f"De gemeente {named} doet niet mee op deze site. Kies een gemeente die meedoet."
            )
            raise cells.CellError(message)
        return today


def _absent_in(texts: dict[str, str], layout: Layout) -> dict[str, str]:
    absent = [group[0] for group in layout.required if not set(group) & texts.keys()]
    return {column: _ABSENT[column] for column in absent}


def _organisation(texts: dict[str, str]) -> OrganisationDetails:
    details = OrganisationDetails(
        name=texts.get("organisatie", ""),
        kvk_number=texts.get("kvk_nummer", ""),
        contact_email=texts.get("contact_email", ""),
        website=texts.get("website", ""),
    ).tidied()
    return replace(details, kvk_number=cells.with_lost_zeros(details.kvk_number))


def _values(understood: dict[str, Any]) -> dict[str, Any]:
    values = {FIELDS[column]: value for column, value in understood.items() if column in FIELDS}
    if "toegankelijkheid" in understood:
        wheelchair, notes = read_accessibility(understood["toegankelijkheid"])
        values |= {"wheelchair": wheelchair, "accessibility_notes": notes}
    return values
