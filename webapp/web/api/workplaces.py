"""Searching for workplaces, for programs: the search of the pages, but strict."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, jsonify, request
from flask_babel import gettext as _

from webapp.municipalities.models import Municipality
from webapp.municipalities.queries import find_current, taking_part
from webapp.municipalities.settings import Adjacency, get_settings
from webapp.search import parameters, queries
from webapp.search.asking import Hit
from webapp.search.facets import FACETS
from webapp.search.queries import ResultPage, Viewpoint
from webapp.search.scope import Reason
from webapp.search.whereabouts import AmbiguousPlace, UnknownPlace
from webapp.web.access import MUNICIPALITY, PLATFORM, anyone
from webapp.web.api.blueprint import blueprint
from webapp.web.api.problems import wrong_parameters
from webapp.web.edge import db
from webapp.web.kept_pages import kept_page
from webapp.web.ports import ports
from webapp.web.rate_limits import searches_per_caller
from webapp.web.site import current_site
from webapp.web.workplace_links import address_on, path_to
from webapp.web.workplace_media import MediaAddresses
from webapp.workplaces.listing import ListedWorkplace
from webapp.workplaces.media import shown
from webapp.workplaces.sectors import all_sectors

_NAMES = (*parameters.NAMES, "gemeente", parameters.PER_PAGE)
_REASONS: Mapping[Reason, str] = {
    Reason.OWN: "gemeente",
    Reason.SERVICE_AREA: "werkgebied",
    Reason.ADJACENT: "aangrenzend",
    Reason.EXCEPTION: "uitzondering",
    Reason.DISTANCE: "afstand",
    Reason.UNLOCATED: "afstand-onbekend",
}


@blueprint.get("/werkplekken")
@searches_per_caller()
@kept_page()
@anyone(MUNICIPALITY, PLATFORM)
def workplaces_search() -> Response:
    """Answer a search; anything in it that cannot be used is refused by name."""
    values = request.args.to_dict(flat=False)
    asked = parameters.understand(values, [sector.key for sector in all_sectors(db())])
    problems = {**parameters.unknown_names(values, _NAMES), **asked.problems, **_unclear(values)}
    municipality = _municipality(problems)
    if problems or municipality is None:
        return wrong_parameters(problems)
    viewpoint = Viewpoint(municipality.code, _adjacency_of(municipality))
    page = queries.search(db(), ports().search_engine, asked.request, viewpoint=viewpoint)
    problems = _place_problems(page)
    return wrong_parameters(problems) if problems else jsonify(_answer(page, asked.request.page))


def _unclear(values: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return a problem for each parameter that is given twice, of which the pages take the last."""
    repeatable = {kind.parameter for kind in FACETS.values()}
    return {
        name: _("Geef deze parameter één keer.")
        for name, texts in values.items()
        if len(texts) > 1 and name not in repeatable
    }


def _municipality(problems: dict[str, str]) -> Municipality | None:
    """Return the municipality that is asked for, or that of the host; else note a problem."""
    code = request.args.get("gemeente", "")
    municipality = find_current(db(), code) if code else current_site().municipality
    if municipality is None:
        problems["gemeente"] = _("Geef de code van een gemeente, zoals GM0226.")
    return municipality


def _adjacency_of(municipality: Municipality) -> Adjacency:
    """Return what counts as adjacent for a municipality; that of the host is known already."""
    site = current_site()
    if site.municipality is not None and site.municipality.code == municipality.code:
        return site.settings.adjacency
    return get_settings(db(), municipality.code).adjacency


def _place_problems(page: ResultPage) -> dict[str, str]:
    if isinstance(page.where, UnknownPlace):
        return {"postcode": _("Deze postcode of plaats bestaat niet.")}
    if isinstance(page.where, AmbiguousPlace):
        choices = "; ".join(choice.text for choice in page.where.choices)
        text = _("Er zijn meer plaatsen met deze naam. Kies uit: %(choices)s.", choices=choices)
        return {"postcode": text}
    return {}


def _answer(page: ResultPage, number: int) -> dict[str, Any]:
    """Return page `number` of the results; beyond the last there is nothing on it."""
    slugs = {each.code: each.slug for each in taking_part(db())}
    hits = page.hits if number == page.request.page else ()
    return {
        **_what_was_sought(page),
        "totaal": page.total,
        "pagina": number,
        "perPagina": page.request.per_page,
        "werkplekken": [_row(hit, slugs) for hit in hits],
        "facetten": {kind.parameter: page.facets[facet] for facet, kind in FACETS.items()},
    }


def _what_was_sought(page: ResultPage) -> dict[str, Any]:
    """Return how what was sought differs from what was asked; nothing when it does not."""
    differs = {
        "tekst": page.instead,
        "bedoelde": page.maybe,
        "gedeeltelijk": page.is_partial,
    }
    said = {name: value for name, value in differs.items() if value}
    return {"gezocht": said} if said else {}


def _row(hit: Hit, slugs: Mapping[str, str | None]) -> dict[str, Any]:
    """Return a workplace, with its address on the site of the municipality that checks it."""
    workplace, content = hit.workplace, hit.workplace.content
    path = path_to(workplace.public_id, content)
    return {
        "id": workplace.public_id,
        "titel": content.title,
        "organisatie": workplace.organisation,
        "plaats": content.place,
        "gemeente": workplace.municipality_name,
        "afstandKm": None if hit.distance_km is None else round(hit.distance_km, 2),
        "reden": _REASONS[hit.reason],
        "url": address_on(slugs.get(workplace.checked_by), path),
        "foto": _photo(workplace, slugs),
    }


def _photo(workplace: ListedWorkplace, slugs: Mapping[str, str | None]) -> dict[str, Any] | None:
    """Return the main photo as a JPEG, with what is to be seen on it."""
    main = next(iter(shown(workplace.content.photos)), None)
    if main is None:
        return None
    picture = MediaAddresses("public", workplace.public_id).picture(main)
    return {
        "url": address_on(slugs.get(workplace.checked_by), picture.src),
        "beschrijving": main.alt,
    }
