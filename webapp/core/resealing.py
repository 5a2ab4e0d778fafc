"""Sealing everything personal under the newest key of the installation."""

from sqlalchemy import MetaData, bindparam, select, update
from sqlalchemy.orm import Session

from webapp.core.sealed_columns import sealed_columns

_AT_ONCE = 500


def reseal_columns(session: Session, metadata: MetaData) -> int:
    """Read and write every sealed column again; return how many rows there were.

    Raise BrokenSealError, with nothing changed, when one was sealed under a key that is not given.
    """
    count = 0
    for table, columns in sealed_columns(metadata):
        (key,) = table.primary_key.columns
        last = None
        while True:
            chosen = select(key, *columns).order_by(key).limit(_AT_ONCE)
            chosen = chosen if last is None else chosen.where(key > last)
            rows = session.execute(chosen).mappings().all()
            if not rows:
                break
            changed = update(table).where(key == bindparam("row_key"))
            session.connection().execute(
                changed.values(
                    {column.name: bindparam(f"new_{column.name}") for column in columns}
                ),
                [
                    {"row_key": row[key]}
                    | {f"new_{column.name}": row[column] for column in columns}
                    for row in rows
                ],
            )
            last = rows[-1][key]
            count += len(rows)
    return count
