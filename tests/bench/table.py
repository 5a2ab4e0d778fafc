"""The figures as one table of Markdown, with the aims beside them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from tests.bench.load import Rate
from tests.bench.measuring import Measured
from tests.bench.pages import SMALL_FLOOR, Page
from tests.bench.questions import Kind

_SEARCH_AIM = "≥ 0.45 at 10k, ≥ 0.30 at 100k"
_RATIO_AIMS = {
    Page.SEARCH: _SEARCH_AIM,
    Page.NEW: _SEARCH_AIM,
    Page.DETAIL: "≥ 0.6",
    Page.HOME: "≥ 0.6",
    Page.API: "",
}


@dataclass(frozen=True)
class _Row:
    label: str
    aim: str
    value: Callable[[Measured], str]


def table(columns: Sequence[Measured]) -> str:
    """Return the table: a row for each figure, a column for each engine at each size."""
    smallest = {each.engine: each for each in sorted(columns, key=_size, reverse=True)}
    rows = (*_index_rows(), *_search_rows(smallest), *_page_rows(), *_size_rows())
    heads = [f"{each.engine} {each.size:,}".replace(",", " ") for each in columns]
    lines = [
        _line(["", "aim", *heads]),
        _line(["---", "---", *("---:" for _ in heads)]),
        *(_line([row.label, row.aim, *map(row.value, columns)]) for row in rows),
    ]
    return "\n".join(lines)


def _size(measured: Measured) -> int:
    return measured.size


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _index_rows() -> Iterator[_Row]:
    yield _Row("index made, s", "", lambda each: f"{each.build_seconds:.1f}")
    yield _Row("index on disk, MB", "", lambda each: f"{each.index_megabytes:.1f}")
    yield _Row("hidden or shown: seen by a search, ms", "", lambda e: f"{e.freshness.shown:.1f}")
    yield _Row("hidden or shown: in the index, ms", "", lambda e: f"{e.freshness.indexed:.1f}")


def _search_rows(smallest: dict[str, Measured]) -> Iterator[_Row]:
    for kind in Kind:
        yield _Row(f"search, {kind}: p50 / p95 / p99 ms", "", partial(_latency, kind))

    def growth(each: Measured) -> str:
        before = smallest[each.engine].latencies
        worst = max(each.latencies[kind].p95 / before[kind].p95 for kind in Kind)
        return f"{worst:.1f}"

    yield _Row("p95 as a multiple of the smallest size's, worst kind", "≤ 3 at 100k", growth)


def _latency(kind: Kind, measured: Measured) -> str:
    found = measured.latencies[kind]
    return f"{found.p50:.1f} / {found.p95:.1f} / {found.p99:.1f}"


def _page_rows() -> Iterator[_Row]:
    for page in Page:
        yield _Row(f"{page}: requests/s (CPU ms)", "", partial(_rate_of, page))
        yield _Row(
            f"{page}: its floor, requests/s (CPU ms)",
            "",
            partial(_floor_of, page),
        )
        yield _Row(f"{page}: **ratio to its floor**", _RATIO_AIMS[page], partial(_ratio, page))
        yield _Row(
            f"{page}: ratio to the floor of {SMALL_FLOOR // 1000} kB",
            "",
            partial(_small_ratio, page),
        )
        yield _Row(f"{page}: statements of SQL, median / most", "≤ 4", partial(_statements, page))
    yield _Row(
        f"floor of {SMALL_FLOOR // 1000} kB: requests/s (CPU ms)",
        "",
        lambda e: _rate(e.served.small_floor),
    )


def _rate_of(page: Page, measured: Measured) -> str:
    return _rate(measured.served.pages[page].rate)


def _floor_of(page: Page, measured: Measured) -> str:
    return _rate(measured.served.pages[page].floor)


def _ratio(page: Page, measured: Measured) -> str:
    found = measured.served.pages[page]
    return f"**{found.rate.per_second / found.floor.per_second:.2f}**"


def _small_ratio(page: Page, measured: Measured) -> str:
    found = measured.served.pages[page].rate.per_second
    return f"{found / measured.served.small_floor.per_second:.2f}"


def _statements(page: Page, measured: Measured) -> str:
    found = measured.statements[page]
    return f"{found.usual} / {found.most}"


def _rate(rate: Rate) -> str:
    return f"{rate.per_second:.0f} ({rate.cpu_ms:.2f})"


def _size_rows() -> Iterator[_Row]:
    for page in Page:
        yield _Row(
            f"{page}: kB, median and largest",
            "" if page is Page.API else "≤ 100",
            partial(_sizes, page),
        )
    yield _Row("cards on a search page, mean", "20", lambda each: f"{each.served.cards:.1f}")
    yield _Row(
        "memory of each web process, MB",
        "",
        lambda each: " + ".join(f"{megabytes:.0f}" for megabytes in each.served.memory),
    )


def _sizes(page: Page, measured: Measured) -> str:
    found = measured.served.pages[page]
    return f"{_kb(found.size)} / {_kb(found.largest)}"


def _kb(size: int) -> str:
    return f"{size / 1000:.1f}"
