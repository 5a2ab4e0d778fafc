"""A number that grows with every change of what visitors may see."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    stamp = op.create_table(
        "public_stamp",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer(), nullable=False),
    )
    # From the beginning, so that no two first changes both add it.
    op.bulk_insert(stamp, [{"id": 1, "number": 0}])


def downgrade() -> None:
    op.drop_table("public_stamp")
