"""A street map of what was found, where the municipality has it; see decision 0006."""

from importlib.resources import as_file, files

from flask import Response, abort, render_template, send_file

from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.asked_search import search_for
from webapp.web.headers import allow_images_from
from webapp.web.public.blueprint import blueprint
from webapp.web.public.search import (
    asked_values,
    has_street_map,
    heading_of,
    map_address,
    street_map_address,
)
from webapp.web.rate_limits import searches_per_caller
from webapp.web.site import current_site

_TILES_HOST = "https://service.pdok.nl"
_TILES = f"{_TILES_HOST}/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{{z}}/{{x}}/{{y}}.png"
_LEAFLET = files("js_lib_leaflet") / "static" / "js_lib_leaflet"
_FILES = frozenset({"leaflet.js", "leaflet.css"})
_A_DAY = 86400


@blueprint.get("/werkplekken/straatkaart")
@searches_per_caller()
@anyone(MUNICIPALITY)
def search_streets() -> tuple[str, int]:
    """Say what PDOK will see, and let the visitor open the map; the one page with its images."""
    if not has_street_map():
        abort(404)
    allow_images_from(_TILES_HOST)
    shown = search_for(asked_values(), address_of=street_map_address)
    html = render_template(
        "pages/public/search_streets.html",
        heading=heading_of(shown.page, current_site()),
        shown=shown,
        map_url=map_address(shown.page.request),
        tiles=_TILES,
    )
    return html, shown.fields.status


@blueprint.get("/bestanden/leaflet/<name>")
@anyone(MUNICIPALITY)
def leaflet_file(name: str) -> Response:
    """Give a file of Leaflet, which comes out of a package and not from another site."""
    if name not in _FILES:
        abort(404)
    with as_file(_LEAFLET / name) as file:
        return send_file(file, max_age=_A_DAY)
