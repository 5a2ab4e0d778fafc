"""Searches that consultants save, mails that can be stopped, and finding places."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outgoing_mail", sa.Column("stop_url", sa.String(), nullable=True))
    op.create_table(
        "saved_search",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("where", sa.String(), nullable=False),
        sa.Column("query", sa.String(), nullable=False),
        sa.Column("rhythm", sa.String(length=40), nullable=False),
        sa.Column("known", sa.JSON(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_saved_search_account_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_saved_search_municipality_code"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_search")),
        sa.UniqueConstraint("public_id", name=op.f("uq_saved_search_public_id")),
    )
    for column in ("account_id", "municipality_code", "used_at"):
        op.create_index(op.f(f"ix_saved_search_{column}"), "saved_search", [column])
    op.create_table(
        "finding_place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("neighbourhood", "street", "house_number", "postcode", "place")
        ),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("for_whom", sa.String(), nullable=False),
        sa.Column("rungs", sa.JSON(), nullable=False),
        sa.Column("sectors", sa.JSON(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("phone", "email", "website")),
        sa.Column("active_from", sa.Date(), nullable=True),
        sa.Column("active_to", sa.Date(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_finding_place_municipality_code"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding_place")),
        sa.UniqueConstraint("public_id", name=op.f("uq_finding_place_public_id")),
    )
    op.create_index(
        op.f("ix_finding_place_municipality_code"), "finding_place", ["municipality_code"]
    )


def downgrade() -> None:
    op.drop_table("finding_place")
    op.drop_table("saved_search")
    op.drop_column("outgoing_mail", "stop_url")
