"""The log is only ever added to: the database itself refuses the rest."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, func, select, text, update
from sqlalchemy.exc import IntegrityError

from tests.support.people import make_account
from webapp.audit import retention
from webapp.audit.models import AuditEvent
from webapp.audit.operations import record
from webapp.core import clock, migrations
from webapp.core.actor import SYSTEM, Actor
from webapp.core.settings import Settings, SettingsError

NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)


def log(session, *, at=None, actor=SYSTEM):
    record(
        session, "faq.changed", subject=("faq_question", "x"), actor=actor, now=at or clock.now()
    )
    session.flush()


@pytest.fixture
def event(database):
    with database.writing() as session:
        log(session)
    with database.reading() as session:
        return session.scalars(select(AuditEvent)).one()


REFUSED = [
    "UPDATE audit_event SET action = 'nothing'",
    "UPDATE audit_event SET municipality_code = NULL WHERE id = 1",
    "DELETE FROM audit_event",
    "DELETE FROM audit_event WHERE id = 1",
]


_OTHER_WAYS = {
    "postgresql": "TRUNCATE audit_event",
    "sqlite": "REPLACE INTO audit_event"
    " (id, at, actor_kind, action, subject_kind, subject_id, details)"
    " VALUES (:id, '2026-05-12', 'system', 'x', 'x', 'x', '{}')",
}


@pytest.mark.parametrize("statement", REFUSED)
def test_nobody_changes_or_removes_a_row_by_sql(database, event, statement):
    with (
        pytest.raises(IntegrityError, match="the log is only ever added to"),
        database.engine.begin() as connection,
    ):
        connection.execute(text(statement))
    with database.reading() as session:
        assert session.get(AuditEvent, event.id).action == "faq.changed"


def test_nobody_empties_the_log_or_puts_a_row_in_the_place_of_another(database, event):
    statement = _OTHER_WAYS[database.engine.dialect.name]
    with (
        pytest.raises(IntegrityError, match="the log is only ever added to"),
        database.engine.begin() as connection,
    ):
        connection.execute(text(statement), {"id": event.id})
    with database.reading() as session:
        assert session.scalars(select(AuditEvent.action)).all() == ["faq.changed"]


@pytest.mark.parametrize(
    "statement",
    [update(AuditEvent).values(action="nothing"), delete(AuditEvent)],
    ids=["update", "delete"],
)
def test_nobody_does_so_through_our_own_models_either(session, statement):
    log(session)
    with pytest.raises(IntegrityError):
        session.execute(statement)


def test_an_object_that_was_changed_or_deleted_cannot_be_saved(session):
    log(session)
    event = session.scalars(select(AuditEvent)).one()
    session.commit()
    event.details = {"changes": {}}
    with pytest.raises(IntegrityError):
        session.commit()
    session.rollback()
    session.delete(event)
    with pytest.raises(IntegrityError):
        session.commit()


def test_what_is_older_than_the_term_is_removed_and_that_is_logged(session):
    now = clock.now()
    for years in (9, 7.2, 6.9, 1):
        log(session, at=now - timedelta(days=365.25 * years))
    assert retention.purge(session, years=7, now=now) == 2
    session.flush()
    actions = session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)).all()
    assert actions == ["faq.changed", "faq.changed", "log.purged"]
    assert retention.purge(session, years=7, now=now) == 0


def test_a_shorter_term_than_the_database_allows_removes_nothing(session):
    now = clock.now()
    log(session, at=now - timedelta(days=365 * 3))
    with pytest.raises(IntegrityError), session.begin_nested():
        retention.purge(session, years=2, now=now)
    assert session.scalar(select(func.count()).select_from(AuditEvent)) == 1


def test_the_shortest_term_in_the_environment_is_that_of_the_database(monkeypatch, tmp_path):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    assert Settings.from_env().audit_retention_years == retention.SHORTEST_YEARS
    monkeypatch.setenv("AUDIT_RETENTION_YEARS", "10")
    assert Settings.from_env().audit_retention_years == 10
    monkeypatch.setenv("AUDIT_RETENTION_YEARS", "6")
    with pytest.raises(SettingsError):
        Settings.from_env()


def test_an_account_can_be_erased_and_its_events_stay(session):
    account = make_account(session)
    log(session, actor=account.actor)
    public_id = account.public_id
    session.delete(account)
    session.flush()
    assert session.scalars(select(AuditEvent.actor_public_id)).all() == [public_id]


def test_somebody_with_an_account_never_acts_without_a_public_id():
    with pytest.raises(ValueError, match="public id is missing"):
        Actor(account_id=1, name="Sanne")


def test_what_was_in_the_log_before_is_there_after_the_migration(database):
    with database.writing() as session:
        account = make_account(session, name="Sanne Voorbeeld")
    migrations.downgrade(database.engine, "0013")
    insert = text(
        "INSERT INTO audit_event (at, actor_id, actor_name, action, subject_kind, subject_id,"
        " municipality_code, details) VALUES (:at, :actor, :name, 'faq.changed', 'faq_question',"
        " 'x', 'GM0226', '{}')"
    )
    with database.engine.begin() as connection:
        for actor, name in (
            (account.id, "Sanne Voorbeeld"), (None, "systeem"), (None, "inwoner"), (None, "Mo"),
        ):  # fmt: skip
            connection.execute(insert, {"at": NOW, "actor": actor, "name": name})
    migrations.upgrade(database.engine)
    with database.reading() as session:
        events = session.scalars(select(AuditEvent).order_by(AuditEvent.id)).all()
        assert [(each.actor_kind, each.actor_public_id) for each in events] == [
            ("person", account.public_id), ("system", None), ("resident", None), ("person", None),
        ]  # fmt: skip
        assert {each.municipality_code for each in events} == {"GM0226"}
    migrations.downgrade(database.engine, "0013")
    with database.engine.connect() as connection:
        names = connection.execute(text("SELECT actor_name FROM audit_event ORDER BY id"))
        assert [name for (name,) in names] == ["Sanne Voorbeeld", "systeem", "inwoner", "onbekend"]
    migrations.upgrade(database.engine)
