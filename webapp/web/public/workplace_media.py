"""The photos and documents of a workplace in public view."""

from flask import Response, abort

from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.public.blueprint import blueprint
from webapp.web.sent_files import FOR_EVERYONE, document_response, photo_response
from webapp.web.workplace_links import shown_content
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.media import shown
from webapp.workplaces.public import find_public_workplace


@blueprint.get("/werkplekken/<public_id>/fotos/<key>/<name>")
@anyone(MUNICIPALITY)
def workplace_photo(public_id: str, key: str, name: str) -> Response:
    """Show a photo; 404 as soon as visitors may not see the workplace any more."""
    content = _content_or_404(public_id)
    seen = content.changed(photos=shown(content.photos))
    return photo_response([seen], key, name, given=FOR_EVERYONE)


@blueprint.get("/werkplekken/<public_id>/documenten/<key>")
@anyone(MUNICIPALITY)
def workplace_document(public_id: str, key: str) -> Response:
    """Give a document to keep."""
    return document_response([_content_or_404(public_id)], key, given=FOR_EVERYONE)


def _content_or_404(public_id: str) -> WorkplaceContent:
    found = find_public_workplace(db(), public_id)
    if found is None:
        abort(404)
    return shown_content(found)
