"""The page of one workplace."""

from urllib.parse import SplitResult, urlsplit

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.municipalities.queries import get_municipality
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.location_rule import exception_that_counts
from webapp.web.public.blueprint import blueprint
from webapp.web.search_words import around
from webapp.web.site import current_site
from webapp.web.workplace_facts import groups_for_visitors
from webapp.web.workplace_links import address_of, path_of, shown_content, slug_of
from webapp.web.workplace_words import names_in
from webapp.workplaces.public import find_public_workplace


@blueprint.get("/werkplekken/<slug>-<public_id>")
@anyone(MUNICIPALITY)
def workplace(slug: str, public_id: str) -> str | Response:
    """Show a workplace in public view; under an old title, send the visitor to the new one."""
    found = find_public_workplace(db(), public_id)
    if found is None:
        abort(404)
    if slug != slug_of(found):
        return redirect(path_of(found), code=301)
    content, version = shown_content(found), found.published_version
    return render_template(
        "pages/public/workplace.html",
        workplace=found,
        content=content,
        groups=groups_for_visitors(content, names_in(db(), content)),
        exception=exception_that_counts(found),
        around=around(current_site()),
        checked_at=version and (version.decided_at or version.changed_at),
        canonical=address_of(found, get_municipality(db(), found.municipality_code).slug),
        results_url=_results_url(),
    )


def _results_url() -> str:
    """Return where the visitor came from, if that is a list on this site; else a new search."""
    came_from = urlsplit(request.referrer or "")
    if came_from.netloc == request.host and _is_list(came_from):
        return f"{came_from.path}?{came_from.query}".rstrip("?")
    return url_for("public.search")


def _is_list(address: SplitResult) -> bool:
    """Tell whether an address of this site is of results, of a visitor or of a consultant."""
    lists = (url_for("public.search"), url_for("public.workplaces_compare"))
    return address.path in lists or address.path.startswith("/consulent/zoeken/")
