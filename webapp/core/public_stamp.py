"""A number that grows with every change of what visitors may see, so that pages may be kept.

It changes in the transaction of the change itself. So who reads the number first, and then what is
shown, never has something older than the number says, on whichever server they read.
"""

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    Table,
    TextClause,
    UpdateBase,
    event,
    insert,
    select,
    update,
)
from sqlalchemy.engine.interfaces import DBAPICursor, ExecutionContext
from sqlalchemy.orm import Session

METADATA = MetaData()
_STAMP = Table(
    "public_stamp",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
)
# Nothing of these is on a page for visitors. A table that is not named here counts.
PRIVATE = frozenset(
    {
        "account_token",
        "claim",
        "digest",
        "audit_event",
        "browser_session",
        "consultant_search",
        "contact_attempt",
        "enquiry",
        "enquiry_link",
        "enquiry_turn",
        "finished_placement",
        "organisation_identity_change",
        "outgoing_mail",
        "placement",
        "placement_mark",
        "placement_reminder",
        "rate_counter",
        "recovery_code",
        "registration",
        "registration_agreement",
        "registration_change",
        "registration_follow_up",
        "registration_link",
        "registration_message",
        "saved_search",
        "second_factor",
        "shortlist",
        "shortlist_colleague",
        "shortlist_item",
        "shortlist_link",
        "shortlist_question",
        "worker_heartbeat",
        "workplace_removal",
        "workplace_count",
        "workplace_message",
        "workplace_remark",
        "workplace_sheet",
        "workplace_sheet_row",
    }
)
_CHANGED = "what visitors see has changed"


def current(session: Session) -> int | None:
    """Return the number as `session` sees it; None when nothing was ever changed."""
    return session.scalar(select(_STAMP.c.number))


def advance(connection: Connection | Session) -> None:
    """Let the number grow: what is shown will change, though no row does (an index made anew)."""
    changed = connection.execute(update(_STAMP).values(number=_STAMP.c.number + 1))
    if not changed.rowcount:  # type: ignore[attr-defined]
        connection.execute(insert(_STAMP).values(id=1, number=1))


def watch(engine: Engine) -> None:
    """From now on let the number grow with each commit on `engine` that changed a public table."""
    event.listen(engine, "after_cursor_execute", _note)
    event.listen(engine, "commit", _advance_if_changed)
    event.listen(engine, "rollback", _forget)


def _note(
    connection: Connection,
    cursor: DBAPICursor,
    _statement: str,
    _parameters: object,
    context: ExecutionContext,
    _many: bool,  # noqa: FBT001 (SQLAlchemy's own signature)
) -> None:
    compiled = context.compiled
    # The worker tidies up every so often, and mostly finds nothing to do. Where rows come back
    # (RETURNING) SQLite has not counted them yet.
    did_nothing = cursor.rowcount == 0 and cursor.description is None
    if compiled is not None and not did_nothing and _changes_what_is_shown(compiled.statement):
        connection.info[_CHANGED] = True


def _changes_what_is_shown(statement: object) -> bool:
    """Tell whether it does; what a text in SQL does is not known, so that counts."""
    if isinstance(statement, UpdateBase):
        name = getattr(statement.table, "name", "")
        return name not in PRIVATE and name != _STAMP.name
    return isinstance(statement, TextClause)


def _advance_if_changed(connection: Connection) -> None:
    if connection.info.pop(_CHANGED, False):
        advance(connection)


def _forget(connection: Connection) -> None:
    # Of a connection that was lost there is nothing to forget, and asking it is an error.
    if not connection.invalidated:
        connection.info.pop(_CHANGED, None)
