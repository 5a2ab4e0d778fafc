"""Workplaces that go for good."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("workplace", sa.Column("removed_at", _MOMENT, nullable=True))
    op.create_table(
        "workplace_removal",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "workplace_id",
            sa.Integer(),
            sa.ForeignKey(
                "workplace.id", name="fk_workplace_removal_workplace_id", ondelete="CASCADE"
            ),
            nullable=False,
            index=True,
        ),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.Column("explanation", sa.String(), nullable=False),
        sa.Column("requested_at", _MOMENT, nullable=False),
        sa.Column("requested_by", sa.String(), nullable=False),
        sa.Column("decided_at", _MOMENT, nullable=True),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("erase_at", _MOMENT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
    )
    op.create_index("ix_workplace_removal_due", "workplace_removal", ["status", "erase_at"])


def downgrade() -> None:
    op.drop_table("workplace_removal")
    op.drop_column("workplace", "removed_at")
