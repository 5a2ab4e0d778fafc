"""Questions about workplaces, what visitors say is not right, and how often they look."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _enquiries()
    _remarks()
    _counts()


def _enquiries() -> None:
    op.create_table(
        "enquiry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("workplace_id", sa.Integer(), nullable=False),
        sa.Column("municipality_code", sa.String(), nullable=False),
        sa.Column("asker_name", sa.String(), nullable=False),
        sa.Column("asker_email", sa.String(), nullable=False),
        sa.Column("is_by_consultant", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_enquiry_municipality_code")
        ),
        sa.ForeignKeyConstraint(
            ["workplace_id"],
            ["workplace.id"],
            name=op.f("fk_enquiry_workplace_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enquiry")),
        sa.UniqueConstraint("public_id", name=op.f("uq_enquiry_public_id")),
        sa.UniqueConstraint("reference", name=op.f("uq_enquiry_reference")),
    )
    op.create_index("ix_enquiry_due", "enquiry", ["municipality_code", "status", "opened_at"])
    op.create_index("ix_enquiry_asker", "enquiry", ["asker_email", "created_at"])
    op.create_index(op.f("ix_enquiry_workplace_id"), "enquiry", ["workplace_id"])
    op.create_table(
        "enquiry_turn",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=40), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("author_name", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["account.id"],
            name=op.f("fk_enquiry_turn_author_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["enquiry_id"],
            ["enquiry.id"],
            name=op.f("fk_enquiry_turn_enquiry_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enquiry_turn")),
        sa.UniqueConstraint("key", name=op.f("uq_enquiry_turn_key")),
    )
    op.create_index(op.f("ix_enquiry_turn_enquiry_id"), "enquiry_turn", ["enquiry_id"])
    op.create_table(
        "enquiry_link",
        sa.Column("secret_hash", sa.String(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["enquiry_id"],
            ["enquiry.id"],
            name=op.f("fk_enquiry_link_enquiry_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("secret_hash", name=op.f("pk_enquiry_link")),
    )
    op.create_index(op.f("ix_enquiry_link_enquiry_id"), "enquiry_link", ["enquiry_id"])


def _remarks() -> None:
    op.create_table(
        "workplace_remark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("workplace_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("handled_by", sa.String(), nullable=False),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["workplace_id"],
            ["workplace.id"],
            name=op.f("fk_workplace_remark_workplace_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workplace_remark")),
        sa.UniqueConstraint("public_id", name=op.f("uq_workplace_remark_public_id")),
        sa.UniqueConstraint("reference", name=op.f("uq_workplace_remark_reference")),
    )
    op.create_index("ix_workplace_remark_queue", "workplace_remark", ["status", "created_at"])
    op.create_index(op.f("ix_workplace_remark_workplace_id"), "workplace_remark", ["workplace_id"])


def _counts() -> None:
    op.create_table(
        "workplace_count",
        sa.Column("workplace_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workplace_id"],
            ["workplace.id"],
            name=op.f("fk_workplace_count_workplace_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workplace_id", "month", "kind", name=op.f("pk_workplace_count")),
    )
    op.create_index(op.f("ix_workplace_count_month"), "workplace_count", ["month"])


def downgrade() -> None:
    for table in (
        "workplace_count",
        "workplace_remark",
        "enquiry_link",
        "enquiry_turn",
        "enquiry",
    ):
        op.drop_table(table)
