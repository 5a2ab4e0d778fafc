"""A municipality allows a workplace from elsewhere, changes that and ends it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest

from tests.support.exceptions import APELDOORN, MODERATOR, NOW, TODAY, draft, make_exception
from tests.support.workplaces import make_workplace
from webapp.audit.models import AuditEvent
from webapp.core.errors import ConflictError, InvalidInputError, NotFoundError, WrongStatusError
from webapp.workplaces.exceptions import operations, queries
from webapp.workplaces.exceptions.models import LocationException, Phase
from webapp.workplaces.exceptions.operations import ExceptionExistsError
from webapp.workplaces.models import Workplace

DUIVEN, ARNHEM = "GM0226", "GM0202"
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def workplace(session):
    return make_workplace(session, **APELDOORN)


def end(session, exception, code=DUIVEN, *, now=NOW, reason="Het busje rijdt niet meer."):
    return operations.end(
        session, code, exception.public_id, reason=reason, actor=MODERATOR, now=now
    )


def change(session, exception, code=DUIVEN, *, version=None, now=NOW, **values):
    return operations.change(
        session,
        code,
        exception.public_id,
        draft(**values),
        expected_version=version or exception.version,
        actor=MODERATOR,
        now=now,
    )


def events(session):
    return session.query(AuditEvent).order_by(AuditEvent.id).all()


def test_who_allowed_what_for_which_reason_and_when_is_kept(session, workplace):
    exception = make_exception(session, workplace, transport="Met een busje.", valid_to=TOMORROW)
    assert (exception.workplace_id, exception.municipality_code) == (workplace.id, DUIVEN)
    assert (exception.granted_by, exception.granted_at) == ("Mo Moderator", NOW)
    assert (exception.reason, exception.transport) == (
        "Nergens anders kun je dit leren.",
        "Met een busje.",
    )
    assert exception.address == "Voorbeeldstraat 1, 7311 AB Apeldoorn"
    (event,) = events(session)
    assert (event.action, event.municipality_code) == ("exception.granted", DUIVEN)
    assert event.details["workplace"] == workplace.public_id
    assert (event.details["valid_from"], event.details["valid_to"]) == ("2026-11-20", "2026-11-21")


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"reason": " \n"}, "reason", "Schrijf in een paar woorden op waarom."),
        ({"reason": "x" * 501}, "reason", "Maak deze tekst korter: hooguit 500 tekens."),
        ({"transport": "x" * 501}, "transport", "Maak deze tekst korter: hooguit 500 tekens."),
        ({"transport_promised": False}, "transport_promised", "Zonder die afspraak kan er geen"),
        ({"valid_from": date(1026, 1, 1)}, "valid_from", "Vul een dag in vanaf 2015"),
        ({"valid_from": TOMORROW, "valid_to": TODAY}, "valid_to", "niet vóór de eerste dag"),
        ({"valid_from": YESTERDAY, "valid_to": YESTERDAY}, "valid_to", "vanaf vandaag"),
        ({"valid_to": date(9999, 1, 1)}, "valid_to", "vanaf vandaag"),
    ],
)
def test_what_cannot_be_is_refused_with_how_to_mend_it(session, workplace, values, field, sentence):
    with pytest.raises(InvalidInputError) as refusal:
        make_exception(session, workplace, **values)
    assert list(refusal.value.problems) == [field]
    assert sentence in refusal.value.problems[field]
    assert events(session) == []


@pytest.mark.parametrize(
    ("first", "last", "phase"),
    [
        (TODAY, None, Phase.CURRENT),
        (TODAY, TODAY, Phase.CURRENT),
        (YESTERDAY, None, Phase.CURRENT),
        (YESTERDAY, TOMORROW, Phase.CURRENT),
        (TOMORROW, None, Phase.COMING),
        (TOMORROW, TOMORROW, Phase.COMING),
        (YESTERDAY, YESTERDAY, Phase.OVER),
    ],
)
def test_the_days_alone_say_whether_it_holds(session, workplace, first, last, phase):
    exception = make_exception(
        session, workplace, now=NOW - timedelta(days=9), valid_from=first, valid_to=last
    )
    assert exception.phase(TODAY) is phase
    is_allowed = session.execute(queries.excepted(DUIVEN, TODAY)).all() != []
    is_open = queries.find_open(session, workplace, DUIVEN, TODAY) is not None
    assert (is_allowed, is_open) == (phase is Phase.CURRENT, phase is not Phase.OVER)


def test_the_day_is_that_of_the_netherlands_and_not_of_greenwich(session, workplace):
    just_after_midnight = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    with pytest.raises(InvalidInputError):
        make_exception(
            session,
            workplace,
            now=just_after_midnight,
            valid_from=date(2026, 6, 1),
            valid_to=date(2026, 6, 30),
        )


@pytest.mark.parametrize("first", [TODAY, TOMORROW])
def test_a_workplace_has_one_exception_at_a_time_in_a_municipality(session, workplace, first):
    exception = make_exception(session, workplace, valid_from=first)
    with pytest.raises(ExceptionExistsError):
        make_exception(session, workplace, valid_from=TODAY + timedelta(days=400))
    make_exception(session, workplace, ARNHEM)
    end(session, exception)
    make_exception(session, workplace)


def test_one_that_ran_out_stands_in_the_way_of_none(session, workplace):
    make_exception(session, workplace, valid_to=TODAY)
    make_exception(session, workplace, now=NOW + timedelta(days=1), valid_from=TOMORROW)
    assert queries.count_over(session, DUIVEN, TOMORROW) == 1


def test_ending_counts_at_once_and_keeps_what_was(session, workplace):
    exception = make_exception(session, workplace, valid_to=TOMORROW)
    end(session, exception)
    assert session.execute(queries.excepted(DUIVEN, TODAY)).all() == []
    kept = session.query(LocationException).one()
    assert (kept.valid_to, kept.ended_at, kept.ended_by) == (TOMORROW, NOW, "Mo Moderator")
    assert kept.end_reason == "Het busje rijdt niet meer."
    assert [event.action for event in events(session)] == ["exception.granted", "exception.ended"]


def test_ending_asks_why(session, workplace):
    with pytest.raises(InvalidInputError):
        end(session, make_exception(session, workplace), reason=" ")


def test_what_is_over_is_neither_changed_nor_ended(session, workplace):
    ended = end(session, make_exception(session, workplace))
    for act in (end, change):
        with pytest.raises(WrongStatusError):
            act(session, ended)
    ran_out = make_exception(session, workplace, valid_to=TODAY)
    with pytest.raises(WrongStatusError):
        change(session, ran_out, now=NOW + timedelta(days=1))


def test_a_change_is_in_the_log_with_what_it_became(session, workplace):
    exception = make_exception(session, workplace)
    change(session, exception, reason="Zie het besluit.", valid_to=TOMORROW)
    assert (exception.reason, exception.valid_to) == ("Zie het besluit.", TOMORROW)
    before, after = events(session)
    assert (before.details["valid_to"], after.details["valid_to"]) == ("", "2026-11-21")
    assert (after.action, after.details["reason"]) == ("exception.changed", "Zie het besluit.")


def test_who_read_an_older_one_is_told(session, workplace):
    exception = make_exception(session, workplace)
    seen = exception.version
    change(session, exception, valid_to=TOMORROW)
    with pytest.raises(ConflictError):
        change(session, exception, version=seen)


def test_a_municipality_does_not_reach_what_another_allows(session, workplace):
    exception = make_exception(session, workplace)
    for act in (end, change):
        with pytest.raises(NotFoundError):
            act(session, exception, ARNHEM)
    assert queries.open_exceptions(session, ARNHEM, TODAY) == []
    assert exception.phase(TODAY) is Phase.CURRENT


def test_the_exception_of_a_workplace_that_is_removed_goes_too(session, workplace):
    make_exception(session, workplace)
    session.delete(workplace)
    session.flush()
    assert session.query(LocationException).count() == 0


def test_of_two_moderators_at_the_same_moment_one_grants_it(database):
    with database.writing() as session:
        workplace_id = make_workplace(session, **APELDOORN).id
    barrier = Barrier(2)

    def grant(_turn):
        barrier.wait()
        try:
            with database.writing() as session:
                make_exception(session, session.get(Workplace, workplace_id))
        except ExceptionExistsError as refusal:
            return refusal
        return None

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(grant, range(2)))
    assert outcomes.count(None) == 1
    with database.reading() as session:
        assert session.query(LocationException).count() == 1
