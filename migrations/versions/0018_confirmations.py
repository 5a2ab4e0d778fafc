"""Whether what visitors read is still right: when it was asked, reminded of and confirmed."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_MOMENTS = (
    "confirmed_at",
    "confirmation_asked_at",
    "confirmation_reminded_at",
    "confirmation_lapsed_at",
)


def upgrade() -> None:
    for name in _MOMENTS:
        op.add_column("workplace", sa.Column(name, sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    for name in _MOMENTS:
        op.drop_column("workplace", name)
