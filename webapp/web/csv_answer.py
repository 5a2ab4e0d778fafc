"""A table as a file for a spreadsheet, sent as it is made."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Self

from flask import Response, stream_with_context
from flask_babel import gettext as _

from webapp.core import clock
from webapp.web.filters import moment
from webapp.workplaces.exchange.formulas import guarded

# The Dutch Excel expects semicolons, and takes a file for UTF-8 when it begins with this.
_MARK = "\ufeff"


@dataclass(frozen=True)
class Watermark:
    """Who took a file with people's data out, and when: on each row, so that it stays with it."""

    by: str
    at: str

    @classmethod
    def of(cls, name: str) -> Self:
        """Return the mark of somebody, now."""
        return cls(name, moment(clock.now()))

    @property
    def columns(self) -> list[str]:
        """What its two columns are called."""
        return [_("Opgehaald door"), _("Opgehaald op")]


def csv_answer(
    name: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    watermark: Watermark | None = None,
) -> Response:
    """Return the answer that downloads `rows` as `name`.csv; no cell is a formula.

    A file with people's data takes a `watermark`.
    """
    if watermark:
        columns = [*columns, *watermark.columns]
        rows = ([*row, watermark.by, watermark.at] for row in rows)
    return Response(
        stream_with_context(_lines(columns, rows)),
        mimetype="text/csv",
        headers={
            "Content-Disposition": f'attachment; filename="{name}.csv"',
            "Cache-Control": "no-store",
        },
    )


def _lines(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _MARK
    yield _line(columns)
    for row in rows:
        yield _line(row)


def _line(cells: Sequence[str]) -> str:
    text = StringIO()
    csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL).writerow(map(guarded, map(str, cells)))
    return text.getvalue()
