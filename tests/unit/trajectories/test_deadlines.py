"""When what must be done: every kind of trajectory, by the rules of every municipality."""

from datetime import date

import pytest

from webapp.core.errors import InvalidInputError
from webapp.municipalities.settings import StableProgress
from webapp.trajectories.deadlines import (
    Remark,
    Task,
    calamity_term,
    plan,
    trajectory_of,
)
from webapp.trajectories.products import ProductKind

AFTER_6, EVERY_6, HALF_WAY = StableProgress
ORIENTATION, DEVELOPMENT, STABLE = ProductKind


def planned(kind, first_day, last_day=None, rule=AFTER_6):
    return plan(trajectory_of(kind, first_day, last_day), rule)


def days_of(found, task):
    return [deadline.day for deadline in found.deadlines if deadline.task is task]


def test_a_development_has_a_message_after_three_months_and_a_talk_six_weeks_before_the_end():
    found = planned(DEVELOPMENT, date(2026, 1, 12))
    assert [(each.task, each.day) for each in found.deadlines] == [
        (Task.PROGRESS, date(2026, 4, 12)),
        (Task.EVALUATION, date(2026, 5, 30)),
        (Task.END, date(2026, 7, 11)),
    ]
    assert found.remarks == frozenset()
    assert found.extended_until == date(2027, 1, 11)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (AFTER_6, [date(2026, 7, 12)]),
        (EVERY_6, [date(2026, 7, 12), date(2027, 1, 12), date(2027, 7, 12)]),
        (HALF_WAY, [date(2027, 1, 11)]),
    ],
)
def test_of_a_stable_trajectory_the_municipality_says_when_a_message_is_due(rule, expected):
    found = planned(STABLE, date(2026, 1, 12), rule=rule)
    assert days_of(found, Task.PROGRESS) == expected
    assert days_of(found, Task.END) == [date(2028, 1, 11)]


def test_an_orientation_ends_with_an_advice_and_is_not_extended():
    found = planned(ORIENTATION, date(2026, 1, 12))
    assert [(each.task, each.day) for each in found.deadlines] == [
        (Task.ADVICE, date(2026, 4, 11)),
        (Task.END, date(2026, 4, 11)),
    ]
    assert found.extended_until is None


@pytest.mark.parametrize("rule", StableProgress)
def test_a_message_never_falls_on_or_after_the_last_day(rule):
    found = planned(STABLE, date(2026, 1, 12), date(2026, 7, 12), rule)
    assert all(day < date(2026, 7, 12) for day in days_of(found, Task.PROGRESS))
    assert (Remark.NO_PROGRESS in found.remarks) == (rule is not HALF_WAY)


@pytest.mark.parametrize(
    ("last_day", "remarks"),
    [
        (date(2026, 2, 11), {Remark.NO_PROGRESS, Remark.NO_TIME_TO_EVALUATE}),
        (date(2026, 2, 24), {Remark.NO_PROGRESS}),
        (date(2026, 7, 11), set()),
        (date(2026, 7, 12), {Remark.LONGER}),
    ],
)
def test_what_is_other_than_usual_is_said(last_day, remarks):
    assert planned(DEVELOPMENT, date(2026, 1, 12), last_day).remarks == remarks


def test_what_falls_in_a_weekend_is_done_on_the_working_day_before():
    found = planned(DEVELOPMENT, date(2026, 1, 12))
    talk = next(each for each in found.deadlines if each.task is Task.EVALUATION)
    assert (talk.day, talk.by) == (date(2026, 5, 30), date(2026, 5, 29))


def test_a_month_without_the_day_ends_at_its_last():
    assert days_of(planned(DEVELOPMENT, date(2025, 11, 30)), Task.PROGRESS) == [date(2026, 2, 28)]


def test_hours_are_counted_over_whole_and_half_weeks():
    assert trajectory_of(STABLE, date(2026, 1, 5), date(2026, 1, 18), 16).hours == 32
    assert trajectory_of(STABLE, date(2026, 1, 5), date(2026, 1, 18)).hours is None


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"first_day": date(26, 1, 12)}, "first_day"),
        ({"first_day": date(9999, 12, 31)}, "first_day"),
        ({"last_day": date(2026, 1, 12)}, "last_day"),
        ({"last_day": date(2226, 1, 12)}, "last_day"),
        ({"weekly_hours": 0}, "weekly_hours"),
        ({"weekly_hours": 41}, "weekly_hours"),
    ],
)
def test_what_cannot_be_is_refused_with_how_to_mend_it(values, field):
    given = {"first_day": date(2026, 1, 12), **values}
    with pytest.raises(InvalidInputError) as refusal:
        trajectory_of(DEVELOPMENT, **given)
    assert set(refusal.value.problems) == {field}


@pytest.mark.parametrize(
    ("happened", "days", "last"),
    [
        (date(2026, 11, 25), 2, date(2026, 11, 27)),
        (date(2026, 11, 27), 2, date(2026, 12, 1)),  # over a weekend
        (date(2026, 12, 24), 1, date(2026, 12, 28)),  # over both days of Christmas
        (date(2026, 4, 25), 2, date(2026, 4, 29)),  # a Saturday, and King's Day on Monday
    ],
)
def test_a_calamity_is_reported_within_working_days(happened, days, last):
    assert calamity_term(happened, days) == last
