"""The tables of the PostgreSQL engine, and all SQL that is said to them.

They are an inverted index in rows: of each municipality, each token with the workplaces that hold
it and its weight in them. The municipality comes first in the key, so a search reads the lists of
its scope and no others, whatever there is elsewhere in the country.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import (
    ARRAY,
    Column,
    Connection,
    Integer,
    MetaData,
    Select,
    SmallInteger,
    String,
    Table,
    delete,
    func,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB, insert

from webapp.core.ids import new_public_id
from webapp.search.document import Facts, SearchDocument

METADATA = MetaData()

# One row: with which analysis and which synonyms the whole index was made.
BUILD = Table(
    "search_build",
    METADATA,
    Column("version", String, primary_key=True),
    Column("made_with", String, nullable=False),
)
# Of each municipality the generation, another one after each change.
SHELF = Table(
    "search_shelf",
    METADATA,
    Column("municipality_code", String, primary_key=True),
    Column("generation", String, nullable=False),
)
DOCUMENT = Table(
    "search_document",
    METADATA,
    Column("workplace_id", Integer, primary_key=True, autoincrement=False),
    Column("municipality_code", String, nullable=False, index=True),
    Column("facts", JSONB, nullable=False),
)
POSTING = Table(
    "search_posting",
    METADATA,
    Column("municipality_code", String, primary_key=True),
    # By its bytes, so that all words as written lie side by side.
    Column("token", String(collation="C"), primary_key=True),
    Column("workplace_ids", ARRAY(Integer), nullable=False),
    Column("weights", ARRAY(SmallInteger), nullable=False),
)

# What advisory locks of ours begin with, so that they meet no others in this database.
_REBUILDING, _WORKPLACE = 727_001, 727_002

_LOCK_WORKPLACES = text(
    "SELECT pg_advisory_xact_lock(:space, id) FROM unnest(CAST(:ids AS integer[])) AS id"
)
_TAKE_OUT = text(
    """
    UPDATE search_posting AS posting SET (workplace_ids, weights) = (
        SELECT coalesce(array_agg(id), '{}'), coalesce(array_agg(weight), '{}')
        FROM unnest(posting.workplace_ids, posting.weights) AS held (id, weight)
        WHERE id <> ALL (CAST(:ids AS integer[]))
    )
    WHERE municipality_code = ANY (CAST(:codes AS text[]))
    AND workplace_ids && CAST(:ids AS integer[])
    """
)
_ADD = text(
    """
    INSERT INTO search_posting (municipality_code, token, workplace_ids, weights)
    SELECT :code, token, array_agg(id), array_agg(weight)
    FROM unnest(
        CAST(:tokens AS text[]), CAST(:ids AS integer[]), CAST(:weights AS smallint[])
    ) AS given (token, id, weight)
    GROUP BY token
    ON CONFLICT (municipality_code, token) DO UPDATE SET
        workplace_ids = search_posting.workplace_ids || excluded.workplace_ids,
        weights = search_posting.weights || excluded.weights
    """
)


def claim(connection: Connection, workplace_ids: Collection[int]) -> bool:
    """Let nobody else write these workplaces until the transaction ends.

    Return False when the whole index is being made anew, so that what is written would be lost.
    """
    shared = func.pg_try_advisory_xact_lock_shared(_REBUILDING, 0)
    if not connection.scalar(select(shared)):
        return False
    connection.execute(_LOCK_WORKPLACES, {"space": _WORKPLACE, "ids": sorted(workplace_ids)})
    return True


def claim_all(connection: Connection) -> None:
    """Let nobody else write until the transaction ends; wait for who does so now."""
    connection.execute(select(func.pg_advisory_xact_lock(_REBUILDING, 0)))


def empty(connection: Connection) -> None:
    """Remove everything."""
    for table in (POSTING, DOCUMENT, SHELF, BUILD):
        connection.execute(delete(table))


def note_build(connection: Connection, version: str, made_with: str) -> None:
    """Write down with what the index was made."""
    connection.execute(insert(BUILD).values(version=version, made_with=made_with))


def summary(connection: Connection) -> tuple[int, str]:
    """Return how many workplaces the index holds, and with which synonyms it was made."""
    count = select(func.count()).select_from(DOCUMENT).scalar_subquery()
    row = connection.execute(select(count, BUILD.c.made_with)).one()
    return row[0], row[1]


def generations(connection: Connection, codes: Collection[str]) -> tuple[str, Mapping[str, str]]:
    """Return the version of the index ('' without one), and the generation per municipality."""
    rows = connection.execute(
        select(SHELF.c.municipality_code, SHELF.c.generation, BUILD.c.version)
        .select_from(BUILD)
        .outerjoin(SHELF, SHELF.c.municipality_code.in_(codes))
    ).all()
    found = {code: generation for code, generation, _ in rows if code is not None}
    return (rows[0][2] if rows else "", found)


def facts_in(connection: Connection, codes: Collection[str]) -> Mapping[str, list[Facts]]:
    """Return the facts of all workplaces in these municipalities."""
    rows = connection.execute(
        select(DOCUMENT.c.municipality_code, DOCUMENT.c.facts).where(
            DOCUMENT.c.municipality_code.in_(codes)
        )
    )
    found: dict[str, list[Facts]] = defaultdict(list)
    for code, stored in rows:
        found[code].append(Facts.from_json(stored))
    return found


def postings_of(
    connection: Connection, codes: Collection[str], tokens: Collection[str]
) -> Iterator[tuple[str, str, Iterable[tuple[int, int]]]]:
    """Yield municipality, token, and (weight, workplace) of each that holds it."""
    rows = connection.execute(
        select(POSTING).where(POSTING.c.municipality_code.in_(codes), POSTING.c.token.in_(tokens))
    )
    for code, token, workplace_ids, weights in rows:
        yield code, token, zip(weights, workplace_ids, strict=True)


def tokens_beginning_with(connection: Connection, code: str, beginning: str) -> Iterable[str]:
    """Return the tokens of a municipality that begin so."""
    return connection.scalars(
        select(POSTING.c.token).where(
            POSTING.c.municipality_code == code,
            POSTING.c.token >= beginning,
            POSTING.c.token < beginning + "\U0010ffff",
        )
    )


def write(
    connection: Connection, documents: Collection[SearchDocument], removed: Collection[int] = ()
) -> None:
    """Put workplaces in, in place of what was there of them, and take those `removed` out."""
    by_code: dict[str, list[SearchDocument]] = defaultdict(list)
    for document in documents:
        by_code[document.facts.municipality_code].append(document)
    ids = [*removed, *(document.workplace_id for document in documents)]
    before = set(connection.scalars(_codes_of(ids)))
    _begin_generation(connection, sorted(before | by_code.keys()))
    if before:
        _take_out(connection, ids, before)
    for code, inside in by_code.items():
        rows = [
            {"workplace_id": each.workplace_id, "municipality_code": code, "facts": each.facts}
            for each in inside
        ]
        connection.execute(insert(DOCUMENT), rows)
        connection.execute(_ADD, {"code": code, **_columns(inside)})


def _codes_of(workplace_ids: Collection[int]) -> Select[str]:
    return select(DOCUMENT.c.municipality_code).where(DOCUMENT.c.workplace_id.in_(workplace_ids))


def _take_out(connection: Connection, workplace_ids: Collection[int], codes: set[str]) -> None:
    connection.execute(delete(DOCUMENT).where(DOCUMENT.c.workplace_id.in_(workplace_ids)))
    connection.execute(_TAKE_OUT, {"ids": list(workplace_ids), "codes": list(codes)})
    no_more = func.cardinality(POSTING.c.workplace_ids) == 0
    connection.execute(delete(POSTING).where(POSTING.c.municipality_code.in_(codes), no_more))


def _columns(documents: Iterable[SearchDocument]) -> dict[str, list[Any]]:
    """Return the postings of documents as three lists of equal length."""
    rows = [
        (token, document.workplace_id, weight)
        for document in documents
        for token, weight in document.weights().items()
    ]
    tokens, ids, weights = zip(*rows, strict=True) if rows else ((), (), ())
    return {"tokens": list(tokens), "ids": list(ids), "weights": list(weights)}


def _begin_generation(connection: Connection, codes: Collection[str]) -> None:
    """Give municipalities a new generation, and let nobody else write there until we are done.

    `codes` are in order, so two who write never wait for each other. The name is by chance,
    because a number would be given a second time after a transaction that failed.
    """
    if not codes:
        return
    given = insert(SHELF).values(
        [{"municipality_code": code, "generation": new_public_id()} for code in codes]
    )
    connection.execute(
        given.on_conflict_do_update(
            index_elements=[SHELF.c.municipality_code],
            set_={"generation": given.excluded.generation},
        )
    )
