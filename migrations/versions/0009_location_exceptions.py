"""Table of exceptions to the location rule."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "location_exception",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("workplace_id", sa.Integer(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("transport", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("granted_by", sa.String(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.String(), nullable=False),
        sa.Column("end_reason", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_location_exception_municipality_code"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["workplace_id"],
            ["workplace.id"],
            name=op.f("fk_location_exception_workplace_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_location_exception")),
        sa.UniqueConstraint("public_id", name=op.f("uq_location_exception_public_id")),
    )
    op.create_index(
        op.f("ix_location_exception_workplace_id"),
        "location_exception",
        ["workplace_id"],
        unique=False,
    )
    op.create_index(
        "ix_location_exception_municipality",
        "location_exception",
        ["municipality_code", "workplace_id"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index("ix_location_exception_municipality", table_name="location_exception")
    op.drop_index(op.f("ix_location_exception_workplace_id"), table_name="location_exception")
    op.drop_table("location_exception")
