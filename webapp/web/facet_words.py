"""What the facets and their values are called for people."""

from collections.abc import Callable, Mapping, Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from webapp.search.facets import FACETS, Facet
from webapp.trajectories.ladder import rungs
from webapp.web.product_words import product_names
from webapp.web.texts import translated
from webapp.workplaces import labels
from webapp.workplaces.models import Sector
from webapp.workplaces.sections import Section


def _field(name: str) -> LazyString:
    return _l(labels.FIELDS[name])


# A facet is called as what a provider fills in for it.
FACET_NAMES: Mapping[Facet, str] = {
    Facet.SECTOR: _field("sectors"),
    Facet.RUNG: _field("rungs"),
    Facet.PRODUCT: _field("products"),
    Facet.PART_OF_DAY: _l("Dagdeel"),
    Facet.ACCESSIBILITY: _l(labels.SECTIONS[Section.ACCESSIBILITY]),
    Facet.AVAILABILITY: _field("availability"),
    Facet.TRY_OUT: _l("Proefplek"),
}
# Of each value its name, in the order in which people expect them.
_VALUE_NAMES: Mapping[Facet, Callable[[], Sequence[str]]] = {
    Facet.RUNG: lambda: [f"{rung.number}. {translated(rung.name)}" for rung in rungs()],
    Facet.PRODUCT: lambda: list(product_names().values()),
    Facet.PART_OF_DAY: lambda: [_("Ochtend"), _("Middag"), _("Avond"), _("Weekend")],
    Facet.ACCESSIBILITY: lambda: [
        _(labels.FIELDS[field]) for field in ("wheelchair", "toilet", "quiet_room")
    ],
    Facet.AVAILABILITY: lambda: [_(name) for name in labels.AVAILABILITIES.values()],
    Facet.TRY_OUT: lambda: [_("Je kunt eerst meedraaien")],
}


def facet_values(facet: Facet, sectors: Sequence[Sector]) -> dict[str, str]:
    """Return the values of a facet with their names, in the order in which people expect them."""
    if facet is Facet.SECTOR:
        return {sector.key: translated(sector.name) for sector in sectors}
    return dict(zip(FACETS[facet].choices, _VALUE_NAMES[facet](), strict=True))
