"""Sealing everything personal under the newest key of the installation."""

from sqlalchemy import MetaData, bindparam, select, update
from sqlalchemy.orm import Session

from webapp.core.sealed_columns import fingerprints_of, sealed_columns

_AT_ONCE = 500


def reseal_columns(session: Session, metadata: MetaData) -> int:
    """Read and write every sealed column again; return how many rows there were.

    Raise BrokenSealError, with nothing changed, when one was sealed under a key that is not given.
    """
    count = 0
    for table, columns in sealed_columns(metadata):
        (key,) = table.primary_key.columns
        # What is written in each column, and where it is read: a fingerprint is made of its text.
        sources = {column.name: column for column in columns}
        sources |= {print_.name: text for print_, text in fingerprints_of(table)}
        last = None
        while True:
            chosen = select(key, *columns).order_by(key).limit(_AT_ONCE)
            chosen = chosen if last is None else chosen.where(key > last)
            rows = session.execute(chosen).mappings().all()
            if not rows:
                break
            changed = update(table).where(key == bindparam("row_key"))
            session.connection().execute(
                changed.values({name: bindparam(f"new_{name}") for name in sources}),
                [
                    {"row_key": row[key]}
                    | {f"new_{name}": row[source] for name, source in sources.items()}
                    for row in rows
                ],
            )
            last = rows[-1][key]
            count += len(rows)
    return count
