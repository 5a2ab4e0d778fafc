"""Files with workplaces that providers send, kept a day until they are taken in."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "workplace_sheet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_workplace_sheet_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_workplace_sheet_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workplace_sheet")),
        sa.UniqueConstraint("public_id", name=op.f("uq_workplace_sheet_public_id")),
    )
    for column in ("organisation_id", "account_id", "expires_at"):
        op.create_index(op.f(f"ix_workplace_sheet_{column}"), "workplace_sheet", [column])
    op.create_table(
        "workplace_sheet_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("problems", sa.JSON(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=True),
        sa.Column("workplace_id", sa.Integer(), nullable=True),
        sa.Column("lock", sa.Integer(), nullable=True),
        sa.Column("fate", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["sheet_id"],
            ["workplace_sheet.id"],
            name=op.f("fk_workplace_sheet_row_sheet_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_workplace_sheet_row_municipality_code"),
        ),
        sa.ForeignKeyConstraint(
            ["workplace_id"],
            ["workplace.id"],
            name=op.f("fk_workplace_sheet_row_workplace_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workplace_sheet_row")),
        sa.UniqueConstraint("sheet_id", "line", name=op.f("uq_workplace_sheet_row_sheet_id_line")),
    )
    for column in ("municipality_code", "workplace_id"):
        op.create_index(op.f(f"ix_workplace_sheet_row_{column}"), "workplace_sheet_row", [column])


def downgrade() -> None:
    op.drop_table("workplace_sheet_row")
    op.drop_table("workplace_sheet")
