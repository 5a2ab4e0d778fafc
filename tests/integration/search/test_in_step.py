"""On PostgreSQL the index changes in the transaction that changes the workplace."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from tests.conftest import ENGINE
from tests.support.databases import SEALER
from tests.support.search import EVERYWHERE, ask
from tests.support.workplaces import hide, make_organisation, make_workplace
from webapp.core.db import Database
from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.search import indexing
from webapp.search.engines.postgresql import PostgresEngine
from webapp.search.in_step import keep_in_step
from webapp.workplaces.models import PublicationChange, Workplace

if ENGINE != "postgresql":
    pytest.skip("the index of SQLite is not in the database", allow_module_level=True)


@pytest.fixture
def engine():
    return PostgresEngine()


@pytest.fixture
def followed(database, engine):
    """The database, with an index that follows it."""
    indexing.rebuild(database, engine)
    keep_in_step(database, engine)
    return database


def found(database, engine):
    with database.reading() as session:
        hits = engine.within(session).search(ask(scope=EVERYWHERE)).hits
        return sorted(hit.workplace_id for hit in hits)


def waiting(database):
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(PublicationChange))


def test_what_is_committed_is_found_and_nothing_waits(followed, engine):
    with followed.writing() as session:
        first = make_workplace(session).id
        assert found(followed, engine) == []
    assert found(followed, engine) == [first]
    with followed.writing() as session:
        hide(session, session.get(Workplace, first))
    assert found(followed, engine) == []
    assert waiting(followed) == 0


def test_what_is_rolled_back_was_never_there(followed, engine):
    with followed.session(writing=True) as session:
        make_workplace(session)
        session.flush()
        session.rollback()
    with followed.writing() as session:
        kept = make_workplace(session).id
    assert found(followed, engine) == [kept]


def test_a_savepoint_is_no_commit(followed, engine):
    with followed.writing() as session:
        with session.begin_nested():
            kept = make_workplace(session).id
        assert found(followed, engine) == []
    assert found(followed, engine) == [kept]


def test_without_an_index_the_change_waits_for_the_worker(database, engine):
    keep_in_step(database, engine)
    with database.writing() as session:
        kept = make_workplace(session).id
    assert waiting(database) == 1
    assert indexing.apply_changes(database, engine) == 1
    assert (found(database, engine), waiting(database)) == ([kept], 0)


def test_while_the_index_is_made_anew_the_change_waits_for_the_worker(followed, engine):
    with followed.writing() as session:
        before = make_workplace(session).id
    with followed.session(writing=True) as rebuilding:
        engine.within(rebuilding).rebuild([])
        with followed.writing() as session:
            meanwhile = make_workplace(session).id
        assert found(followed, engine) == [before]
        rebuilding.rollback()
    assert waiting(followed) == 1
    indexing.apply_changes(followed, engine)
    assert found(followed, engine) == [before, meanwhile]


def test_of_two_who_change_at_once_neither_is_lost(followed, engine):
    """One shows a workplace while another approves its organisation: then visitors see it."""
    with followed.writing() as session:
        organisation = make_organisation(session, status=OrganisationStatus.SUBMITTED)
        workplace = make_workplace(session, organisation=organisation, visible=False)
        workplace_id, organisation_id = workplace.id, organisation.id
    both_ready = Barrier(2)

    def change(work):
        with followed.writing() as session:
            work(session)
            session.add(PublicationChange(workplace_id=workplace_id, at=func.now()))
            session.flush()
            both_ready.wait(timeout=20)

    def show(session):
        session.get(Workplace, workplace_id).is_visible = True

    def approve(session):
        session.get(Organisation, organisation_id).status = OrganisationStatus.APPROVED

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(change, (show, approve)))
    assert found(followed, engine) == [workplace_id]


def test_another_process_sees_each_commit(followed, database_url):
    other, theirs = Database(database_url, SEALER), PostgresEngine()
    assert found(other, theirs) == []
    with followed.writing() as session:
        first = make_workplace(session, title="Brood bakken").id
    assert found(other, theirs) == [first]
    with followed.writing() as session:
        second = make_workplace(session).id
        hide(session, session.get(Workplace, first))
    assert found(other, theirs) == [second]
    other.engine.dispose()
