"""What visitors ask is sealed, a person is found by a fingerprint, and what is kept may rest."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_MARK = "sealed:"
_AT_ONCE = 500
_SEALED = {
    "enquiry": ("asker_name", "asker_email"),
    "enquiry_turn": ("author_name", "text"),
    "workplace_remark": ("text", "email"),
}
# Table, fingerprint, and the text that it is made of.
_FINGERPRINTS = (
    ("enquiry", "asker_fingerprint", "asker_email"),
    ("registration", "email_fingerprint", "email"),
    ("registration", "phone_fingerprint", "phone"),
)


_RESTRICTABLE = ("enquiry", "registration")


def upgrade() -> None:
    op.add_column(
        "account", sa.Column("without_rights_since", sa.DateTime(timezone=True), nullable=True)
    )
    for table in _RESTRICTABLE:
        op.add_column(table, sa.Column("restricted_at", sa.DateTime(timezone=True), nullable=True))
        op.add_column(table, sa.Column("restricted_for", sa.String(length=40), nullable=True))
    op.drop_index("ix_enquiry_asker", table_name="enquiry")
    for table, fingerprint, _text in _FINGERPRINTS:
        op.add_column(table, sa.Column(fingerprint, sa.String(), nullable=True))
    for table, columns in _SEALED.items():
        _rewrite(table, {column: (column, _sealed) for column in columns})
    for table, fingerprint, text in _FINGERPRINTS:
        _rewrite(table, {fingerprint: (text, _fingerprint)})
    op.create_index("ix_enquiry_asker", "enquiry", ["asker_fingerprint", "created_at"])
    op.create_index(
        op.f("ix_registration_email_fingerprint"), "registration", ["email_fingerprint"]
    )
    op.create_index(
        op.f("ix_registration_phone_fingerprint"), "registration", ["phone_fingerprint"]
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_registration_phone_fingerprint"), table_name="registration")
    op.drop_index(op.f("ix_registration_email_fingerprint"), table_name="registration")
    op.drop_index("ix_enquiry_asker", table_name="enquiry")
    for table, columns in _SEALED.items():
        _rewrite(table, {column: (column, _opened) for column in columns})
    for table, fingerprint, _text in _FINGERPRINTS:
        op.drop_column(table, fingerprint)
    op.create_index("ix_enquiry_asker", "enquiry", ["asker_email", "created_at"])
    for table in _RESTRICTABLE:
        op.drop_column(table, "restricted_for")
        op.drop_column(table, "restricted_at")
    op.drop_column("account", "without_rights_since")


def _rewrite(name, made_of):
    """Write columns of a table anew: `made_of` says of which column each is made, and how."""
    connection = op.get_bind()
    names = {"id", *made_of, *(source for source, _ in made_of.values())}
    table = sa.table(name, *(sa.column(each) for each in names))
    changed = sa.update(table).where(table.c.id == sa.bindparam("row"))
    changed = changed.values({each: sa.bindparam(f"new_{each}") for each in made_of})
    last = 0
    while True:
        chosen = sa.select(table).where(table.c.id > last).order_by(table.c.id).limit(_AT_ONCE)
        rows = connection.execute(chosen).mappings().all()
        if not rows:
            return
        connection.execute(
            changed,
            [
                {"row": row["id"]}
                | {
                    f"new_{each}": make(row[source], f"{name}.{source}")
                    for each, (source, make) in made_of.items()
                }
                for row in rows
            ],
        )
        last = rows[-1]["id"]


def _sealed(text, owner):
    if not text or text.startswith(_MARK):
        return text
    return _MARK + _sealer().seal(text, owner=owner)


def _opened(text, owner):
    if not text or not text.startswith(_MARK):
        return text
    return _sealer().open(text.removeprefix(_MARK), owner=owner)


def _fingerprint(text, owner):
    """Make one as `core/sealed_columns.py` did when this was written."""
    said = _opened(text, owner)
    if not said:
        return None
    is_phone = owner.endswith(".phone")
    written = "".join(filter(str.isdecimal, said))[-9:] if is_phone else said.strip().lower()
    return _sealer().fingerprints(written, owner=owner)[0]


def _sealer():
    return op.get_bind().dialect.webapp_sealer
