"""Which parts of the contact of an organisation visitors may read."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "organisation",
        sa.Column("public_contact", sa.String(), nullable=False, server_default=""),
    )


def downgrade() -> None:
    op.drop_column("organisation", "public_contact")
