"""What an engine is given of a workplace."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple, Self

from webapp.core.text import fold, one_line
from webapp.geo.coordinates import Coordinates
from webapp.search.analysis.tokens import Synonyms, name_tokens, text_tokens
from webapp.search.facets import Facet, facets_of
from webapp.workplaces.models import Workplace, WorkplaceVersion

# Another number makes every index build anew: raise it when documents get another shape.
DOCUMENT_VERSION = 4


class TextField(IntEnum):
    """The texts in which words are sought; the value is the weight of a match.

    Each weight is more than all lower ones together: of two matches of the same kind, the one in
    the title comes first.
    """

    TITLE = 16
    TASKS = 8
    SUMMARY = 4
    LEARNING = 2
    ORGANISATION = 1  # with the sectors, for whom it is, and how accessible


class Facts(NamedTuple):
    """What an engine must know of a workplace besides its words, to place, filter and sort it.

    `facets` has the values of each facet, in the order of the facets.
    """

    workplace_id: int
    organisation_id: int
    municipality_code: str
    place_key: str | None
    latitude: float | None
    longitude: float | None
    serves: tuple[str, ...]
    facets: tuple[tuple[str, ...], ...]
    published_at: float
    title_key: str
    title: str

    @classmethod
    def from_json(cls, stored: list[Any]) -> Self:
        """Return the facts that were kept as JSON, which knows no tuples."""
        facts = cls(*stored)
        facets = tuple(tuple(values) for values in facts.facets)
        return facts._replace(serves=tuple(facts.serves), facets=facets)

    @property
    def point(self) -> Coordinates | None:
        """Where the delivery address lies, when that is known."""
        if self.latitude is None or self.longitude is None:
            return None
        return Coordinates(self.latitude, self.longitude)

    def values(self, facet: Facet) -> tuple[str, ...]:
        """Return what this workplace has for a facet."""
        return self.facets[facet]

    def has(self, facet: Facet, chosen: frozenset[str]) -> bool:
        """Tell whether this workplace has one of the chosen values."""
        return not chosen.isdisjoint(self.facets[facet])


@dataclass(frozen=True)
class SearchDocument:
    """A workplace as engines keep it: its facts, and its tokens per text."""

    facts: Facts
    tokens: Mapping[TextField, frozenset[str]]

    @property
    def workplace_id(self) -> int:
        """The workplace's own key, under which it is replaced or removed."""
        return self.facts.workplace_id

    def weights(self) -> dict[str, int]:
        """Return each token with the summed weights of the texts that hold it."""
        weights: dict[str, int] = {}
        for field, tokens in self.tokens.items():
            for token in tokens:
                weights[token] = weights.get(token, 0) + field
        return weights


def document_of(
    workplace: Workplace,
    *,
    sector_names: Mapping[str, str],
    municipality_name: str,
    synonyms: Synonyms,
) -> SearchDocument:
    """Return the document of a workplace in public view.

    `sector_names` maps keys of sectors to names; `municipality_name` is that of the delivery
    address. Raise ValueError for a workplace that is not published.
    """
    version = workplace.published_version
    if version is None:
        message = f"workplace {workplace.id} is not published"
        raise ValueError(message)
    content = version.content
    sectors = " ".join(sector_names.get(key, "") for key in content.sectors)
    for_whom = f"{content.target_group} {content.accessibility_notes}"
    texts = {
        TextField.TITLE: content.title,
        TextField.TASKS: content.tasks,
        TextField.SUMMARY: content.summary,
        TextField.LEARNING: f"{content.learning} {content.special} {content.training}",
        TextField.ORGANISATION: f"{workplace.organisation.name} {sectors} {for_whom}",
    }
    tokens = {field: text_tokens(text, synonyms) for field, text in texts.items()}
    tokens[TextField.ORGANISATION] |= name_tokens((content.place, municipality_name))
    return SearchDocument(facts_of_version(workplace, version), tokens)


def title_key(title: str) -> str:
    """Return what titles are put in order by, and told apart by."""
    return one_line(fold(title))


def facts_of_version(workplace: Workplace, version: WorkplaceVersion) -> Facts:
    """Return what places, filters and sorts a workplace when visitors see this version."""
    content = version.content
    return Facts(
        workplace_id=workplace.id,
        organisation_id=workplace.organisation_id,
        # An address that is not understood counts for the municipality that checked it.
        municipality_code=version.delivery_municipality_code or workplace.municipality_code,
        place_key=version.place_key,
        latitude=version.latitude,
        longitude=version.longitude,
        serves=content.service_area,
        facets=facets_of(content),
        published_at=(workplace.published_at or version.changed_at).timestamp(),
        title_key=title_key(content.title),
        title=one_line(content.title),
    )
