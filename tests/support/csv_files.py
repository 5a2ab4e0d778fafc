"""CSV files of workplaces, as people and spreadsheets make them."""

import csv
from pathlib import Path

from webapp.workplaces.exchange.columns import COLUMNS

ROW = {
    "organisatie": "Tuinderij De Voorbeeldhof",
    "kvk_nummer": "00000901",
    "titel": "Meewerken in de kas",
    "samenvatting": "Je helpt planten groeien.",
    "werkzaamheden": "Zaaien, wieden en oogsten.",
    "leren": "Je leert planten verzorgen.",
    "branches": "groen-en-tuin;kwekerij",
    "treden": "2;3",
    "producten": "orientatie;stabiel-3",
    "straat": "Kasweg",
    "huisnummer": "12a",
    "postcode": "6921 AB",
    "plaats": "Duiven",
    "gemeente_code": "GM0226",
    "dagen": "ma;wo;vr-ochtend",
    "uren_min": "4",
    "uren_max": "16",
    "toegankelijkheid": "De kas is vlak.",
    "contact_email": "kas@voorbeeldhof.example",
    "website": "https://voorbeeldhof.example",
}


def write_csv(file: Path, *rows: dict[str, str], delimiter: str = ",") -> Path:
    """Write rows, each ROW with other values where given, to `file` and return it."""
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(ROW | row for row in rows)
    return file


def write_text(file: Path, *lines: str, encoding: str = "utf-8", end: str = "\n") -> Path:
    """Write lines as they are to `file` and return it."""
    file.write_bytes("".join(line + end for line in lines).encode(encoding))
    return file


def read_csv(text: str) -> list[dict[str, str]]:
    """Return the rows of a CSV text."""
    return list(csv.DictReader(text.splitlines(keepends=True)))


def summary(new: int = 0, changed: int = 0, unchanged: int = 0, bad: int = 0) -> str:
    """Return what an import says at its end."""
    return f"{new} nieuw, {changed} gewijzigd, {unchanged} ongewijzigd, {bad} niet ingelezen\n"
