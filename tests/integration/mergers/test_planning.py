"""A merger that is planned, cancelled, or that cannot be."""

from datetime import date

import pytest

from tests.support.mergers import DAY, HILVERSUM, NOW, WIJDEMEREN, merge, plan_merger
from webapp.core.actor import SYSTEM
from webapp.mergers.operations import carry_out_due
from webapp.municipalities import mergers, queries
from webapp.municipalities.mergers import MergerRefusedError
from webapp.municipalities.models import Municipality
from webapp.municipalities.succession import GoneError

AMSTERDAM = "GM0363"
THE_YEAR_AFTER = date(2028, 1, 1)


def refusal(session, *arguments, **values):
    with pytest.raises((MergerRefusedError, GoneError)) as refused:
        plan_merger(session, *arguments, **values)
    return str(refused.value)


def test_nothing_happens_before_the_day(session):
    plan_merger(session)
    assert carry_out_due(session, today=date(2026, 12, 31), actor=SYSTEM, now=NOW) == []
    assert queries.find_current(session, WIJDEMEREN).name == "Wijdemeren"


def test_the_same_plan_twice_is_one_plan(session):
    plan_merger(session)
    plan_merger(session)
    assert len(mergers.all_mergers(session)) == 1


def test_another_day_must_be_planned_anew(session):
    plan_merger(session)
    assert refusal(session, day=THE_YEAR_AFTER) == (
        "GM1696 is planned to go into GM0402 on 2027-01-01. Cancel that merger first."
    )
    mergers.cancel(session, WIJDEMEREN, actor=SYSTEM, now=NOW)
    plan_merger(session, day=THE_YEAR_AFTER)
    assert [merger.day for merger in mergers.all_mergers(session)] == [THE_YEAR_AFTER]


def test_only_what_is_planned_can_be_cancelled(session):
    with pytest.raises(MergerRefusedError, match="No merger of GM1696 is planned"):
        mergers.cancel(session, WIJDEMEREN, actor=SYSTEM, now=NOW)
    merge(session)
    with pytest.raises(MergerRefusedError, match="cannot be undone"):
        mergers.cancel(session, WIJDEMEREN, actor=SYSTEM, now=NOW)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("GM9999", HILVERSUM, "There is no municipality with the code GM9999."),
        (
            WIJDEMEREN,
            "GM9999",
            "There is no municipality with the code GM9999. Add --name if it is new.",
        ),
        (WIJDEMEREN, WIJDEMEREN, "GM1696 cannot go into itself."),
    ],
)
def test_codes_that_cannot_be_are_refused(session, old, new, message):
    assert refusal(session, old, new) == message


def test_a_new_municipality_needs_a_real_code(session):
    assert "GM0402" in refusal(session, WIJDEMEREN, "HILVERSUM", name="Hilversum")


def test_one_that_is_merged_is_no_party_any_more(session):
    merge(session)
    message = "GM1696 Wijdemeren is part of GM0402 Hilversum."
    assert refusal(session, WIJDEMEREN, AMSTERDAM) == message
    assert refusal(session, AMSTERDAM, WIJDEMEREN) == message


def test_one_that_exists_no_longer_for_another_reason_is_no_party_either(session):
    session.get_one(Municipality, AMSTERDAM).ended_on = DAY
    assert refusal(session, WIJDEMEREN, AMSTERDAM) == "GM0363 Amsterdam exists no longer."


@pytest.mark.parametrize("day", [DAY, THE_YEAR_AFTER])
def test_nobody_goes_into_one_that_will_have_gone(session, day):
    plan_merger(session)
    assert "does not go together" in refusal(session, AMSTERDAM, WIJDEMEREN, day=day)


@pytest.mark.parametrize("day", [date(2026, 7, 1), DAY])
def test_one_that_others_will_go_into_does_not_go_before_them(session, day):
    plan_merger(session)
    assert "does not go together" in refusal(session, HILVERSUM, AMSTERDAM, day=day)


def test_no_circle_can_be_planned(session):
    plan_merger(session)
    for day in (date(2026, 7, 1), DAY, THE_YEAR_AFTER):
        assert "does not go together" in refusal(session, HILVERSUM, WIJDEMEREN, day=day)


def test_one_may_go_on_into_another_later(session):
    plan_merger(session)
    plan_merger(session, HILVERSUM, AMSTERDAM, day=THE_YEAR_AFTER)
    carry_out_due(session, today=THE_YEAR_AFTER, actor=SYSTEM, now=NOW)
    assert queries.find_current(session, WIJDEMEREN).name == "Amsterdam"
