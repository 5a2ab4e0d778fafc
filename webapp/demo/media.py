"""The photos, documents and videos of some workplaces of the demonstration."""

from io import BytesIO
from typing import Any

from webapp.demo.drawings import DRAWINGS
from webapp.demo.files import rows
from webapp.demo.papers import pdf_of_lines
from webapp.media.focus import Focus
from webapp.media.uploads import Uploads
from webapp.workplaces.media import MethodDocument, Photo, VideoLink


def media_of(title: str, uploads: Uploads | None) -> dict[str, Any]:
    """Return what there is to see of the workplace with this title, for its content.

    Without a place to keep files there is nothing to see.
    """
    row = next((row for row in rows("media", "media") if row["workplace"] == title), None)
    if row is None or uploads is None:
        return {}
    return {
        "photos": tuple(_photo(each, uploads) for each in row.get("photos", ())),
        "documents": tuple(_document(each, uploads) for each in row.get("documents", ())),
        "videos": tuple(VideoLink(**each) for each in row.get("videos", ())),
    }


def _photo(row: dict[str, Any], uploads: Uploads) -> Photo:
    focus = Focus(row.get("focus", Focus.CENTRE))
    key, width, height = uploads.take_photo(BytesIO(DRAWINGS[row["drawing"]]()))
    if focus is not Focus.CENTRE:
        uploads.cut(key, width, focus)
    return Photo(key, width, height, alt=row["alt"], focus=focus)


def _document(row: dict[str, Any], uploads: Uploads) -> MethodDocument:
    key, size = uploads.take_document(BytesIO(pdf_of_lines(row["lines"])))
    return MethodDocument(key, size, title=row["title"])
