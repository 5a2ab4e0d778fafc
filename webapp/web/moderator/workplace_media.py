"""The photos and documents that a moderator checks, before visitors see them."""

from flask import Response

from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.workplace_check import review_of
from webapp.web.sent_files import FOR_ONE, document_response, photo_response
from webapp.workplaces.content import WorkplaceContent


@blueprint.get("/moderatie/werkplekken/<public_id>/fotos/<key>/<name>")
@requires(Permission.MODERATE, MUNICIPALITY)
def workplace_photo(public_id: str, key: str, name: str) -> Response:
    """Show a photo of what was handed in, or of what visitors see now."""
    return photo_response(_contents(public_id), key, name, given=FOR_ONE)


@blueprint.get("/moderatie/werkplekken/<public_id>/documenten/<key>")
@requires(Permission.MODERATE, MUNICIPALITY)
def workplace_document(public_id: str, key: str) -> Response:
    """Give a document to read."""
    return document_response(_contents(public_id), key, given=FOR_ONE)


def _contents(public_id: str) -> list[WorkplaceContent]:
    review = review_of(public_id)
    published = review.workplace.published_version
    return [version.content for version in (review.version, published) if version]
