"""What is advised to whom: the table, with every combination of answers."""

from itertools import product

import pytest

from webapp.trajectories.fit import (
    QUESTIONS,
    TABLE,
    Age,
    Alone,
    Kind,
    Outcome,
    Will,
    Wish,
    advise,
    kind_of,
    settled,
)

EVERYBODY = [dict(zip(QUESTIONS, answers, strict=True)) for answers in product(*QUESTIONS.values())]


def expected(age: Age, will: Will, alone: Alone, wish: Wish) -> Outcome:
    """Return the advice by the sources, in other words than those of the table."""
    if age in {Age.YOUNGER, Age.UNSURE}:
        return Outcome.YOUTH if age is Age.YOUNGER else Outcome.TALK
    if wish is Wish.MEET:
        return Outcome.MEETING
    return after_pension(alone) if age is Age.PENSIONED else of_working_age(will, alone, wish)


def after_pension(alone: Alone) -> Outcome:
    outcomes = {Alone.NEEDS_HELP: Outcome.DAY_CARE, Alone.UNSURE: Outcome.TALK}
    return outcomes.get(alone, Outcome.VOLUNTEERING)


def of_working_age(will: Will, alone: Alone, wish: Wish) -> Outcome:
    if wish in {Wish.STEADY, Wish.RELIEVE} and alone is Alone.NEEDS_HELP:
        return Outcome.DAY_CARE
    if will is not Will.YES or wish is not Wish.CONTRIBUTE:
        return Outcome.TALK
    return {
        Alone.PAID: Outcome.PAID_WORK,
        Alone.VOLUNTARY: Outcome.VOLUNTEERING,
        Alone.NEEDS_HELP: Outcome.LIKELY,
        Alone.UNSURE: Outcome.TALK,
    }[alone]


@pytest.mark.parametrize("answers", EVERYBODY, ids=lambda each: "-".join(each.values()))
def test_everybody_is_advised_by_the_sources(answers):
    assert advise(answers) is expected(**answers)


def test_there_are_as_many_combinations_as_answers_allow():
    assert len(EVERYBODY) == 4 * 3 * 4 * 5


def test_each_row_is_the_first_to_fit_somebody():
    used = {next(row for row in TABLE if row.fits(answers)) for answers in EVERYBODY}
    assert used == set(TABLE)


def test_each_row_names_answers_that_exist_and_its_source():
    for row in TABLE:
        for name, answers in QUESTIONS.items():
            assert set(getattr(row, name).split("|")) <= {"*", *answers}, row
        assert row.source, row


def test_only_who_needs_help_and_wants_to_contribute_likely_fits():
    fitting = [each for each in EVERYBODY if kind_of(advise(each)) is Kind.LIKELY]
    assert fitting == [
        {
            "age": Age.WORKING,
            "will": Will.YES,
            "alone": Alone.NEEDS_HELP,
            "wish": Wish.CONTRIBUTE,
        }
    ]


def test_who_is_unsure_of_everything_talks_with_somebody():
    answers = {name: each("unsure") for name, each in QUESTIONS.items()}
    assert kind_of(advise(answers)) is Kind.TALK


def test_who_is_too_young_is_asked_nothing_more():
    assert settled({"age": Age.YOUNGER}) is Outcome.YOUTH
    assert settled({"age": Age.UNSURE}) is Outcome.TALK
    assert settled({"age": Age.WORKING}) is None
    assert settled({}) is None


def test_advice_that_is_settled_stays_so_whatever_else_is_answered():
    for answers in EVERYBODY:
        for count in range(len(QUESTIONS)):
            early = settled(dict(list(answers.items())[:count]))
            assert early in {None, advise(answers)}
