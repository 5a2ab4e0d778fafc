"""Changes that go live before they are looked at, and organisations that may do so."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("organisation", sa.Column("trusted_at", _MOMENT, nullable=True))
    op.add_column("workplace_version", sa.Column("unseen_since", _MOMENT, nullable=True))


def downgrade() -> None:
    op.drop_column("workplace_version", "unseen_since")
    op.drop_column("organisation", "trusted_at")
