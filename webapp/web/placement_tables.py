"""The figures of placements as tables, each of which the page shows and a file holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel.numbers import format_decimal
from flask_babel import gettext as _

from webapp.insight import placements as figures
from webapp.insight.placements import PlacementFigures
from webapp.insight.small_numbers import FEWEST, Hidden
from webapp.placements.labels import END_REASONS
from webapp.trajectories.products import ProductCode
from webapp.web.charts import Chart, bar_chart
from webapp.web.product_words import product_names


@dataclass(frozen=True)
class PlacementTable:
    """One table; `key` names it in addresses. Its cells may be shown to all."""

    key: str
    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    description: str
    chart: Chart | None = None


def tables_of(found: PlacementFigures) -> Mapping[str, PlacementTable]:
    """Return every table, by its key."""
    rungs, ends = _rung_columns(), _end_columns()
    by_product, by_year = _product_rows(found, figures.ENDED), _year_rows(found, figures.ENDED)
    begun, begun_by_year = (
        _product_rows(found, figures.STARTED),
        _year_rows(found, figures.STARTED),
    )
    moving = _("Hoger, gelijk of lager op de ladder dan bij het begin.")
    ending = _("Hoe plaatsingen eindigen.")
    tables = [
        _table(found, "doorstroom", _("Doorstroom per traject"), _("Traject"), by_product, rungs,
               moving, _chart(found)),
        _table(found, "doorstroom-per-jaar", _("Doorstroom per jaar"), _("Jaar van het einde"),
               by_year, rungs, moving),
        _table(found, "uitval", _("Uitval per traject"), _("Traject"), by_product, ends, ending),
        _table(found, "uitval-per-jaar", _("Uitval per jaar"), _("Jaar van het einde"), by_year,
               ends, ending),
        _reasons(found),
        _waiting(found, "wachten", _("Wachten op de start per traject"), _("Traject"), begun),
        _waiting(found, "wachten-per-jaar", _("Wachten op de start per jaar"),
                 _("Jaar van het begin"), begun_by_year),
    ]  # fmt: skip
    return {table.key: table for table in tables}


def _rung_columns() -> dict[str, str]:
    return {
        figures.UP: _("Hoger"),
        figures.SAME: _("Gelijk"),
        figures.DOWN: _("Lager"),
        figures.UNKNOWN: _("Niet bekend"),
        figures.ENDED: _("Samen"),
    }


def _end_columns() -> dict[str, str]:
    return {
        figures.WELL: _("Zoals gepland, of doel eerder gehaald"),
        figures.DROPPED: _("Eerder gestopt"),
        figures.ENDED: _("Samen"),
    }


def _product_rows(found: PlacementFigures, kind: str) -> dict[str, str]:
    names = {code.value: name for code, name in product_names().items()}
    own = {row: names[row] for row in found.rows[kind] if row in names}
    return {**own, figures.ALL: _("Alle trajecten")}


def _year_rows(found: PlacementFigures, kind: str) -> dict[str, str]:
    years = [row for row in found.rows[kind] if row not in set(ProductCode)]
    own = {year: year if year.isdigit() else _("Eerder") for year in years}
    return {**own, figures.ALL: _("Alle jaren")}


def _table(  # noqa: PLR0913, PLR0917 (all that a table has)
    found: PlacementFigures,
    key: str,
    title: str,
    of: str,
    rows: Mapping[str, str],
    columns: Mapping[str, str],
    description: str,
    chart: Chart | None = None,
) -> PlacementTable:
    cells = [
        [name, *(_cell(found.of(row, column)) for column in columns)] for row, name in rows.items()
    ]
    return PlacementTable(key, title, [of, *columns.values()], cells, description, chart)


def _reasons(found: PlacementFigures) -> PlacementTable:
    rows = [
        [str(_(END_REASONS[reason]) if reason else _("Andere redenen samen")), str(count)]
        for reason, count in found.reasons.items()
    ]
    rows.append([_("Samen"), _cell(found.of(figures.ALL, figures.DROPPED))])
    return PlacementTable(
        "redenen",
        _("Waarom mensen eerder stoppen"),
        [_("Reden"), _("Aantal")],
        rows,
        _("Alle trajecten en jaren samen."),
    )


def _waiting(
    found: PlacementFigures, key: str, title: str, of: str, rows: Mapping[str, str]
) -> PlacementTable:
    return PlacementTable(
        key,
        title,
        [of, _("Aantal"), _("De helft wacht hooguit")],
        [
            [name, _cell(found.of(row, figures.STARTED)), _days(found.waiting.get(row))]
            for row, name in rows.items()
        ],
        _("Van de aanvraag of het besluit tot de eerste dag, als die dag is ingevuld."),
    )


def _chart(found: PlacementFigures) -> Chart | None:
    """Return the outcomes drawn, as far as they can be shown."""
    bars = [
        (name, number)
        for column, name in _rung_columns().items()
        if column != figures.ENDED and isinstance(number := found.of(figures.ALL, column), int)
    ]
    return bar_chart(bars) if bars else None


def _cell(number: int | Hidden) -> str:
    if number is Hidden.FEW:
        return str(_("minder dan %(count)s", count=FEWEST))
    return str(_("niet getoond")) if number is Hidden.TELLING else str(number)


def _days(number: float | None) -> str:
    if number is None:
        return str(_("niet getoond"))
    words = format_decimal(round(number, 1), locale="nl")
    return str(_("1 dag") if words == "1" else _("%(number)s dagen", number=words))
