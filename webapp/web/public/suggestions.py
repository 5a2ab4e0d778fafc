"""What may be meant by what somebody is typing in a search form; for the script of that form."""

from collections.abc import Iterator

from flask import Response, jsonify
from flask_babel import gettext as _
from flask_babel import ngettext

from webapp.search import parameters
from webapp.search.queries import Viewpoint
from webapp.search.suggestions import Suggestions, suggest
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.ports import ports
from webapp.web.public.blueprint import blueprint
from webapp.web.public.search import asked_values
from webapp.web.rate_limits import searches_per_caller
from webapp.web.site import current_municipality, current_site


@blueprint.get("/werkplekken/suggesties")
@searches_per_caller()
@anyone(MUNICIPALITY)
def search_suggestions() -> Response:
    """Answer what `q` may be the beginning of in the area `gebied`, and how to say how many.

    No browser keeps it: what is hidden is gone the next time that it is asked for.
    """
    asked = parameters.understand(asked_values(), ()).request
    viewpoint = Viewpoint(current_municipality().code, current_site().settings.adjacency)
    found = suggest(db(), ports().search_engine, asked.text, asked.area, viewpoint=viewpoint)
    items = list(_items(found))
    response = jsonify(suggesties=items, melding=_how_many(len(items)))
    response.headers["Cache-Control"] = "no-store"
    return response


def _items(found: Suggestions) -> Iterator[dict[str, object]]:
    """Yield each suggestion with its kind and what it fills in.

    `melding` is what to say when it was picked; without it what is filled in is searched for.
    """
    kinds = ((_("werkplek"), found.titles), (_("soort werk"), found.sectors))
    for kind, texts in kinds:
        for text in texts:
            yield {"tekst": text, "soort": kind, "velden": {"q": text}}
    for place in found.places:
        yield {
            "tekst": place.text,
            "soort": _("plaats"),
            "velden": {"q": place.words_before, "postcode": place.text},
            "melding": _("Bij de plaats staat nu %(place)s.", place=place.text),
        }


def _how_many(count: int) -> str:
    """Return what a screen reader says when the list opens, '' when there is none."""
    if not count:
        return ""
    return str(
        ngettext(
            "%(num)s suggestie. Kies met de pijltjes.",
            "%(num)s suggesties. Kies met de pijltjes.",
            count,
        )
    )
