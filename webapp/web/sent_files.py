"""Answering with a file that somebody sent once: never run, and never shown as a page."""

from collections.abc import Iterable, Mapping
from typing import BinaryIO

from flask import Response, abort
from werkzeug.wsgi import FileWrapper

from webapp.core.text import slugify
from webapp.media import logos
from webapp.media.renditions import FORMATS, names_of
from webapp.media.uploads import DOCUMENT
from webapp.organisations.models import Organisation
from webapp.web.ports import ports
from webapp.workplaces.content import WorkplaceContent

# A file never changes under its address. Only the visitor's own browser keeps it: what is hidden
# must be gone for the next one. Other sites may show it: the API tells a municipality's own site of
# the address.
FOR_EVERYONE = {
    "Cache-Control": "private, max-age=31536000, immutable",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
FOR_ONE = {"Cache-Control": "no-store"}
_HARMLESS = "default-src 'none'; sandbox"
# A photo that is looked at by itself: browsers put it in the middle by a style of their own.
_HARMLESS_PHOTO = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def photo_response(
    contents: Iterable[WorkplaceContent], key: str, name: str, *, given: Mapping[str, str]
) -> Response:
    """Answer with a photo that one of `contents` shows; 404 for any other."""
    known = any(
        photo.key == key and name in names_of(photo.width, photo.focus)
        for content in contents
        for photo in content.photos
    )
    if not known:
        abort(404)
    return _picture(key, name, FORMATS, given)


def logo_response(
    organisation: Organisation, key: str, name: str, *, given: Mapping[str, str]
) -> Response:
    """Answer with the logo that an organisation has now; 404 for any other."""
    logo = organisation.logo
    if logo is None or logo.key != key or name not in logos.names_of(logo.width):
        abort(404)
    return _picture(key, name, logos.FORMATS, given)


def document_response(
    contents: Iterable[WorkplaceContent], key: str, *, given: Mapping[str, str]
) -> Response:
    """Answer with a document of one of `contents`, to be kept by the reader; 404 for any other."""
    title = next(
        (
            document.title
            for content in contents
            for document in content.documents
            if document.key == key
        ),
        None,
    )
    if title is None:
        abort(404)
    name = f"{slugify(title) or 'document'}.pdf"
    headers = {
        "Content-Type": "application/pdf",
        "Content-Security-Policy": _HARMLESS,
        "Content-Disposition": f'attachment; filename="{name}"',
    }
    return _response(key, DOCUMENT, {**headers, **given})


def _picture(key: str, name: str, formats: Mapping[str, str], given: Mapping[str, str]) -> Response:
    kind = formats[name.rsplit(".", 1)[1]]
    headers = {"Content-Type": kind, "Content-Security-Policy": _HARMLESS_PHOTO}
    return _response(key, name, {**headers, **given})


def _response(key: str, name: str, headers: Mapping[str, str]) -> Response:
    stored = ports().uploads.storage.open(key, name)
    response = Response(_in_pieces(stored.stream), direct_passthrough=True)
    response.headers.update(headers)
    response.content_length = stored.size
    return response


def _in_pieces(stream: BinaryIO) -> FileWrapper:
    return FileWrapper(stream, buffer_size=64 * 1024)
