"""What a search and its results are called for people."""

from collections.abc import Mapping
from dataclasses import replace

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from webapp.core.i18n import N_
from webapp.municipalities.settings import Adjacency
from webapp.search.asking import Hit
from webapp.search.engine import Sort
from webapp.search.facets import FACETS
from webapp.search.queries import ResultPage
from webapp.search.request import SearchRequest
from webapp.search.scope import Area, Reason
from webapp.search.whereabouts import Centre, Whereabouts
from webapp.web.facet_words import FACET_NAMES
from webapp.web.site import Site

_REASONS: Mapping[Reason, str] = {
    Reason.OWN: N_("gemeente %(name)s"),
    Reason.DISTANCE: N_("gemeente %(name)s"),
    Reason.ADJACENT: N_("buurgemeente %(name)s"),
    Reason.SERVICE_AREA: N_("werkt ook voor %(name)s"),
    Reason.EXCEPTION: N_("uitzondering, gemeente %(name)s"),
    Reason.UNLOCATED: N_("gemeente %(name)s, afstand niet bekend"),
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
    **{kind.parameter: FACET_NAMES[facet] for facet, kind in FACETS.items()},
    "sorteer": _l("Volgorde"),
    "pagina": _l("Pagina"),
    "perPagina": _l("Aantal per pagina"),
}


def area_names(site: Site) -> dict[Area, str]:
    """Return the three scopes as this municipality calls them."""
    return {
        Area.SURROUNDINGS: str(_("%(name)s en omgeving", name=site.municipality_name)),
        Area.MUNICIPALITY: str(_("Alleen %(name)s", name=site.municipality_name)),
        Area.DISTANCE: str(_("Binnen een afstand")),
    }


def result_sentence(
    request: SearchRequest,
    total: int,
    where: Whereabouts | None,
    site: Site,
    *,
    is_partial: bool = False,
) -> str:
    """Return what was found: '12 werkplekken met “tuin” in Duiven en buurgemeenten'."""
    found = ngettext("%(num)s werkplek", "%(num)s werkplekken", total)
    found = found if total else _("Geen werkplekken")
    sought = search_in_words(request, where, site, is_partial=is_partial)
    return f"{found} {sought}"


def search_in_words(
    request: SearchRequest, where: Whereabouts | None, site: Site, *, is_partial: bool = False
) -> str:
    """Return what is searched for and where: 'met “tuin” in Duiven en buurgemeenten'."""
    with_text = _("met een deel van “%(text)s”") if is_partial else _("met “%(text)s”")
    text = with_text % {"text": request.text} if request.text else ""
    return f"{text} {_area_in_words(request, where, site)}".lstrip()


def page_sentence(page: ResultPage, site: Site) -> str:
    """Return what was found, in the words that were sought: a slip of the pen is mended there."""
    sought = replace(page.request, text=page.instead or page.request.text)
    return result_sentence(sought, page.total, page.where, site, is_partial=page.is_partial)


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
    text = _REASONS[hit.reason]
    if hit.reason is Reason.ADJACENT and site.settings.adjacency is Adjacency.PLACE:
        text = N_("plaats ernaast, gemeente %(name)s")
    is_for_us = hit.reason is Reason.SERVICE_AREA
    name = site.municipality_name if is_for_us else hit.workplace.municipality_name
    return str(_(text, name=name))


def around(site: Site) -> str:
    """Return a municipality with what adjoins it: 'Duiven en buurgemeenten'."""
    name = site.municipality_name
    if site.settings.adjacency is Adjacency.PLACE:
        return str(_("%(name)s en de plaatsen ernaast", name=name))
    return str(_("%(name)s en buurgemeenten", name=name))
