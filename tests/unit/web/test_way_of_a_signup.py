"""Which steps a sign-up of a resident has follows from who fills it in."""

import pytest

from webapp.registrations.models import FilledInBy
from webapp.web.public.resident_signup.steps import AGREEMENT, STEPS, Way, get_step

OTHERS = [channel for channel in FilledInBy if channel is not FilledInBy.CONSULTANT]


def names(way):
    return [step.name for step in way.steps]


def test_a_consultant_is_asked_everything_in_order():
    way = Way.of({"filled_in_by": "consultant"})
    assert names(way) == [
        *("invuller", "afspraak", "voorwaarde"),
        *("werk", "dagen", "nodig", "contact"),
    ]
    assert way.left_out == ()
    assert [way.number_of(step) for step in STEPS] == list(range(1, 8))
    assert way.total == 8


@pytest.mark.parametrize("values", [{}, *({"filled_in_by": channel} for channel in OTHERS)])
def test_others_are_not_asked_with_whom_it_was_agreed(values):
    way = Way.of(values)
    assert names(way) == ["invuller", "voorwaarde", "werk", "dagen", "nodig", "contact"]
    assert way.left_out == (AGREEMENT,)
    assert way.total == 7


@pytest.mark.parametrize("channel", FilledInBy)
def test_each_step_leads_to_the_next_and_back(channel):
    way = Way.of({"filled_in_by": channel})
    assert way.before(way.steps[0]) is None
    assert way.after(way.steps[-1]) is None
    for first, second in zip(way.steps, way.steps[1:], strict=False):
        assert way.after(first) is second
        assert way.before(second) is first


def test_only_the_step_itself_asks_for_the_answer():
    assert [step for step in STEPS if step.asks("agreed_with")] == [AGREEMENT]
    assert get_step("afspraak") is AGREEMENT
