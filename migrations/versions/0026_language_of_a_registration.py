"""The language in which a resident registered."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "registration", sa.Column("language", sa.String(), nullable=False, server_default="nl")
    )


def downgrade() -> None:
    op.drop_column("registration", "language")
