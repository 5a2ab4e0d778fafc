"""Two people at the same removal at the same moment: one wins, the other is told."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.support.removals import GRACE, MODERATOR, NOW, PROVIDER, ask_removal, remove
from tests.support.workplaces import make_workplace
from webapp.core.actor import SYSTEM
from webapp.core.errors import ConflictError, NotFoundError, WrongStatusError
from webapp.moderation import removals as moderation
from webapp.workplaces.models import Workplace
from webapp.workplaces.removals import operations
from webapp.workplaces.removals.models import Removal, RemovalStatus

TELLING = (ConflictError, NotFoundError, WrongStatusError)
LATER = NOW + GRACE


def at_once(*acts):
    """Run every act in a thread of its own; return what each answers, or its refusal."""
    barrier = threading.Barrier(len(acts))

    def run(act):
        barrier.wait()
        try:
            return act()
        except TELLING as refusal:
            return refusal

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def in_a_transaction(database, act):
    def done():
        with database.writing() as session:
            act(session)

    return done


@pytest.mark.parametrize("_round", range(3))
def test_of_two_moderators_who_confirm_and_refuse_one_is_told(database, _round):
    with database.writing() as session:
        removal = ask_removal(session, make_workplace(session))
        key, seen = removal.id, removal.version
    decision = {"expected_version": seen, "actor": MODERATOR, "now": NOW}

    def confirm(session):
        operations.confirm(session, session.get(Removal, key), **decision)

    def refuse(session):
        operations.refuse(session, session.get(Removal, key), answer="Nee.", **decision)

    answers = at_once(*(in_a_transaction(database, act) for act in (confirm, refuse)))
    assert [type(answer) for answer in answers if answer] == [ConflictError]
    with database.reading() as session:
        removal = session.get(Removal, key)
        is_removed = removal.workplace.removed_at is not None
        assert is_removed == (removal.status is RemovalStatus.CONFIRMED)


@pytest.mark.parametrize("_round", range(3))
def test_a_provider_who_restores_while_it_is_erased_has_all_or_nothing(database, _round):
    with database.writing() as session:
        workplace = make_workplace(session)
        remove(session, workplace)
        key = workplace.id

    def restore(session):
        workplace = session.get(Workplace, key)
        if workplace is None:
            raise NotFoundError
        operations.restore(session, workplace, actor=PROVIDER, now=LATER)

    refusal, erased = at_once(
        in_a_transaction(database, restore),
        lambda: moderation.erase_due(database, actor=SYSTEM, now=LATER),
    )
    assert (refusal is None) == (erased == 0)
    with database.reading() as session:
        left = session.get(Workplace, key)
        assert (left is not None) == (refusal is None)
        assert left is None or (left.removed_at is None and left.published_version is not None)


def test_two_workers_erase_a_workplace_once(database):
    with database.writing() as session:
        for _number in range(5):
            remove(session, make_workplace(session))

    def erase():
        return moderation.erase_due(database, actor=SYSTEM, now=LATER)

    assert sum(at_once(erase, erase)) == 5
    with database.reading() as session:
        assert session.query(Workplace).count() == 0
