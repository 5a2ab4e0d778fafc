"""A national corpus of workplaces in the real tables, the same for the same seed."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import Table, insert, update
from sqlalchemy.orm import Session
from tqdm import tqdm

from tests.bench.country import Country
from tests.bench.offer import make_offer
from tests.bench.words import Words
from webapp.core import clock
from webapp.core.db import Database
from webapp.municipalities import operations, queries
from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.search import synonyms
from webapp.workplaces import sectors
from webapp.workplaces.models import ServiceArea, VersionStatus, Workplace, WorkplaceVersion

SEED = 20260101
_BATCH = 2000
_HOSTS = 20
_BEGIN = datetime(2024, 1, 1, 9, 0, tzinfo=UTC)
# Of how many new workplaces the organisation is one that had workplaces nearby already.
_OF_KNOWN = 0.65


@dataclass(frozen=True)
class Corpus:
    """What the measurements know of the corpus: its words, and who takes part, code to slug."""

    words: Words
    hosts: dict[str, str]
    sectors: tuple[str, ...]


@dataclass
class _Rows:
    """Rows that are to be inserted, by table; the tables in the order in which they can be."""

    organisations: list[dict[str, Any]] = field(default_factory=list)
    workplaces: list[dict[str, Any]] = field(default_factory=list)
    versions: list[dict[str, Any]] = field(default_factory=list)
    areas: list[dict[str, Any]] = field(default_factory=list)

    def insert(self, session: Session) -> None:
        for model, rows in (
            (Organisation, self.organisations),
            (Workplace, self.workplaces),
            (WorkplaceVersion, self.versions),
            (ServiceArea, self.areas),
        ):
            table = model.__table__
            assert isinstance(table, Table)
            if rows:
                session.connection().execute(insert(table), rows)


class _Maker:
    """Makes the rows of one workplace after another."""

    def __init__(self, words: Words, country: Country, sector_keys: tuple[str, ...]) -> None:
        self._random = Random(SEED)
        self._words, self._country, self._sectors = words, country, sector_keys
        self._offering: dict[str, list[int]] = defaultdict(list)
        self._organisations = 0

    def add(self, rows: _Rows, number: int) -> None:
        """Add workplace `number`, which is its id and that of its version too."""
        random, code = self._random, self._country.municipality(self._random, number)
        address = self._country.address(random, code)
        near = self._country.neighbours.get(code, [])
        content = make_offer(
            random, self._words, address=address, sectors=self._sectors, neighbours=near
        )
        at = _BEGIN + timedelta(minutes=random.randrange(2 * 365 * 24 * 60))
        rows.workplaces.append(
            {
                "id": number,
                "organisation_id": self._organisation(rows, code, at),
                "municipality_code": code,
                "published_at": at,
                "created_at": at,
            }
        )
        rows.versions.append(
            {
                "id": number,
                "workplace_id": number,
                "number": 1,
                "status": VersionStatus.APPROVED,
                "content": content,
                "municipality_code": code,
                "delivery_municipality_code": code,
                "place_key": address.place_key,
                "latitude": address.latitude,
                "longitude": address.longitude,
                "created_at": at,
                "changed_at": at,
                "submitted_at": at,
                "decided_at": at,
                "lock": random.randrange(2**31),
            }
        )
        rows.areas += [
            {"workplace_id": number, "municipality_code": each} for each in content.service_area
        ]

    def _organisation(self, rows: _Rows, code: str, at: datetime) -> int:
        """Return whose workplace it is; who has many gets more."""
        known = self._offering[code]
        if known and self._random.random() < _OF_KNOWN:
            chosen = self._random.choice(known)
        else:
            chosen = self._organisations = self._organisations + 1
            rows.organisations.append(
                {
                    "id": chosen,
                    "name": self._words.name(self._random),
                    "municipality_code": code,
                    "status": OrganisationStatus.APPROVED,
                    "created_at": at,
                    "version": 1,
                }
            )
        known.append(chosen)
        return chosen


def fill(database: Database, size: int) -> Corpus:
    """Fill a migrated database that has the geography with `size` published workplaces.

    Ids are given here, so nothing else can be added to these tables by the product afterwards.
    """
    with database.writing() as session:
        sectors.load(session)
        synonyms.load(session, now=clock.now())
        country = Country.read(session)
        words = Words([group.words for group in synonyms.all_groups(session)])
        keys = tuple(sector.key for sector in sectors.all_sectors(session))
        hosts = dict(_let_take_part(session, country))
    maker = _Maker(words, country, keys)
    with tqdm(total=size, desc="corpus", unit=" workplaces", leave=False) as bar:
        for first in range(1, size + 1, _BATCH):
            numbers = range(first, min(first + _BATCH, size + 1))
            rows = _Rows()
            for number in numbers:
                maker.add(rows, number)
            with database.writing() as session:
                rows.insert(session)
            bar.update(len(numbers))
    with database.writing() as session:
        session.execute(update(Workplace).values(published_version_id=Workplace.id))
    return Corpus(words, hosts, keys)


def _let_take_part(session: Session, country: Country) -> Iterator[tuple[str, str]]:
    for code in country.taking_part(_HOSTS):
        municipality = queries.get_municipality(session, code)
        operations.join(session, municipality, now=clock.now())
        yield code, municipality.slug or ""
