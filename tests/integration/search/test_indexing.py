"""The index follows the database, whatever happens in between."""

import shutil

import pytest
from sqlalchemy import delete, func, select

from tests.support.moderation import PROVIDER, submit_changes
from tests.support.search import ARNHEM, DUIVEN, EVERYWHERE, ask
from tests.support.workplaces import LONG_AGO, hide, make_workplace
from webapp.municipalities import operations as municipalities
from webapp.municipalities.queries import get_municipality
from webapp.search import indexing
from webapp.search.engines.whoosh import WhooshEngine
from webapp.search.scope import Scope
from webapp.workplaces import publication
from webapp.workplaces.models import PublicationChange, Workplace


class Killed(BaseException):
    """The process ends here."""


class DyingEngine(WhooshEngine):
    """An engine whose process dies when the index has just been written."""

    def put(self, documents):
        super().put(documents)
        raise Killed


def add(database, **content):
    with database.writing() as session:
        return make_workplace(session, **content).id


def waiting(database):
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(PublicationChange))


def total(engine):
    return engine.search(ask(scope=EVERYWHERE)).total


def test_a_change_is_in_the_index_after_one_round(database, engine):
    add(database)
    assert indexing.apply_changes(database, engine) == 1
    assert (total(engine), waiting(database)) == (1, 0)
    assert indexing.apply_changes(database, engine) == 0


def test_hiding_and_showing_again_are_followed(database, engine):
    workplace_id = add(database)
    indexing.apply_changes(database, engine)
    with database.writing() as session:
        hide(session, session.get(Workplace, workplace_id))
    indexing.apply_changes(database, engine)
    assert total(engine) == 0
    with database.writing() as session:
        session.get(Workplace, workplace_id).is_visible = True
        session.add(PublicationChange(workplace_id=workplace_id, at=func.now()))
    indexing.apply_changes(database, engine)
    assert total(engine) == 1


def found_in(engine):
    scopes = {code: Scope(own=code, codes=frozenset({code})) for code in (DUIVEN, ARNHEM)}
    return [code for code, scope in scopes.items() if engine.search(ask(scope=scope)).total]


def test_a_workplace_that_moves_is_in_its_old_municipality_until_the_new_approves(database, engine):
    workplace_id = add(database)
    with database.writing() as session:
        municipalities.join(session, get_municipality(session, ARNHEM), now=LONG_AGO)
        moved = session.get(Workplace, workplace_id)
        version = submit_changes(session, moved, at=LONG_AGO, postcode="6811 AB", place="Arnhem")
    indexing.apply_changes(database, engine)
    assert found_in(engine) == [DUIVEN]
    with database.writing() as session:
        version = session.merge(version)
        publication.approve(
            session, version, expected_lock=version.lock, actor=PROVIDER, now=LONG_AGO
        )
    indexing.apply_changes(database, engine)
    assert found_in(engine) == [ARNHEM]


def test_a_workplace_that_was_erased_leaves_the_index(database, engine):
    workplace_id = add(database)
    indexing.apply_changes(database, engine)
    with database.writing() as session:
        hide(session, session.get(Workplace, workplace_id))
        session.delete(session.get(Workplace, workplace_id))
    indexing.apply_changes(database, engine)
    assert total(engine) == 0


def test_a_worker_that_dies_between_index_and_database_does_the_same_again(
    database, engine, tmp_path
):
    add(database)
    dying = DyingEngine(tmp_path / "index")
    with pytest.raises(Killed):
        indexing.apply_changes(database, dying)
    dying.close()
    assert (total(engine), waiting(database)) == (1, 1)
    assert indexing.apply_changes(database, engine) == 1
    assert (total(engine), waiting(database)) == (1, 0)


def test_an_index_that_is_gone_is_built_anew_with_the_next_change(database, engine, tmp_path):
    add(database)
    indexing.apply_changes(database, engine)
    shutil.rmtree(tmp_path / "index")
    add(database)
    indexing.apply_changes(database, engine)
    assert (total(engine), waiting(database)) == (2, 0)


def test_an_index_that_differs_from_the_database_is_noticed_and_mended(database, engine):
    add(database)
    with database.writing() as session:
        session.execute(delete(PublicationChange))
    assert indexing.check(database, engine).problem
    assert indexing.repair(database, engine)
    assert indexing.check(database, engine) == indexing.IndexState("", 1, 1, 0)
    assert not indexing.repair(database, engine)


def test_what_still_waits_is_no_difference(database, engine):
    add(database)
    state = indexing.check(database, engine)
    assert (state.problem, state.indexed, state.public, state.waiting) == ("", 0, 1, 1)


def test_many_changes_are_taken_in_batches(database, engine):
    with database.writing() as session:
        workplace = make_workplace(session)
        for _ in range(300):
            hide(session, workplace)
    rounds = []
    while handled := indexing.apply_changes(database, engine):
        rounds.append(handled)
    assert rounds == [200, 101]
