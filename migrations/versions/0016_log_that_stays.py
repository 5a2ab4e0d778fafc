"""A log that nobody can change: people by their public id, and triggers that refuse."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_TABLE = "audit_event"
_SAYS = "the log is only ever added to"
# SQLite lets REPLACE delete without a trigger for it, so a second row of the same id is refused.
_SQLITE = (
    f"""
    CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
    BEGIN SELECT RAISE(ABORT, '{_SAYS}'); END
    """,
    f"""
    CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event
    WHEN OLD.at > datetime('now', '-7 years')
    BEGIN SELECT RAISE(ABORT, '{_SAYS}'); END
    """,
    f"""
    CREATE TRIGGER audit_event_no_replace BEFORE INSERT ON audit_event
    WHEN EXISTS (SELECT 1 FROM audit_event WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, '{_SAYS}'); END
    """,  # noqa: S608 (our own words)
)
_POSTGRESQL = (
    f"""
    CREATE FUNCTION audit_event_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '{_SAYS}' USING ERRCODE = 'integrity_constraint_violation';
    END $$
    """,
    """
    CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_event_refuse()
    """,
    """
    CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event
    FOR EACH ROW WHEN (OLD.at > now() - interval '7 years')
    EXECUTE FUNCTION audit_event_refuse()
    """,
    """
    CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION audit_event_refuse()
    """,
)


def upgrade() -> None:
    op.drop_index("ix_audit_event_municipality_code", table_name=_TABLE)
    with op.batch_alter_table(_TABLE) as table:
        table.add_column(sa.Column("actor_kind", sa.String(length=40), nullable=True))
        table.add_column(sa.Column("actor_public_id", sa.String(), nullable=True))
    op.execute(
        "UPDATE audit_event SET actor_public_id = (SELECT account.public_id FROM account"
        " WHERE account.id = audit_event.actor_id)"
    )
    op.execute(
        "UPDATE audit_event SET actor_kind = CASE"
        " WHEN actor_id IS NULL AND actor_name = 'systeem' THEN 'system'"
        " WHEN actor_id IS NULL AND actor_name = 'inwoner' THEN 'resident'"
        " ELSE 'person' END"
    )
    with op.batch_alter_table(_TABLE) as table:
        table.alter_column("actor_kind", existing_type=sa.String(length=40), nullable=False)
        table.drop_column("actor_id")
        table.drop_column("actor_name")
    op.create_index("ix_audit_event_actor_public_id", _TABLE, ["actor_public_id"], unique=False)
    op.create_index(
        "ix_audit_event_municipality", _TABLE, ["municipality_code", "at", "id"], unique=False
    )
    for statement in _of_engine():
        op.execute(statement)


def downgrade() -> None:
    _drop_triggers()
    op.drop_index("ix_audit_event_municipality", table_name=_TABLE)
    op.drop_index("ix_audit_event_actor_public_id", table_name=_TABLE)
    with op.batch_alter_table(_TABLE) as table:
        table.add_column(sa.Column("actor_id", sa.Integer(), nullable=True))
        table.add_column(
            sa.Column("actor_name", sa.String(), nullable=False, server_default="onbekend")
        )
    op.execute(
        "UPDATE audit_event SET actor_id = (SELECT account.id FROM account"
        " WHERE account.public_id = audit_event.actor_public_id)"
    )
    op.execute(
        "UPDATE audit_event SET actor_name = CASE actor_kind"
        " WHEN 'system' THEN 'systeem' WHEN 'resident' THEN 'inwoner'"
        " ELSE coalesce((SELECT account.name FROM account"
        " WHERE account.public_id = audit_event.actor_public_id), 'onbekend') END"
    )
    with op.batch_alter_table(_TABLE) as table:
        table.alter_column("actor_name", existing_type=sa.String(), server_default=None)
        table.drop_column("actor_kind")
        table.drop_column("actor_public_id")
        table.create_foreign_key(
            "fk_audit_event_actor_id", "account", ["actor_id"], ["id"], ondelete="SET NULL"
        )
    op.create_index("ix_audit_event_municipality_code", _TABLE, ["municipality_code"], unique=False)


def _of_engine() -> tuple[str, ...]:
    return _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL


def _drop_triggers() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for name in ("no_update", "no_delete", "no_replace"):
            op.execute(f"DROP TRIGGER audit_event_{name}")
    else:
        op.execute("DROP FUNCTION audit_event_refuse() CASCADE")
