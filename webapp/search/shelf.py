"""The facts of some documents, laid out so that a scope or a choice is a set of bits.

Searching then is arithmetic on whole numbers: a filter is one `&`, and a count of a facet one
`bit_count`, however many documents there are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from webapp.geo.distance import ABOUT, about_km, distance_km
from webapp.search.document import Facts
from webapp.search.facets import Facet
from webapp.search.scope import Circle, Scope
from webapp.search.title_index import TitleIndex

_NOBODY = 0


def name_order(facts: Facts) -> tuple[str, int]:
    """Return the key by which documents stand on a shelf: title, and id among equals."""
    return facts.title_key, facts.workplace_id


class Shelf:
    """Documents in the order of their titles; the nth of them is bit n of a set.

    The facts that are given twice count twice: every document stands on one shelf only.
    """

    def __init__(self, facts: Iterable[Facts]) -> None:
        self.facts: Sequence[Facts] = sorted(facts, key=name_order)
        self.everything = (1 << len(self.facts)) - 1

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """The number on this shelf of each workplace."""
        return {facts.workplace_id: number for number, facts in enumerate(self.facts)}

    @cached_property
    def by_value(self) -> Mapping[Facet, Mapping[str, int]]:
        """Of each value of each facet: the documents that have it."""
        return {facet: self._sets(facet) for facet in Facet}

    @cached_property
    def titles(self) -> TitleIndex:
        """The titles, to look up by their beginnings."""
        return TitleIndex([facts.title_key for facts in self.facts])

    @cached_property
    def from_newest(self) -> Sequence[int]:
        """The numbers of all documents, the newest first."""
        return sorted(
            range(len(self.facts)), key=lambda number: (-self.facts[number].published_at, number)
        )

    def these(self, workplace_ids: Collection[int]) -> int:
        """Return the set of those of these workplaces that stand here."""
        numbers = self.numbers
        if len(workplace_ids) > len(numbers):
            return _set_of(number for each, number in numbers.items() if each in workplace_ids)
        return _set_of(numbers[each] for each in workplace_ids if each in numbers)

    def having(self, facet: Facet, chosen: Iterable[str]) -> int:
        """Return the set of the documents that have one of the chosen values."""
        sets = self.by_value[facet]
        found = 0
        for value in chosen:
            found |= sets.get(value, 0)
        return found

    def inside(self, scope: Scope) -> int:
        """Return the set of the documents that belong to a scope."""
        if scope.circle is not None:
            return self._within(scope.circle)
        found = self.these(scope.excepted)
        for anybody, documents in self._by_whereabouts:
            if scope.reason_by_rule(anybody) is not None:
                found |= documents
        return found

    def in_order(self, documents: int) -> Iterator[Facts]:
        """Yield the documents of a set by title."""
        return (self.facts[number] for number in numbers_in(documents))

    def newest_first(self, documents: int) -> Iterator[Facts]:
        """Yield the documents of a set, the newest first; those of one moment by title."""
        return (self.facts[number] for number in self.from_newest if documents >> number & 1)

    @cached_property
    def _by_whereabouts(self) -> Collection[tuple[Facts, int]]:
        """The sets of documents that the location rule cannot tell apart, each with an example."""
        sets: dict[Facts, int] = defaultdict(int)
        for number, facts in enumerate(self.facts):
            sets[_anybody_at(facts)] |= 1 << number
        return sets.items()

    def _within(self, circle: Circle) -> int:
        found = 0
        for number, facts in enumerate(self.facts):
            if circle.reason_for(facts, _told_apart(facts, circle)) is not None:
                found |= 1 << number
        return found

    def _sets(self, facet: Facet) -> Mapping[str, int]:
        sets: dict[str, int] = defaultdict(int)
        for number, facts in enumerate(self.facts):
            for value in facts.values(facet):
                sets[value] |= 1 << number
        return dict(sets)


def numbers_in(documents: int) -> Iterator[int]:
    """Yield the numbers of the documents of a set, the lowest first."""
    while documents:
        lowest = documents & -documents
        yield lowest.bit_length() - 1
        documents ^= lowest


def _told_apart(facts: Facts, circle: Circle) -> float | None:
    """Return how far a document lies from the centre, measured only near the edge of the circle."""
    point = facts.point
    if point is None:
        return None
    about = about_km(circle.centre, point)
    is_near_edge = abs(about - circle.radius_km) <= about * ABOUT * 2
    return distance_km(circle.centre, point) if is_near_edge else about


def _set_of(numbers: Iterable[int]) -> int:
    documents = 0
    for number in numbers:
        documents |= 1 << number
    return documents


def _anybody_at(facts: Facts) -> Facts:
    """Return facts of nobody in particular, that lie where these lie and serve what they serve."""
    return Facts(
        workplace_id=_NOBODY,
        organisation_id=_NOBODY,
        municipality_code=facts.municipality_code,
        place_key=facts.place_key,
        latitude=None,
        longitude=None,
        serves=facts.serves,
        facets=(),
        published_at=0.0,
        title_key="",
        title="",
    )
