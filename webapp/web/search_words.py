"""What a search and its results are called for people."""

from collections.abc import Mapping, Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from webapp.municipalities.settings import Adjacency
from webapp.search.document import Facet
from webapp.search.engine import Sort
from webapp.search.queries import Hit
from webapp.search.request import SearchRequest
from webapp.search.scope import Area, Reason
from webapp.search.whereabouts import Centre, Whereabouts
from webapp.trajectories.ladder import rungs
from webapp.trajectories.products import products
from webapp.web.site import Site
from webapp.workplaces.models import Sector

FACET_NAMES: Mapping[Facet, str] = {
    Facet.SECTOR: _l("Branche"),
    Facet.RUNG: _l("Trede"),
    Facet.PRODUCT: _l("Traject"),
}
SORT_NAMES: Mapping[Sort, str] = {
    Sort.RELEVANCE: _l("Wat het best past"),
    Sort.DISTANCE: _l("Dichtbij eerst"),
    Sort.NEWEST: _l("Nieuwste eerst"),
    Sort.NAME: _l("Op naam"),
}
PARAMETER_NAMES: Mapping[str, str] = {
    "q": _l("Wat wil je doen?"),
    "gebied": _l("Gebied"),
    "postcode": _l("Postcode of plaats"),
    "km": _l("Afstand"),
    "branche": _l("Branche"),
    "trede": _l("Trede"),
    "traject": _l("Traject"),
    "sorteer": _l("Volgorde"),
    "pagina": _l("Pagina"),
}


def facet_values(facet: Facet, sectors: Sequence[Sector]) -> dict[str, str]:
    """Return the values of a facet with their names, in the order in which people expect them."""
    if facet is Facet.SECTOR:
        return {sector.key: sector.name for sector in sectors}
    if facet is Facet.RUNG:
        return {str(rung.number): f"{rung.number}. {rung.name}" for rung in rungs()}
    return {product.code.value: product.name for product in products()}


def area_names(site: Site) -> dict[Area, str]:
    """Return the three scopes as this municipality calls them."""
    return {
        Area.SURROUNDINGS: str(_("%(name)s en aangrenzend", name=site.municipality_name)),
        Area.MUNICIPALITY: str(_("Alleen %(name)s", name=site.municipality_name)),
        Area.DISTANCE: str(_("Binnen een afstand")),
    }


def result_sentence(
    request: SearchRequest, total: int, where: Whereabouts | None, site: Site
) -> str:
    """Return what was found: '12 werkplekken met “tuin” in Duiven en aangrenzende gemeenten'."""
    found = ngettext("%(num)s werkplek", "%(num)s werkplekken", total)
    parts = [
        found if total else _("Geen werkplekken"),
        _("met “%(text)s”", text=request.text) if request.text else "",
        _area_in_words(request, where, site),
    ]
    return " ".join(str(part) for part in parts if part)


def _area_in_words(request: SearchRequest, where: Whereabouts | None, site: Site) -> str:
    """Return where was searched: 'in Duiven', or 'binnen 10 km van Duiven'."""
    if request.area is Area.DISTANCE:
        place = where.name if isinstance(where, Centre) else request.where
        return str(_("binnen %(km)s km van %(place)s", km=request.km, place=place))
    if request.area is Area.MUNICIPALITY:
        return str(_("in %(name)s", name=site.municipality_name))
    return str(_("in %(area)s", area=around(site)))


def reason_in_words(hit: Hit, site: Site) -> str:
    """Return why a workplace is among the results."""
    name = hit.municipality_name
    words = {
        Reason.OWN: _("gemeente %(name)s", name=name),
        Reason.DISTANCE: _("gemeente %(name)s", name=name),
        Reason.ADJACENT: _("aangrenzende gemeente %(name)s", name=name),
        Reason.SERVICE_AREA: _("werkt ook voor %(name)s", name=site.municipality_name),
        Reason.EXCEPTION: _("uitzondering, gemeente %(name)s", name=name),
        Reason.UNLOCATED: _("gemeente %(name)s, afstand niet bekend", name=name),
    }
    if site.settings.adjacency is Adjacency.PLACE:
        words[Reason.ADJACENT] = _("aangrenzende plaats, gemeente %(name)s", name=name)
    return str(words[hit.reason])


def around(site: Site) -> str:
    """Return a municipality with what adjoins it: 'Duiven en aangrenzende gemeenten'."""
    name = site.municipality_name
    if site.settings.adjacency is Adjacency.PLACE:
        return str(_("%(name)s en aangrenzende plaatsen", name=name))
    return str(_("%(name)s en aangrenzende gemeenten", name=name))
