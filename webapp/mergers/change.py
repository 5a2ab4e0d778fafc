"""What every step of a merger is given."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Update, update
from sqlalchemy.orm import InstrumentedAttribute, Session


@dataclass(frozen=True)
class Change:
    """The code that becomes history, and the one that stands for it from now on.

    `has_site` tells whether the surviving municipality took part before.
    """

    old: str
    new: str
    old_name: str
    has_site: bool
    now: datetime


# Does its part, and returns what the log should hold of it: a count, or what was left.
Work = Callable[[Session, Change], object]


def moving(column: InstrumentedAttribute[Any]) -> Work:
    """Return a step that writes the new code wherever this column has the old one."""

    def move(session: Session, change: Change) -> int:
        return run(
            session, update(column.class_).where(column == change.old).values({column: change.new})
        )

    return move


def run(session: Session, statement: Update) -> int:
    """Run a statement past the objects in memory; return how many rows it changed.

    So versions and locks stay as they are: whoever has one of these open can still save it.
    """
    result = session.execute(statement, execution_options={"synchronize_session": False})
    return int(result.rowcount)  # type: ignore[attr-defined]
