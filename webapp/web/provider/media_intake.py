"""Taking in the files of a form: what is good is kept, of the rest is said what is wrong."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Any, TypeVar

from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

from webapp.media.errors import FileRefusedError
from webapp.media.limits import MAX_DOCUMENTS, MAX_PHOTOS
from webapp.media.uploads import Uploads
from webapp.web.provider.files import name_of, stream_of
from webapp.web.provider.media_form import MediaForm
from webapp.workplaces.media import MAX_TITLE, MethodDocument, Photo

Taken = TypeVar("Taken")
_LONGEST_NAME = 60
# Of each kind in one form: what is too much is named file by file, but no hundreds of them.
_MOST_AT_ONCE = 25


@dataclass(frozen=True)
class Intake:
    """What came of the files of a form; the problems by field, a sentence for each file."""

    photos: tuple[Photo, ...]
    documents: tuple[MethodDocument, ...]
    problems: dict[str, list[str]]

    @property
    def has_some(self) -> bool:
        """Whether anything was taken."""
        return bool(self.photos or self.documents)

    def added_to(self, draft: dict[str, Any]) -> dict[str, Any]:
        """Return `draft` with what was taken behind what was there."""
        return draft | {
            "photos": draft["photos"] + self.photos,
            "documents": draft["documents"] + self.documents,
        }


def take_in(uploads: Uploads, form: MediaForm) -> Intake:
    """Keep the good files of a form. Raise MediaAwayError when none can be kept now."""
    content = form.content
    _cut_anew(uploads, form)
    photos, bad_photos = _take_each(
        form.sent("photos"),
        MAX_PHOTOS - len(content.photos),
        _("Er zijn al 12 foto's. Haal er eerst een weg."),
        lambda file: Photo(*uploads.take_photo(stream_of(file), name_of(file))),
    )
    documents, bad_documents = _take_each(
        form.sent("documents"),
        MAX_DOCUMENTS - len(content.documents),
        _("Er zijn al 5 documenten. Haal er eerst een weg."),
        lambda file: MethodDocument(
            *uploads.take_document(stream_of(file), name_of(file)), title=_title(file)
        ),
    )
    problems = {"photos": bad_photos, "documents": bad_documents}
    return Intake(photos, documents, {name: texts for name, texts in problems.items() if texts})


def _cut_anew(uploads: Uploads, form: MediaForm) -> None:
    """Cut the photos for a card of which something else is to stay in view."""
    for old, new in zip(form.content.photos, form.to_draft()["photos"], strict=True):
        if old.focus is not new.focus:
            uploads.cut(new.key, new.width, new.focus)


def _take_each(
    files: Sequence[FileStorage], room: int, full: str, take: Callable[[FileStorage], Taken]
) -> tuple[tuple[Taken, ...], list[str]]:
    taken: list[Taken] = []
    problems = []
    if len(files) > _MOST_AT_ONCE:
        return (), [_("Kies minder bestanden tegelijk: hooguit %(most)s.", most=_MOST_AT_ONCE)]
    for file in files:
        if len(taken) >= room:
            problems.append(f"{_name(file)}: {full}")
            continue
        try:
            taken.append(take(file))
        except FileRefusedError as refusal:
            problems.append(f"{_name(file)}: {_(refusal.sentence)}")
    return tuple(taken), problems


def _name(file: FileStorage) -> str:
    """Return what a file is called, to tell files apart."""
    return name_of(file)[:_LONGEST_NAME] or str(_("Bestand zonder naam"))


def _title(file: FileStorage) -> str:
    """Return a name for a document: that of its file, which its provider can change."""
    words = re.sub(r"\.pdf$|[_-]", " ", name_of(file), flags=re.IGNORECASE)
    return shorten(words, MAX_TITLE, placeholder="…").strip("…") or str(_("Document"))
