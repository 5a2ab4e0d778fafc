"""The columns of the file, and which of them a row cannot do without."""

from collections.abc import Mapping

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
