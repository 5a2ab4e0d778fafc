"""The page of one workplace."""

from urllib.parse import SplitResult, urlsplit

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.municipalities.queries import get_municipality
from webapp.permissions.table import Permission
from webapp.statistics.models import CountKind
from webapp.web.access import MUNICIPALITY, anyone, has
from webapp.web.counting import note_seen
from webapp.web.edge import db
from webapp.web.kept_pages import kept_page
from webapp.web.languages import page_language
from webapp.web.location_rule import exception_that_counts
from webapp.web.organisation_logo import SMALL, shown_logo
from webapp.web.organisation_page import organisation_path
from webapp.web.public.blueprint import blueprint
from webapp.web.search_words import around
from webapp.web.site import current_site
from webapp.web.workplace_facts import groups_for_visitors
from webapp.web.workplace_links import address_on, path_of, shown_content
from webapp.web.workplace_media import MediaAddresses
from webapp.web.workplace_words import names_in
from webapp.workplaces.public import find_public_workplace


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


@blueprint.get("/werkplekken/<slug>-<public_id>")
@kept_page(differs_by=_results_url)
@anyone(MUNICIPALITY)
def workplace(slug: str, public_id: str) -> str | Response:
    """Show a workplace in public view; under an old title, send the visitor to the new one."""
    found = find_public_workplace(db(), public_id)
    if found is None:
        abort(404)
    content, version = shown_content(found), found.published_version
    if slug != content.slug:
        return redirect(path_of(found), code=301)
    note_seen(CountKind.VIEW, [public_id])
    own_site = get_municipality(db(), found.municipality_code).slug
    return render_template(
        "pages/public/workplace.html",
        workplace=found,
        content=content,
        organisation_url=organisation_path(found.organisation),
        logo=shown_logo(found.organisation, "public", SMALL),
        media=MediaAddresses("public", public_id).media_of(content),
        groups=groups_for_visitors(content, names_in(db(), content)),
        exception=exception_that_counts(found),
        around=around(current_site()),
        checked_at=version and (version.decided_at or version.changed_at),
        canonical=address_on(own_site, path_of(found)),
        results_url=_results_url(),
        searches_for_clients=has(Permission.SEARCH_FOR_CLIENT) and page_language().is_source,
    )
