"""Two who carry out the same merger at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import func, select

from tests.support.mergers import DAY, HILVERSUM, NOW, plan_merger
from webapp.audit.models import AuditEvent
from webapp.core.actor import SYSTEM
from webapp.mergers.operations import carry_out_due
from webapp.municipalities.models import Municipality


def test_a_worker_and_an_operator_carry_it_out_once_between_them(database):
    with database.writing() as session:
        plan_merger(session)
    together = Barrier(2)

    def carry_out(_who):
        together.wait()
        with database.writing() as session:
            return len(carry_out_due(session, today=DAY, actor=SYSTEM, now=NOW))

    with ThreadPoolExecutor(2) as two:
        assert sorted(two.map(carry_out, range(2))) == [0, 1]
    with database.reading() as session:
        assert session.get_one(Municipality, HILVERSUM).population == 91235 + 24470
        merged = select(func.count()).where(AuditEvent.action == "municipality.merged")
        assert session.scalar(merged) == 1
