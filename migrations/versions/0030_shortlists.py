"""Shortlists of workplaces, whom they are shared with, and what was asked about them."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shortlist",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _to("shortlist", "municipality_code", "municipality.code"),
        _to("shortlist", "owner_id", "account.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shortlist")),
        sa.UniqueConstraint("public_id", name=op.f("uq_shortlist_public_id")),
    )
    for column in ("municipality_code", "owner_id", "changed_at"):
        op.create_index(op.f(f"ix_shortlist_{column}"), "shortlist", [column])
    op.create_table(
        "shortlist_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("shortlist_id", sa.Integer(), nullable=False),
        sa.Column("workplace_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _to("shortlist_item", "shortlist_id", "shortlist.id"),
        _to("shortlist_item", "workplace_id", "workplace.id", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shortlist_item")),
        sa.UniqueConstraint("public_id", name=op.f("uq_shortlist_item_public_id")),
        sa.UniqueConstraint(
            "shortlist_id", "workplace_id", name=op.f("uq_shortlist_item_shortlist_id_workplace_id")
        ),
    )
    for column in ("shortlist_id", "workplace_id"):
        op.create_index(op.f(f"ix_shortlist_item_{column}"), "shortlist_item", [column])
    op.create_table(
        "shortlist_colleague",
        sa.Column("shortlist_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        _to("shortlist_colleague", "shortlist_id", "shortlist.id"),
        _to("shortlist_colleague", "account_id", "account.id"),
        sa.PrimaryKeyConstraint("shortlist_id", "account_id", name=op.f("pk_shortlist_colleague")),
    )
    op.create_index(
        op.f("ix_shortlist_colleague_account_id"), "shortlist_colleague", ["account_id"]
    )
    op.create_table(
        "shortlist_link",
        sa.Column("shortlist_id", sa.Integer(), nullable=False),
        sa.Column("secret_hash", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        _to("shortlist_link", "shortlist_id", "shortlist.id"),
        sa.PrimaryKeyConstraint("shortlist_id", name=op.f("pk_shortlist_link")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_shortlist_link_secret_hash")),
    )
    op.create_table(
        "shortlist_question",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        _to("shortlist_question", "item_id", "shortlist_item.id"),
        _to("shortlist_question", "enquiry_id", "enquiry.id"),
        sa.PrimaryKeyConstraint("item_id", "enquiry_id", name=op.f("pk_shortlist_question")),
    )
    for column in ("enquiry_id", "key"):
        op.create_index(op.f(f"ix_shortlist_question_{column}"), "shortlist_question", [column])


def downgrade() -> None:
    for table in ("question", "link", "colleague", "item"):
        op.drop_table(f"shortlist_{table}")
    op.drop_table("shortlist")


def _to(table: str, column: str, target: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [target], name=name, ondelete=ondelete)
