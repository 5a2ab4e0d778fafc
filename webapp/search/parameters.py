"""The search in an address: Dutch names of parameters, read and written."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from webapp.core.text import one_line, whole_number
from webapp.search.engine import Sort
from webapp.search.facets import FACETS
from webapp.search.request import DEFAULT_KM, DEFAULT_PER_PAGE, SearchRequest
from webapp.search.scope import Area

AREAS = {
    "gemeente": Area.MUNICIPALITY,
    "omgeving": Area.SURROUNDINGS,
    "afstand": Area.DISTANCE,
}
SORTS = {
    "relevantie": Sort.RELEVANCE,
    "afstand": Sort.DISTANCE,
    "nieuw": Sort.NEWEST,
    "naam": Sort.NAME,
}
_AREA_NAMES = {area: name for name, area in AREAS.items()}
_SORT_NAMES = {sort: name for name, sort in SORTS.items()}
_FACET_NAMES = tuple(kind.parameter for kind in FACETS.values())
# What is filled in above the filters, and all that can stand in the address of a page, in the
# order in which it is written.
FIELD_NAMES = ("q", "gebied", "postcode", "km")
NAMES = (*FIELD_NAMES, *_FACET_NAMES, "sorteer", "pagina")
# Only programs say how many stand on a page.
PER_PAGE = "perPagina"
LONGEST_TEXT = 200
LARGEST_KM = 100
LARGEST_PER_PAGE = 100
LARGEST_PAGE = 100_000


@dataclass(frozen=True)
class Understood:
    """A request, and what could not be used of it: name of the parameter to a Dutch sentence."""

    request: SearchRequest
    problems: Mapping[str, str]


def understand(values: Mapping[str, Sequence[str]], sectors: Collection[str]) -> Understood:
    """Return the search that `values` ask for; what cannot be used is left out, and named.

    `values` has a list for each parameter, as an address gives them; `sectors` are the keys that
    exist. Of names that are unknown here nothing is said: see `unknown_names`.
    """
    read = _Reader(values)
    request = SearchRequest(
        text=read.text("q"),
        area=AREAS.get(read.one_of("gebied", AREAS), Area.SURROUNDINGS),
        where=read.text("postcode"),
        km=read.number("km", LARGEST_KM, DEFAULT_KM),
        chosen={
            facet: chosen
            for facet, kind in FACETS.items()
            if (chosen := read.all_of(kind.parameter, kind.choices or sectors))
        },
        sort=SORTS.get(read.one_of("sorteer", SORTS)),
        page=read.number("pagina", LARGEST_PAGE, 1),
        per_page=read.number(PER_PAGE, LARGEST_PER_PAGE, DEFAULT_PER_PAGE),
    )
    return Understood(_without_unplaced(request, read.problems), read.problems)


def unknown_names(values: Collection[str], known: Collection[str]) -> dict[str, str]:
    """Return a problem for each name that is not among `known`."""
    return {
        name: "Deze parameter kennen we niet. Laat hem weg." for name in values if name not in known
    }


def query_string(request: SearchRequest) -> str:
    """Return the one way to write `request` in an address; what is by default is left out."""
    return urlencode(pairs_of(request))


def pairs_of(request: SearchRequest) -> list[tuple[str, str]]:
    """Return the names and values that stand for `request` in an address or a form."""
    in_circle = request.area is Area.DISTANCE
    pairs = [
        ("q", request.text),
        ("gebied", "" if request.area is Area.SURROUNDINGS else _AREA_NAMES[request.area]),
        ("postcode", request.where),
        ("km", str(request.km) if in_circle else ""),
        *(
            (kind.parameter, value)
            for facet, kind in FACETS.items()
            for value in request.choices(facet)
        ),
        ("sorteer", _SORT_NAMES[request.sort] if request.sort else ""),
        ("pagina", str(request.page) if request.page > 1 else ""),
        (PER_PAGE, str(request.per_page) if request.per_page != DEFAULT_PER_PAGE else ""),
    ]
    return [(name, value) for name, value in pairs if value]


@dataclass
class _Reader:
    """Reads values and notes what is wrong with them, under the name of the parameter."""

    values: Mapping[str, Sequence[str]]
    problems: dict[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a text on one line, cut where it is too long."""
        text = one_line(self._last(name).replace("\0", " "))
        if len(text) > LONGEST_TEXT:
            self.problems[name] = f"Maak dit korter: hooguit {LONGEST_TEXT} tekens."
        return text[:LONGEST_TEXT].rstrip()

    def one_of(self, name: str, known: Collection[str]) -> str:
        """Return a value that must be one of `known`, or '' ."""
        value = self._last(name)
        if value and value not in known:
            self.problems[name] = f"Kies uit: {', '.join(known)}."
        return value

    def all_of(self, name: str, known: Collection[str]) -> tuple[str, ...]:
        """Return the values that are among `known`, each once, in a fixed order."""
        given = {value for value in self.values.get(name, ()) if value}
        if given.difference(known):
            self.problems[name] = "Kies uit de lijst."
        return tuple(sorted(given.intersection(known)))

    def number(self, name: str, largest: int, default: int) -> int:
        """Return a whole number from 1 to `largest`, or `default`."""
        value = self._last(name)
        if not value:
            return default
        found = whole_number(value)
        if found is not None and 1 <= found <= largest:
            return found
        self.problems[name] = f"Vul een heel getal in van 1 tot en met {largest}."
        return default

    def _last(self, name: str) -> str:
        return (self.values.get(name) or ("",))[-1].strip()


def _without_unplaced(request: SearchRequest, problems: dict[str, str]) -> SearchRequest:
    """Return `request` without what needs a place when no place is given."""
    if request.where:
        return request
    if request.area is Area.DISTANCE:
        problems["postcode"] = "Vul een postcode of plaats in om op afstand te zoeken."
        request = replace(request, area=Area.SURROUNDINGS)
    if request.sort is Sort.DISTANCE:
        problems["sorteer"] = "Vul een postcode of plaats in om op afstand te sorteren."
        request = replace(request, sort=None)
    return request
