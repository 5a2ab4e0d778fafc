"""Every kind of record ends when the table says: the clock is moved, and the worker's job run."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, inspect, literal_column, select, table

from tests.support.people import DUIVEN, make_account
from tests.support.planting import EMAIL, PLANTS, WATCHWORD
from tests.support.search_index import bring_up_to_date
from tests.support.workplaces import make_organisation, make_workplace
from webapp import schema
from webapp.accounts.models import Account, Role, RoleName
from webapp.audit.models import AuditEvent
from webapp.audit.operations import record
from webapp.cli.jobs import jobs_of
from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.clock import MONTH
from webapp.core.public_stamp import PRIVATE
from webapp.core.restricting import RestrictionGround
from webapp.municipalities.settings import MunicipalitySettings
from webapp.privacy.records import NOTHING_PERSONAL, RECORDS, Unit

ENDED_BY_A_JOB = [name for name, each in RECORDS.items() if each.job]
_GEOGRAPHY = {"place", "place_neighbour", "postcode_area", "municipality", "municipality_neighbour"}


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_every_table_is_in_the_register_or_holds_nothing_of_anybody(dialect):
    named = {each for kind in RECORDS.values() for each in kind.tables}
    assert named & NOTHING_PERSONAL == set()
    # These two are made by one engine or the other.
    made_by_one = {name for name in NOTHING_PERSONAL if name.startswith("search_")}
    tables = set(schema.metadata(dialect).tables)
    assert tables - made_by_one == (named | NOTHING_PERSONAL) - made_by_one
    assert named - {"worker_heartbeat"} >= PRIVATE - NOTHING_PERSONAL


def test_every_term_and_basis_is_a_setting_or_a_time():
    own = MunicipalitySettings()
    for kind in RECORDS.values():
        assert getattr(own, kind.basis)
        assert bool(kind.job) == bool(kind.term.setting or kind.term.lasts), kind.title
        if kind.term.setting:
            assert (
                getattr(own, kind.term.setting)
                == {"days": 30, "months": 12, "years": 2}[kind.term.unit]
            )


@pytest.fixture
def scene(app, database):  # noqa: ARG001 (the municipalities must take part)
    """Who and what the records hang on, which stay."""
    with database.writing() as session:
        organisation = make_organisation(session)
        account = make_account(session, organisations=(organisation,))
        workplace = make_workplace(session, organisation=organisation)
        return {"organisation": organisation, "account": account, "workplace": workplace}


@pytest.fixture
def work(settings, database):
    """Do a job of the worker by its name, at a moment."""
    jobs = {job.name: job for job in jobs_of(settings, database)}

    def do(name, at):
        with time_machine.travel(at, tick=False):
            jobs[name].work()

    return do


def _lasts(term):
    """Return how long a term of months or days is, where nothing is set."""
    if term.lasts:
        return term.lasts
    number = getattr(MunicipalitySettings(), term.setting)
    return number * {Unit.MONTHS: MONTH, Unit.DAYS: timedelta(days=1)}[term.unit]


def test_every_kind_that_a_job_ends_is_tested():
    # A placement is kept by calendar years: tests/integration/placements/test_with_time.py.
    assert {*PLANTS, "log", "placement"} == set(ENDED_BY_A_JOB)


@pytest.mark.parametrize("name", PLANTS)
def test_a_record_is_there_until_its_term_and_gone_after_it(
    name, app, database, settings, scene, work
):
    kind, start = RECORDS[name], clock.now()
    before = _counts(database, kind.tables)
    with database.writing() as session:
        PLANTS[name](session, start, scene)
    planted = _counts(database, kind.tables)
    assert planted[kind.tables[0]] == before[kind.tables[0]] + 1
    bring_up_to_date(app, database)
    term = _lasts(kind.term)
    work(kind.job, start)
    work(kind.job, start + term - timedelta(minutes=5))
    # Of what is alive for its own reasons, a session that nobody uses ends sooner.
    left = _counts(database, kind.tables)[kind.tables[0]] - before[kind.tables[0]]
    assert left == (0 if name == "session" else 1)
    work(kind.job, start + term + timedelta(minutes=5))
    assert _counts(database, kind.tables) == before
    work("sent mail", start + timedelta(days=100))
    bring_up_to_date(app, database)
    assert _leftovers(database, settings) == []


def test_the_log_goes_after_seven_years(database, work):
    now, term = clock.now(), RECORDS["log"].term.lasts
    with database.writing() as session:
        for age in (term + timedelta(days=10), term - timedelta(days=10)):
            record(
                session, "faq.changed", subject=("faq_question", "x"),
                actor=Actor(None, "x"), now=now - age,
            )  # fmt: skip
    work("log", now)
    with database.reading() as session:
        actions = session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)).all()
    assert actions == ["faq.changed", "log.purged"]


PROVEN = {
    "registration": "registrations.erased",
    "enquiry": "enquiries.erased",
    "remark": "records.erased",
    "mail": "records.erased",
    "account": "records.erased",
    "unconfirmed_account": "records.erased",
    "unconfirmed_organisation": "records.erased",
    "removed_workplace": "workplace.erased",
}


@pytest.mark.parametrize("name", PROVEN)
def test_a_line_proves_that_it_went_and_tells_nothing_of_whom(name, database, scene, work):
    kind, start = RECORDS[name], clock.now()
    with database.writing() as session:
        PLANTS[name](session, start, scene)
    term = kind.term.lasts or getattr(MunicipalitySettings(), kind.term.setting) * MONTH
    work(kind.job, start)
    work(kind.job, start + term + timedelta(days=1))
    with database.reading() as session:
        found = select(AuditEvent).where(AuditEvent.action == PROVEN[name])
        (event,) = session.scalars(found)
    assert event.details.get("erased", 1) == 1
    assert WATCHWORD not in f"{event.subject_id}{event.details}"
    assert EMAIL not in f"{event.subject_id}{event.details}"


@pytest.mark.parametrize("name", ["registration", "enquiry"])
def test_what_is_restricted_rests_until_that_is_lifted(name, database, scene, work):
    kind, start = RECORDS[name], clock.now()
    with database.writing() as session:
        made = PLANTS[name](session, start, scene)
        made.restrict(RestrictionGround.CLAIM, now=start)
        number, model = made.id, type(made)
    work(kind.job, start + timedelta(days=1000))
    assert _counts(database, kind.tables)[kind.tables[0]] == 1
    with database.writing() as session:
        session.get_one(model, number).lift_restriction()
    work(kind.job, start + timedelta(days=1000))
    assert _counts(database, kind.tables)[kind.tables[0]] == 0


def test_who_gets_something_to_do_again_keeps_the_account(database, scene, work):
    start = clock.now()
    with database.writing() as session:
        PLANTS["account"](session, start, scene)
    work("accounts without rights", start)
    with database.writing() as session:
        account = session.scalars(select(Account).where(Account.email == EMAIL)).one()
        role = RoleName.CONSULTANT
        session.add(Role(account_id=account.id, name=role, municipality_code=DUIVEN))
    work("accounts without rights", start + timedelta(days=400))
    with database.reading() as session:
        assert session.scalars(select(Account).where(Account.email == EMAIL)).one()


def _counts(database, names):
    with database.engine.connect() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(table(name))) for name in names
        }


def _leftovers(database, settings):
    """Return where a watchword still is: in a table, or in a file."""
    words = (WATCHWORD, EMAIL, "Vera Vraagsma")
    found = []
    with database.engine.connect() as connection:
        for name in set(inspect(connection).get_table_names()) - _GEOGRAPHY:
            held = str(
                connection.execute(select(literal_column("*")).select_from(table(name))).all()
            )
            found += [name for word in words if word in held]
    for file in settings.data_dir.rglob("*"):
        if file.is_file() and "sqlite3" not in file.name:
            found += [file.name for word in words if word.encode() in file.read_bytes()]
    return found
