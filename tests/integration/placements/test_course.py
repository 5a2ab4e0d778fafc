"""What must be done in a placement, what happens in it, and what is refused."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.placements import (
    DRAFT,
    DUIVEN,
    at,
    end_placement,
    extend,
    make_placement,
    note_mark,
)
from tests.support.workplaces import make_workplace
from webapp.core.actor import SYSTEM
from webapp.core.errors import ConflictError, InvalidInputError, NotFoundError, WrongStatusError
from webapp.municipalities.settings import StableProgress
from webapp.placements import marks, operations, queries, rules
from webapp.placements.draft import EndDraft, MarkDraft
from webapp.placements.due import Urgency, dues_of, open_dues
from webapp.placements.vocabulary import EndReason, MarkKind, NextStep
from webapp.trajectories.deadlines import Task
from webapp.trajectories.products import ProductCode
from webapp.workplaces import sectors

K = MarkKind
RULE = StableProgress.AFTER_6_MONTHS


@pytest.fixture
def workplace(session):
    sectors.load(session)
    return make_workplace(session)


@pytest.fixture
def placement(session, workplace):
    return make_placement(session, workplace)


def to_do(placement, rule=RULE):
    return [(due.task, due.day) for due in open_dues(placement, rule)]


def test_a_development_has_a_message_a_talk_and_an_end(placement):
    assert placement.last_day == date(2026, 6, 30)
    assert to_do(placement) == [
        (Task.PROGRESS, date(2026, 4, 1)),
        (Task.EVALUATION, date(2026, 5, 19)),
        (Task.END, date(2026, 6, 30)),
    ]


def test_what_is_done_is_to_do_no_more(session, placement):
    note_mark(session, placement, K.PROGRESS, date(2026, 3, 28))
    note_mark(session, placement, K.EVALUATION_PLANNED, date(2026, 5, 12))
    progress, talk, _end = dues_of(placement, RULE)
    assert progress.done_on == date(2026, 3, 28)
    assert (talk.done_on, talk.said_on) == (None, date(2026, 5, 12))
    note_mark(session, placement, K.EVALUATION, date(2026, 5, 12))
    assert to_do(placement) == [(Task.END, date(2026, 6, 30))]
    end_placement(session, placement, date(2026, 6, 30))
    assert to_do(placement) == []


def test_a_deadline_is_far_then_near_then_over(placement):
    due = dues_of(placement, RULE)[0]
    days = [date(2026, 3, 1), date(2026, 3, 20), date(2026, 4, 1), date(2026, 4, 2)]
    assert [due.urgency(day, 14) for day in days] == [
        Urgency.LATER, Urgency.SOON, Urgency.SOON, Urgency.OVERDUE,
    ]  # fmt: skip


def test_an_extension_has_a_message_and_a_talk_of_its_own(session, placement):
    note_mark(session, placement, K.PROGRESS, date(2026, 4, 1))
    note_mark(session, placement, K.EVALUATION, date(2026, 5, 18))
    extend(session, placement, date(2026, 12, 31), on=date(2026, 6, 1))
    assert to_do(placement) == [
        (Task.PROGRESS, date(2026, 10, 1)),
        (Task.EVALUATION, date(2026, 11, 19)),
        (Task.END, date(2026, 12, 31)),
    ]


def test_a_stable_placement_goes_by_the_rule_of_its_municipality(session, workplace):
    stable = make_placement(
        session, workplace, product=ProductCode.STABLE_3, last_day=date(2027, 3, 31)
    )
    for rule, count in ((RULE, 1), (StableProgress.EVERY_6_MONTHS, 2)):
        assert [task for task, _ in to_do(stable, rule)].count(Task.PROGRESS) == count
    note_mark(session, stable, K.PROGRESS, date(2026, 7, 1))
    assert to_do(stable, StableProgress.EVERY_6_MONTHS)[0] == (Task.PROGRESS, date(2027, 1, 1))


@pytest.mark.parametrize(
    ("product", "last_day", "sentence"),
    [
        (ProductCode.DEVELOPMENT_4, date(2026, 6, 30), "Kies een dag ná 30 juni 2026"),
        (ProductCode.DEVELOPMENT_4, date(2027, 1, 1), "uiterlijk 31 december 2026"),
        (ProductCode.ORIENTATION, date(2026, 7, 31), "niet (nog een keer) verlengen"),
    ],
)
def test_an_extension_that_the_rules_do_not_know_is_refused(
    session, workplace, product, last_day, sentence
):
    placement = make_placement(session, workplace, product=product)
    with pytest.raises(InvalidInputError, match="last_day") as refusal:
        extend(session, placement, last_day, on=date(2026, 3, 1))
    assert sentence in refusal.value.problems["last_day"]


def test_a_development_is_extended_once_and_a_stable_placement_again(session, workplace):
    for product, again in ((ProductCode.DEVELOPMENT_3, False), (ProductCode.STABLE_4, True)):
        placement = make_placement(session, workplace, product=product, last_day=date(2026, 6, 30))
        extend(session, placement, date(2026, 9, 30), on=date(2026, 6, 1))
        if again:
            extend(session, placement, date(2026, 12, 31), on=date(2026, 9, 1))
        else:
            with pytest.raises(InvalidInputError):
                extend(session, placement, date(2026, 12, 31), on=date(2026, 9, 1))


@pytest.mark.parametrize(
    "reference",
    [
        *("", "jan@voorbeeld.nl", "123456782", "1234.56.782", "06 12 34 56 78", "+31 6 12345678"),
        *("bel 026-1234567", "0031612345678", "x" * 31),
    ],
)
def test_a_reference_that_may_say_who_it_is_is_refused(session, workplace, reference):
    with pytest.raises(InvalidInputError) as refusal:
        make_placement(session, workplace, reference=reference)
    assert set(refusal.value.problems) == {"reference"}


@pytest.mark.parametrize("reference", ["Z-2026-0042", "2026-0123456", "dossier 17", "WMO/1234"])
def test_a_number_of_a_case_is_a_good_reference(reference):
    assert rules.reference_problem(reference) is None


def test_all_that_must_be_mended_is_said_at_once(session, workplace):
    with pytest.raises(InvalidInputError) as refusal:
        make_placement(
            session,
            workplace,
            reference="",
            requested_on=date(2026, 2, 1),
            last_day=date(2025, 1, 1),
            weekly_hours=41,
            rung_before=7,
        )
    assert set(refusal.value.problems) == {
        "reference", "requested_on", "last_day", "weekly_hours", "rung_before",
    }  # fmt: skip


def test_what_must_still_come_did_not_happen(session, placement):
    draft = MarkDraft(K.PROGRESS, date(2026, 4, 2))
    for now, day in ((date(2026, 4, 1), draft.day), (date(2026, 4, 1), date(2025, 12, 31))):
        with pytest.raises(InvalidInputError):
            marks.mark(
                session,
                placement,
                replace(draft, day=day),
                expected_version=placement.version,
                actor=SYSTEM,
                now=at(now),
            )


def test_two_presses_make_one_mark_and_the_second_of_two_people_is_told(session, placement):
    seen, draft = placement.version, MarkDraft(K.PROGRESS, date(2026, 4, 1))
    by = {"expected_version": seen, "actor": SYSTEM, "now": at(date(2026, 4, 1))}
    marks.mark(session, placement, draft, **by)
    marks.mark(session, placement, draft, **by)
    assert [mark.kind for mark in placement.marks] == [K.PROGRESS]
    with pytest.raises(ConflictError):
        marks.mark(session, placement, MarkDraft(K.PROGRESS, date(2026, 4, 1)), **by)
    with pytest.raises(ConflictError):
        operations.change(session, placement, DRAFT, **by)


def test_what_happened_last_is_taken_back_one_after_another(session, placement):
    extend(session, placement, date(2026, 12, 31), on=date(2026, 6, 1))
    end_placement(session, placement, date(2026, 6, 10), reason=EndReason.NO_FIT)
    by = {"actor": SYSTEM, "now": at(date(2026, 6, 11))}
    end, extension = placement.marks[1].key, placement.marks[0].key
    with pytest.raises(ConflictError):
        marks.take_back(session, placement, extension, expected_version=placement.version, **by)
    seen = placement.version
    marks.take_back(session, placement, end, expected_version=seen, **by)
    marks.take_back(session, placement, end, expected_version=seen, **by)
    assert (placement.is_open, placement.end_reason, placement.rung_after) == (True, None, None)
    marks.take_back(session, placement, extension, expected_version=placement.version, **by)
    assert placement.last_day == date(2026, 6, 30)
    assert placement.marks == []


def test_nothing_happens_in_a_placement_that_ended(session, placement):
    end_placement(session, placement, date(2026, 6, 30))
    with pytest.raises(WrongStatusError):
        note_mark(session, placement, K.EVALUATION, date(2026, 6, 30))
    fresh = make_placement(session, placement.workplace)
    with pytest.raises(InvalidInputError):
        marks.end(
            session,
            fresh,
            EndDraft(date(2026, 6, 30), EndReason.AS_PLANNED, 9, NextStep.NONE),
            expected_version=fresh.version,
            actor=SYSTEM,
            now=at(date(2026, 6, 30)),
        )


def test_a_provider_who_sent_a_message_stands_in_nobodys_way(session, placement):
    seen = placement.version
    marks.say_sent(
        session,
        placement,
        MarkDraft(K.PROGRESS_SENT, date(2026, 3, 30)),
        actor=SYSTEM,
        now=at(date(2026, 3, 30)),
    )
    assert placement.version == seen
    assert open_dues(placement, RULE)[0].said_on == date(2026, 3, 30)
    note_mark(session, placement, K.PROGRESS, date(2026, 3, 31))
    assert to_do(placement)[0][0] is Task.EVALUATION


def test_an_extended_placement_cannot_be_mended_past_its_extension(session, placement):
    extend(session, placement, date(2026, 12, 31), on=date(2026, 6, 1))
    wrong = replace(DRAFT, first_day=date(2026, 6, 30), last_day=date(2027, 1, 31))
    for draft, field in (
        (wrong, "first_day"),
        (replace(DRAFT, last_day=date(2026, 6, 1)), "last_day"),
    ):
        with pytest.raises(InvalidInputError) as refusal:
            operations.change(
                session,
                placement,
                draft,
                expected_version=placement.version,
                actor=SYSTEM,
                now=at(date(2026, 6, 2)),
            )
        assert set(refusal.value.problems) == {field}


def test_other_municipalities_and_organisations_do_not_find_it(session, placement, workplace):
    other = make_workplace(session)
    own, others = {workplace.organisation_id}, {other.organisation_id}
    assert queries.get_placement(session, placement.public_id, DUIVEN) is placement
    assert queries.get_of_organisations(session, placement.public_id, own) is placement
    assert queries.count_open_of_organisations(session, others) == 0
    with pytest.raises(NotFoundError):
        queries.get_placement(session, placement.public_id, "GM0202")
    with pytest.raises(NotFoundError):
        queries.get_of_organisations(session, placement.public_id, others)
