"""Reading the rows of a file, as spreadsheets write it."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from webapp.core.errors import DomainError
from webapp.core.text import fold
from webapp.workplaces.exchange.columns import FOR_OPERATORS, Layout
from webapp.workplaces.exchange.formulas import unguarded

if TYPE_CHECKING:
    import _csv

_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# A header is some hundreds of characters; of a line of megabytes this tells enough.
_LONGEST_HEADER = 2_000
_MOST_NAMED, _LONGEST_NAME = 5, 40


class FileRefusedError(DomainError):
    """Not one row of the file can be read; the message says in Dutch how to mend it."""


@dataclass(frozen=True)
class Row:
    """One row with its cells by column; `line` is where it begins, `last_line` where it ends.

    A row that cannot be read has no cells, but a `problem`.
    """

    line: int
    last_line: int
    cells: dict[str, str] = field(default_factory=dict)
    problem: str = ""


def read_rows(file: Path) -> Iterator[Row]:
    """Yield the rows of `file` that are not empty; raise FileRefusedError.

    Columns may stand in any order, between commas or semicolons. What is not UTF-8 makes a bad
    row, not a bad file: it is one name with an accent, mostly.
    """
    with file.open("rb") as beginning:
        refuse_utf_16(beginning.read(2))
    with file.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as lines:
        yield from rows_in(lines, FOR_OPERATORS)


def rows_in(lines: TextIO, layout: Layout) -> Iterator[Row]:
    """Yield the rows of a text with these columns, as `read_rows` does."""
    delimiter = _delimiter(lines)
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)
    columns = _checked_columns(_header(reader), layout)
    yield from _rows(reader, columns)


def refuse_utf_16(beginning: bytes) -> None:
    """Raise FileRefusedError for what an old spreadsheet calls Unicode."""
    if beginning[:2] in _UTF_16:
        message = "Sla het bestand op als 'CSV UTF-8' en probeer het opnieuw."
        raise FileRefusedError(message)


def _delimiter(lines: TextIO) -> str:
    """Return what stands between the columns; the file is at its beginning again."""
    header = lines.readline(_LONGEST_HEADER)
    lines.seek(0)
    try:
        return csv.Sniffer().sniff(header, delimiters=";,").delimiter
    except csv.Error:  # one column, or none
        return ","


def _header(reader: Iterator[list[str]]) -> list[str]:
    try:
        return [fold(cell.strip()) for cell in next(reader)]
    except StopIteration as error:
        message = "Het bestand is leeg. Kies een ander bestand."
        raise FileRefusedError(message) from error
    except csv.Error as error:
        message = "De eerste regel is niet te lezen: kijk of de aanhalingstekens kloppen."
        raise FileRefusedError(message) from error


def _checked_columns(names: list[str], layout: Layout) -> list[str]:
    """Return the names of the columns; an empty one at the end, as Excel leaves, is left out."""
    while names and not names[-1]:
        names.pop()
    unknown = [name for name in names if name not in layout.columns]
    twice = [name for name, count in Counter(names).items() if count > 1]
    absent = [" of ".join(group) for group in layout.required if not set(group) & set(names)]
    for problem, found, remedy in (
        ("Deze kolommen kennen we niet", unknown, "Verbeter de naam of haal ze weg."),
        ("Deze kolommen staan er dubbel in", twice, "Haal er een van weg."),
        ("Deze kolommen ontbreken", absent, "Zet ze erbij."),
    ):
        if found:
            message = f"{problem}: {_shown(found)}. {remedy}"
            raise FileRefusedError(message)
    return names


def _shown(names: Sequence[str]) -> str:
    """Return the first of some names: what is no CSV file may have thousands."""
    shown = [_NOT_TEXT.sub("?", name)[:_LONGEST_NAME] or "(zonder naam)" for name in names]
    return ", ".join([*shown[:_MOST_NAMED], *(["…"] if shown[_MOST_NAMED:] else [])])


def _rows(reader: "_csv.Reader", columns: Sequence[str]) -> Iterator[Row]:
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            problem = "Deze regel is niet te lezen: kijk of de aanhalingstekens kloppen."
            yield Row(line, reader.line_num, problem=problem)
            continue
        cells = [cell.strip() for cell in cells]
        if any(cells):
            yield _row(line, reader.line_num, columns, cells)


def _row(line: int, last_line: int, columns: Sequence[str], cells: list[str]) -> Row:
    problem = ""
    if any(cells[len(columns) :]):
        problem = f"Er staan meer kolommen ({len(cells)}) op dan bovenaan ({len(columns)})."
    elif any(_NOT_TEXT.search(cell) for cell in cells):
        problem = "Er staan tekens op die we niet kunnen lezen. Sla het bestand op als 'CSV UTF-8'."
    if problem:
        return Row(line, last_line, problem=problem)
    known = zip(columns, cells, strict=False)
    return Row(line, last_line, {name: unguarded(cell) for name, cell in known if cell})
