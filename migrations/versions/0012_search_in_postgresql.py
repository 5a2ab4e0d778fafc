"""The search index of PostgreSQL; on SQLite it is kept in files instead."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    op.create_table(
        "search_build",
        sa.Column("version", sa.String(), primary_key=True),
        sa.Column("made_with", sa.String(), nullable=False),
    )
    op.create_table(
        "search_shelf",
        sa.Column("municipality_code", sa.String(), primary_key=True),
        sa.Column("generation", sa.String(), nullable=False),
    )
    op.create_table(
        "search_document",
        sa.Column("workplace_id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("municipality_code", sa.String(), nullable=False, index=True),
        sa.Column("facts", postgresql.JSONB(), nullable=False),
    )
    op.create_table(
        "search_posting",
        sa.Column("municipality_code", sa.String(), primary_key=True),
        sa.Column("token", sa.String(collation="C"), primary_key=True),
        sa.Column("workplace_ids", sa.ARRAY(sa.Integer()), nullable=False),
        sa.Column("weights", sa.ARRAY(sa.SmallInteger()), nullable=False),
    )


def downgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in ("search_posting", "search_document", "search_shelf", "search_build"):
        op.drop_table(table)
