"""Bars and the lines behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.web.charts import bar_chart, ticks_up_to


@pytest.mark.parametrize(
    ("largest", "ticks"),
    [(0, [0, 1]), (3, [0, 1, 2, 3]), (7, [0, 2, 4, 6, 8]), (130, [0, 50, 100, 150])],
)
def test_the_lines_stand_at_round_numbers(largest, ticks):
    assert ticks_up_to(largest) == ticks


@given(st.lists(st.integers(0, 10**9), max_size=30))
def test_every_bar_is_inside_the_drawing_and_long_by_its_value(values):
    chart = bar_chart([(str(number), value) for number, value in enumerate(values)])
    assert len(chart.bars) == len(values)
    assert chart.total == sum(values)
    for bar in chart.bars:
        assert 0 <= bar.length <= chart.ticks[-1].x - chart.left + 0.1
        assert 0 <= bar.y < bar.y + chart.thickness <= chart.bottom < chart.height
