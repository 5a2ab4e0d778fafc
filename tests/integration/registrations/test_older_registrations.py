"""Registrations from before the steps were those of [S4] go on under their new names."""

import pytest
import sqlalchemy as sa

from tests.support.registrations import make_registration
from webapp.core import migrations

# What a registration was, from which step that came, and what it is now: a status and a reason.
CASES = [
    ("new", None, "new", None),
    ("contacted", "new", "intake", None),
    ("orientation", "contacted", "orientation", None),
    ("placed", "orientation", "trajectory", None),
    ("closed", "placed", "completed", None),
    ("closed", "contacted", "stopped", "other"),
    ("withdrawn", "new", "withdrawn", None),
]


@pytest.mark.parametrize(("was", "came_from", "becomes", "reason"), CASES)
def test_a_registration_keeps_its_place(database, was, came_from, becomes, reason):
    with database.writing() as session:
        number = make_registration(session).id
    migrations.downgrade(database.engine, "0021")
    with database.engine.begin() as connection:
        connection.execute(sa.text("UPDATE registration SET status = :was"), {"was": was})
        if came_from:
            connection.execute(
                sa.text(
                    "INSERT INTO registration_change (registration_id, from_status, to_status, "
                    "actor_name, at) VALUES (:number, :came_from, :was, 'Carla', :at)"
                ),
                {"number": number, "came_from": came_from, "was": was, "at": "2026-05-12 09:00"},
            )
    migrations.upgrade(database.engine)
    with database.engine.connect() as connection:
        found = connection.execute(
            sa.text(
                "SELECT status, stop_reason FROM registration JOIN registration_follow_up "
                "ON registration_id = registration.id"
            )
        ).one()
        steps = connection.execute(sa.text("SELECT to_status FROM registration_change")).all()
    assert tuple(found) == (becomes, reason)
    assert [step for (step,) in steps] == ([becomes] if came_from else [])
