"""Tables of content and tariffs."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "consultant_search",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("criteria", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_consultant_search_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultant_search")),
        sa.UniqueConstraint("public_id", name=op.f("uq_consultant_search_public_id")),
    )
    op.create_index(
        op.f("ix_consultant_search_account_id"), "consultant_search", ["account_id"], unique=False
    )
    op.create_index(
        op.f("ix_consultant_search_expires_at"), "consultant_search", ["expires_at"], unique=False
    )

    op.create_table(
        "faq_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("audience", sa.String(length=40), nullable=False),
        sa.Column("group_key", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("is_hidden", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_faq_entry_municipality_code"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_faq_entry")),
        sa.UniqueConstraint(
            "municipality_code",
            "audience",
            "key",
            name=op.f("uq_faq_entry_municipality_code_audience_key"),
        ),
        sa.UniqueConstraint("public_id", name=op.f("uq_faq_entry_public_id")),
    )
    op.create_table(
        "tariff",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("product", sa.String(length=40), nullable=False),
        sa.Column("product_code", sa.String(), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("amount_cents", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_tariff_municipality_code"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tariff")),
        sa.UniqueConstraint(
            "municipality_code",
            "product",
            "valid_from",
            name=op.f("uq_tariff_municipality_code_product_valid_from"),
        ),
        sa.UniqueConstraint("public_id", name=op.f("uq_tariff_public_id")),
    )


def downgrade() -> None:
    op.drop_table("tariff")
    op.drop_table("faq_entry")
    op.drop_index(op.f("ix_consultant_search_expires_at"), table_name="consultant_search")
    op.drop_index(op.f("ix_consultant_search_account_id"), table_name="consultant_search")

    op.drop_table("consultant_search")
