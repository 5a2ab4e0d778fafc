"""Who a version was handed in to, and what a mail is about."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
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
    op.add_column("outgoing_mail", sa.Column("about", sa.String(), nullable=True))
    op.create_index("ix_outgoing_mail_about", "outgoing_mail", ["about"], unique=False)
    # What was sent to residents keeps no address from now on.
    op.execute(
        "UPDATE outgoing_mail SET recipient = '' WHERE status = 'sent'"
        " AND kind IN ('registrations/received', 'registrations/withdrawn')"
    )


def downgrade() -> None:
    op.drop_index("ix_outgoing_mail_about", table_name="outgoing_mail")
    op.drop_column("outgoing_mail", "about")
    op.drop_index(_INDEX, table_name=_TABLE)
    op.drop_column(_TABLE, "municipality_code")
