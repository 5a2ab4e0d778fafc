"""Placements, what happened in them, and what stays of them to count by."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "placement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("workplace_id", sa.Integer(), nullable=True),
        sa.Column("workplace_title", sa.String(), nullable=False),
        sa.Column("organisation_name", sa.String(), nullable=False),
        sa.Column("product", sa.String(length=40), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("consultant_id", sa.Integer(), nullable=True),
        sa.Column("requested_on", sa.Date(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("weekly_hours", sa.Integer(), nullable=False),
        sa.Column("rung_before", sa.Integer(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(length=40), nullable=True),
        sa.Column("rung_after", sa.Integer(), nullable=True),
        sa.Column("next_step", sa.String(length=40), nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("changed_at", _MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _reference("placement", "consultant_id", "account.id", "SET NULL"),
        _reference("placement", "municipality_code", "municipality.code"),
        _reference("placement", "workplace_id", "workplace.id", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement")),
        sa.UniqueConstraint("public_id", name=op.f("uq_placement_public_id")),
    )
    for column in ("consultant_id", "municipality_code", "workplace_id"):
        op.create_index(op.f(f"ix_placement_{column}"), "placement", [column])
    op.create_table(
        "placement_mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("placement_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("previous_last_day", sa.Date(), nullable=True),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("actor_name", sa.String(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        _reference("placement_mark", "actor_id", "account.id", "SET NULL"),
        _reference("placement_mark", "placement_id", "placement.id", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement_mark")),
        sa.UniqueConstraint("key", name=op.f("uq_placement_mark_key")),
    )
    op.create_index(op.f("ix_placement_mark_placement_id"), "placement_mark", ["placement_id"])
    op.create_table(
        "placement_reminder",
        sa.Column("placement_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        _reference("placement_reminder", "placement_id", "placement.id", "CASCADE"),
        sa.PrimaryKeyConstraint("placement_id", "task", "day", name=op.f("pk_placement_reminder")),
    )
    op.create_table(
        "finished_placement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("product", sa.String(length=40), nullable=False),
        sa.Column("start_year", sa.Integer(), nullable=False),
        sa.Column("end_year", sa.Integer(), nullable=False),
        sa.Column("days_to_start", sa.Integer(), nullable=True),
        sa.Column("rung_before", sa.Integer(), nullable=False),
        sa.Column("rung_after", sa.Integer(), nullable=True),
        sa.Column("end_reason", sa.String(length=40), nullable=True),
        _reference("finished_placement", "municipality_code", "municipality.code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finished_placement")),
    )
    op.create_index(
        op.f("ix_finished_placement_municipality_code"),
        "finished_placement",
        ["municipality_code"],
    )


def _reference(
    table: str, column: str, goal: str, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [goal], name=name, ondelete=ondelete)


def downgrade() -> None:
    for table in ("finished_placement", "placement_reminder", "placement_mark", "placement"):
        op.drop_table(table)
