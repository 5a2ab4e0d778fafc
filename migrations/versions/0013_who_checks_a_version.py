"""Each version knows the municipality that it was handed in to."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0007"
branch_labels = None
depends_on = None

_TABLE = "workplace_version"
_INDEX = "ix_workplace_version_municipality_code"


def upgrade() -> None:
    op.add_column(
        _TABLE,
        sa.Column(
            "municipality_code",
            sa.String(),
            sa.ForeignKey("municipality.code", name="fk_workplace_version_municipality_code"),
            nullable=True,
        ),
        inline_references=True,
    )
    op.create_index(_INDEX, _TABLE, ["municipality_code"], unique=False)
    op.execute(
        "UPDATE workplace_version SET municipality_code = (SELECT workplace.municipality_code"
        " FROM workplace WHERE workplace.id = workplace_version.workplace_id)"
        " WHERE submitted_at IS NOT NULL"
    )


def downgrade() -> None:
    op.drop_index(_INDEX, table_name=_TABLE)
    op.drop_column(_TABLE, "municipality_code")
