"""Municipalities that end, and into which they go."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("municipality", sa.Column("ended_on", sa.Date(), nullable=True))
    op.create_table(
        "municipality_merger",
        sa.Column("from_code", sa.String(), nullable=False),
        sa.Column("into_code", sa.String(), nullable=False),
        sa.Column("into_name", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("carried_out_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["from_code"],
            ["municipality.code"],
            name=op.f("fk_municipality_merger_from_code"),
        ),
        sa.PrimaryKeyConstraint("from_code", name=op.f("pk_municipality_merger")),
    )
    op.create_index(
        op.f("ix_municipality_merger_into_code"), "municipality_merger", ["into_code"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_municipality_merger_into_code"), table_name="municipality_merger")

    op.drop_table("municipality_merger")
    op.drop_column("municipality", "ended_on")
