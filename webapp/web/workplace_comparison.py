"""Up to three workplaces side by side, as `components/comparison.html` shows them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from flask_babel import gettext as _

from webapp.geo.coordinates import Coordinates
from webapp.geo.distance import distance_km
from webapp.search.whereabouts import Centre, look_up
from webapp.web.edge import db
from webapp.web.filters import kilometres
from webapp.web.workplace_facts import Fact, address_lines, facts_of, hours_in_words
from webapp.web.workplace_links import path_of, shown_content
from webapp.web.workplace_words import Names, Written, label_of, names_in
from webapp.workplaces.models import Workplace
from webapp.workplaces.public import find_public_workplaces

MOST = 3
# More than fit in a page of results were not ticked by a visitor.
_MOST_LOOKED_UP = 20
_WORK = ("summary", "tasks", "learning", "sectors")
_PEOPLE = ("rungs", "products", "guidance_kind", "work_pressure", "independence")
_THE_REST = ("wheelchair", "toilet", "quiet_room", "availability", "allowance")


@dataclass(frozen=True)
class Column:
    """A workplace; `without_url` is the comparison without it, None when it is the only one."""

    public_id: str
    title: str
    url: str
    without_url: str | None


@dataclass(frozen=True)
class Row:
    """A property, with its value for each column."""

    label: str
    values: tuple[Written, ...]


@dataclass(frozen=True)
class Comparison:
    """What stands on the page.

    `gone` counts what was chosen and left public view. `too_many` are those that were chosen when
    they are more than fit; then there are no columns. `hidden` is the search, to be sent along.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    gone: int
    too_many: tuple[Column, ...]
    results_url: str
    hidden: Sequence[tuple[str, str]]

    @property
    def status(self) -> int:
        """The status of its page: 422 when nothing or too much was chosen to show."""
        return 200 if self.columns else 422


def comparison(
    public_ids: Sequence[str],
    *,
    where: str,
    hidden: Sequence[tuple[str, str]],
    results_url: str,
    own_url: str,
) -> Comparison:
    """Return the comparison of these workplaces, with their distance to `where` ('': none).

    They were chosen out of the results at `results_url`; `hidden` is the search as names and
    values, and goes along in the links, which lead to `own_url`.
    """
    chosen = list(dict.fromkeys(public_ids))[:_MOST_LOOKED_UP]
    found = find_public_workplaces(db(), chosen)
    columns = _columns(found, lambda ids: f"{own_url}?{urlencode([*_as_pairs(ids), *hidden])}")
    fits = len(columns) <= MOST
    return Comparison(
        columns=columns if fits else (),
        rows=_rows(found, where) if fits else (),
        gone=len(chosen) - len(found),
        too_many=() if fits else columns,
        results_url=results_url,
        hidden=hidden,
    )


def _as_pairs(public_ids: Sequence[str]) -> list[tuple[str, str]]:
    return [("id", public_id) for public_id in public_ids]


def _columns(
    found: Sequence[Workplace], url_of: Callable[[Sequence[str]], str]
) -> tuple[Column, ...]:
    ids = [workplace.public_id for workplace in found]
    return tuple(
        Column(
            public_id=workplace.public_id,
            title=shown_content(workplace).title,
            url=path_of(workplace),
            without_url=url_of([each for each in ids if each != workplace.public_id])
            if len(ids) > 1
            else None,
        )
        for workplace in found
    )


def _rows(found: Sequence[Workplace], where: str) -> tuple[Row, ...]:
    """Return the properties of which at least one workplace tells something."""
    place = look_up(db(), where) if where else None
    centre = place if isinstance(place, Centre) else None
    names = names_in(db(), *(shown_content(workplace) for workplace in found))
    facts = [_facts(workplace, names, centre) for workplace in found]
    rows = (
        Row(same[0].label, tuple(fact.value for fact in same)) for same in zip(*facts, strict=True)
    )
    return tuple(row for row in rows if any(row.values))


def _facts(workplace: Workplace, names: Names, centre: Centre | None) -> list[Fact]:
    content = shown_content(workplace)
    return [
        Fact(_("Organisatie"), workplace.organisation.name),
        Fact(_("Adres"), address_lines(content)),
        Fact(_("Afstand, rechte lijn"), _distance(workplace, centre)),
        *facts_of(content, _WORK, names),
        *facts_of(content, _PEOPLE, names),
        Fact(_("Eerst meedraaien op een proefplek"), _yes_or_no(is_so=content.try_out)),
        *facts_of(content, ("day_parts",), names),
        Fact(_("Uren per week"), hours_in_words(content)),
        *facts_of(content, ("public_transport",), names),
        Fact(label_of("transport_offered"), _yes_or_no(is_so=content.transport_offered)),
        *facts_of(content, _THE_REST, names),
    ]


def _yes_or_no(*, is_so: bool) -> str:
    return str(_("Ja") if is_so else _("Nee"))


def _distance(workplace: Workplace, centre: Centre | None) -> str:
    version = workplace.published_version
    if centre is None or version is None or version.latitude is None or version.longitude is None:
        return ""
    point = Coordinates(version.latitude, version.longitude)
    return kilometres(distance_km(centre.point, point))
