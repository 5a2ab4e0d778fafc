"""Charts of horizontal bars: where everything goes, for the component `chart`.

Bars lie, with their names before them: so the words stay readable on a phone too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

# All in the units of the drawing; its text is 14 high.
WIDTH = 340
_NAMES = 84
_FIGURES = 46
_ROW = 26
_THICK = 16
_AXIS = 24
_MOST_TICKS = 4


@dataclass(frozen=True)
class Bar:
    """One bar, with its name and its value; `middle` is the height of their text."""

    label: str
    value: int
    y: float
    length: float
    middle: float


@dataclass(frozen=True)
class Tick:
    """A line across the bars, with the value that it stands for."""

    value: int
    x: float


@dataclass(frozen=True)
class Chart:
    """All that is drawn; bars begin at `left`, lines end at `bottom`."""

    width: int
    height: int
    left: int
    bottom: int
    thickness: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]

    @property
    def total(self) -> int:
        """The sum of all bars."""
        return sum(bar.value for bar in self.bars)


def bar_chart(values: Sequence[tuple[str, int]]) -> Chart:
    """Return the chart of (name, value), from top to bottom; a value is 0 or more."""
    ticks = ticks_up_to(max((value for _, value in values), default=0))
    scale = (WIDTH - _NAMES - _FIGURES) / ticks[-1]
    bottom = _ROW * len(values)
    return Chart(
        width=WIDTH,
        height=bottom + _AXIS,
        left=_NAMES,
        bottom=bottom,
        thickness=_THICK,
        bars=tuple(
            Bar(
                label,
                value,
                y=row * _ROW + (_ROW - _THICK) / 2,
                length=round(value * scale, 1),
                middle=row * _ROW + _ROW / 2,
            )
            for row, (label, value) in enumerate(values)
        ),
        ticks=tuple(Tick(value, round(_NAMES + value * scale, 1)) for value in ticks),
    )


def ticks_up_to(largest: int) -> list[int]:
    """Return round numbers from 0 to at least `largest` (and 1), at most four steps apart."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if step * _MOST_TICKS >= largest:
                count = max(1, -(-largest // step))
                return [step * number for number in range(count + 1)]
        power *= 10
