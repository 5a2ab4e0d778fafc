"""With whom a consultant agreed on signing a resident up."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "registration_agreement",
        sa.Column("registration_id", sa.Integer(), nullable=False),
        sa.Column("agreed_with", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registration.id"],
            name=op.f("fk_registration_agreement_registration_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("registration_id", name=op.f("pk_registration_agreement")),
    )


def downgrade() -> None:
    op.drop_table("registration_agreement")
