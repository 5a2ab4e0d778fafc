"""The logo of an organisation with a workplace in public view."""

from flask import Response, abort

from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.public.blueprint import blueprint
from webapp.web.sent_files import FOR_EVERYONE, logo_response
from webapp.workplaces.public import find_public_organisation


@blueprint.get("/organisaties/<public_id>/logo/<key>/<name>")
@anyone(MUNICIPALITY)
def organisation_logo(public_id: str, key: str, name: str) -> Response:
    """Show the logo; 404 as soon as visitors may not see the organisation any more."""
    found = find_public_organisation(db(), public_id)
    if found is None:
        abort(404)
    return logo_response(found, key, name, given=FOR_EVERYONE)
