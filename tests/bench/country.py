"""Where the workplaces of the corpus lie: in all municipalities, in real postcode areas."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from random import Random
from string import ascii_uppercase
from typing import Self

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.municipalities.models import Municipality, MunicipalityNeighbour, Place, PostcodeArea

# How far an address lies from the point of its postcode area, in degrees.
_SPREAD = 0.01


@dataclass(frozen=True)
class Address:
    """A delivery address with what the tables know of it."""

    municipality_code: str
    postcode: str
    place: str
    place_key: str | None
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Country:
    """What is read once of the geographic tables."""

    populations: dict[str, int]
    areas: dict[str, list[PostcodeArea]]
    place_keys: frozenset[str]
    neighbours: dict[str, list[str]]

    @classmethod
    def read(cls, session: Session) -> Self:
        areas: dict[str, list[PostcodeArea]] = defaultdict(list)
        for area in session.scalars(select(PostcodeArea).order_by(PostcodeArea.postcode4)):
            areas[area.municipality_code].append(area)
        neighbours: dict[str, list[str]] = defaultdict(list)
        for pair in session.scalars(
            select(MunicipalityNeighbour).order_by(MunicipalityNeighbour.neighbour_code)
        ):
            neighbours[pair.municipality_code].append(pair.neighbour_code)
        inhabited = session.scalars(select(Municipality).order_by(Municipality.code))
        return cls(
            populations={each.code: each.population for each in inhabited if each.code in areas},
            areas=areas,
            place_keys=frozenset(session.scalars(select(Place.key))),
            neighbours=neighbours,
        )

    @cached_property
    def codes(self) -> list[str]:
        """The municipalities."""
        return list(self.populations)

    @cached_property
    def _weights(self) -> list[int]:
        return list(accumulate(self.populations.values()))

    def taking_part(self, number: int) -> list[str]:
        """Return some municipalities, from the largest to the smallest."""
        by_size = sorted(self.codes, key=self.populations.__getitem__, reverse=True)
        return by_size[:: len(by_size) // number][:number]

    def municipality(self, random: Random, number: int) -> str:
        """Return where workplace `number` lies: each has one, then most have the largest."""
        if number <= len(self.codes):
            return self.codes[number - 1]
        return random.choices(self.codes, cum_weights=self._weights)[0]

    def address(self, random: Random, code: str) -> Address:
        """Return an address in a municipality."""
        area = random.choice(self.areas[code])
        key = f"{area.place_name}|{code}"
        letters = "".join(random.choices(ascii_uppercase, k=2))
        return Address(
            municipality_code=code,
            postcode=f"{area.postcode4} {letters}",
            place=area.place_name,
            place_key=key if key in self.place_keys else None,
            latitude=area.latitude + random.uniform(-_SPREAD, _SPREAD),
            longitude=area.longitude + random.uniform(-_SPREAD, _SPREAD),
        )
