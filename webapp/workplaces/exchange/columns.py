"""The columns of the file, and which of them a row cannot do without."""

from collections.abc import Mapping
from dataclasses import dataclass

COLUMNS = (
    "organisatie",
    "kvk_nummer",
    "titel",
    "samenvatting",
    "werkzaamheden",
    "leren",
    "branches",
    "treden",
    "producten",
    "straat",
    "huisnummer",
    "postcode",
    "plaats",
    "gemeente_code",
    "dagen",
    "uren_min",
    "uren_max",
    "toegankelijkheid",
    "contact_email",
    "website",
)
# Of each group a row must fill in one.
REQUIRED = (("organisatie",), ("titel",), ("gemeente_code",), ("postcode", "plaats"))


@dataclass(frozen=True)
class Layout:
    """Which columns a file may have; of each group in `required` a row must fill in one."""

    columns: tuple[str, ...]
    required: tuple[tuple[str, ...], ...]


# What the command line reads: nothing but the file says of whom a workplace is.
FOR_OPERATORS = Layout(COLUMNS, REQUIRED)
# What providers download of their own, and send back. They cannot change how it stands.
OWN_COLUMNS = ("id", "stand", "zichtbaar", *COLUMNS)
FOR_PROVIDERS = Layout(OWN_COLUMNS, (("titel", "id"),))
# Which field of the content a column holds.
FIELDS: Mapping[str, str] = {
    "titel": "title",
    "samenvatting": "summary",
    "werkzaamheden": "tasks",
    "leren": "learning",
    "branches": "sectors",
    "treden": "rungs",
    "producten": "products",
    "straat": "street",
    "huisnummer": "house_number",
    "postcode": "postcode",
    "plaats": "place",
    "dagen": "day_parts",
    "uren_min": "hours_min",
    "uren_max": "hours_max",
    "toegankelijkheid": "accessibility_notes",
    "contact_email": "contact_email",
    "website": "website",
}
_COLUMN_OF: Mapping[str, str] = {
    **{field: column for column, field in FIELDS.items()},
    "name": "organisatie",
    "kvk_number": "kvk_nummer",
}


def by_column(problems: Mapping[str, str]) -> dict[str, str]:
    """Return problems of fields as problems of columns; other fields are not the file's."""
    return {_COLUMN_OF[field]: text for field, text in problems.items() if field in _COLUMN_OF}
