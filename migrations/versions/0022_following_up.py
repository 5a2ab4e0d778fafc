"""Following a registration up: who takes it, tries to reach the resident, plans an intake."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
# The statuses as they were and as they are; contact became something that is noted by itself.
_RENAMED = {"contacted": "intake", "placed": "trajectory", "closed": "stopped"}


def upgrade() -> None:
    op.create_table(
        "registration_follow_up",
        sa.Column("registration_id", sa.Integer(), nullable=False),
        sa.Column("assignee_id", sa.Integer(), nullable=True),
        sa.Column("intake_at", _MOMENT, nullable=True),
        sa.Column("intake_place", sa.String(), nullable=False),
        sa.Column("stop_reason", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["assignee_id"],
            ["account.id"],
            name=op.f("fk_registration_follow_up_assignee_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registration.id"],
            name=op.f("fk_registration_follow_up_registration_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("registration_id", name=op.f("pk_registration_follow_up")),
    )
    op.create_index(
        op.f("ix_registration_follow_up_assignee_id"), "registration_follow_up", ["assignee_id"]
    )
    op.create_table(
        "contact_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("registration_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"],
            ["account.id"],
            name=op.f("fk_contact_attempt_actor_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registration.id"],
            name=op.f("fk_contact_attempt_registration_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_attempt")),
    )
    op.create_index(
        op.f("ix_contact_attempt_registration_id"), "contact_attempt", ["registration_id"]
    )
    _fill_in()
    _rename(_RENAMED)


def _fill_in() -> None:
    """Give what was closed a reason, or call it completed when there was a place."""
    op.execute(
        "INSERT INTO registration_follow_up (registration_id, intake_place, stop_reason) "
        "SELECT id, '', CASE WHEN status = 'closed' THEN 'other' END FROM registration"
    )
    op.execute(
        "UPDATE registration SET status = 'completed' WHERE status = 'closed' AND 'placed' = ("
        "SELECT from_status FROM registration_change "
        "WHERE registration_id = registration.id ORDER BY registration_change.id DESC LIMIT 1)"
    )
    op.execute(
        "UPDATE registration_follow_up SET stop_reason = NULL WHERE registration_id IN "
        "(SELECT id FROM registration WHERE status = 'completed')"
    )
    op.execute(
        "UPDATE registration_change SET to_status = 'completed' "
        "WHERE to_status = 'closed' AND from_status = 'placed'"
    )


def _rename(names: dict[str, str]) -> None:
    columns = {"registration": ["status"], "registration_change": ["from_status", "to_status"]}
    for table, fields in columns.items():
        for field in fields:
            for old, new in names.items():
                named = sa.table(table, sa.column(field))
                op.execute(sa.update(named).where(named.c[field] == old).values({field: new}))


def downgrade() -> None:
    _rename(
        {
            "advice": "contacted",
            "completed": "closed",
            **{new: old for old, new in _RENAMED.items()},
        }
    )
    op.drop_table("contact_attempt")
    op.drop_table("registration_follow_up")
