"""The form of the photos, documents and videos of a workplace."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from flask import request
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf.file import MultipleFileField
from werkzeug.datastructures import FileStorage
from wtforms import Field

from webapp.core.text import one_line
from webapp.media.focus import Focus
from webapp.media.limits import MAX_VIDEOS
from webapp.web.forms.fields import Line, Paragraphs, choices_of
from webapp.web.forms.rules import asked_for
from webapp.web.forms.typed_fields import OneChoice
from webapp.web.forms.versioned import VersionedForm
from webapp.web.provider.media_change import asked_change
from webapp.workplaces import labels
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.media import MAX_ALT, MethodDocument, Photo, VideoLink, videos_problem
from webapp.workplaces.models import WorkplaceVersion


class MediaForm(VersionedForm):
    """What is there already, and files and a video to add.

    The fields of a photo and of a document are named after their key.
    """

    content: ClassVar[WorkplaceContent]
    video_count: ClassVar[int]

    photos = MultipleFileField(
        _("Foto's toevoegen"),
        description=_(
            "JPEG, PNG, WebP of AVIF. Hooguit 12 foto's, en hooguit 10 MB per foto. "
            "Je kunt er meer tegelijk kiezen."
        ),
        render_kw={"accept": "image/jpeg,image/png,image/webp,image/avif"},
    )
    documents = MultipleFileField(
        _("Documenten toevoegen"),
        description=_("Pdf's, zoals over je methode. Hooguit 5, en hooguit 10 MB per document."),
        render_kw={"accept": "application/pdf"},
    )

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401
        """Say of each video what is wrong with it, and ask for what photos do not say yet."""
        is_right = super().validate(extra_validators) and not self._ask_for_descriptions()
        for number in self.video_numbers:
            video, url_field = self._video(number), self[f"video_url_{number}"]
            problem = videos_problem((video,)) if video else None
            if problem:
                url_field.errors = [*url_field.errors, gettext(problem)]
                is_right = False
        return bool(is_right)

    def _ask_for_descriptions(self) -> bool:
        """Say at each photo without a description to give one; tell whether there are any.

        They can wait while files are added, put in order or taken away.
        """
        is_done = asked_change(request.form.get("do", "")).is_done
        if not is_done or self.sent("photos") or self.sent("documents"):
            return False
        without = [
            (number, self[f"alt_{photo.key}"])
            for number, photo in enumerate(self._photos(), start=1)
            if not photo.alt
        ]
        for number, text in without:
            sentence = gettext("Beschrijf wat je op foto %(number)s ziet.", number=number)
            text.errors = [*text.errors, sentence]
        return bool(without)

    def to_draft(self) -> dict[str, Any]:
        """Return what was filled in about what is there already."""
        videos = [self._video(number) for number in self.video_numbers]
        return {
            "photos": self._photos(),
            "documents": tuple(self._document(each) for each in self.content.documents),
            "videos": tuple(video for video in videos if video),
        }

    @property
    def video_numbers(self) -> range:
        """The numbers of the videos, from 1; the last may be empty."""
        return range(1, self.video_count + 1)

    def fields_of(self, number: int) -> list[Field]:
        """Return the fields of one video."""
        return [self[f"video_{part}_{number}"] for part in ("url", "title")]

    def sent(self, name: str) -> Sequence[FileStorage]:
        """Return the files that were sent in a field."""
        return [file for file in self[name].data or () if isinstance(file, FileStorage)]

    def _photos(self) -> tuple[Photo, ...]:
        return tuple(self._photo(photo) for photo in self.content.photos)

    def _photo(self, photo: Photo) -> Photo:
        focus = self[f"focus_{photo.key}"].data or photo.focus
        alt = one_line(self[f"alt_{photo.key}"].data or "")
        return replace(photo, alt=alt, focus=Focus(focus))

    def _document(self, document: MethodDocument) -> MethodDocument:
        title = one_line(self[f"title_{document.key}"].data or "")
        return replace(document, title=title or document.title)

    def _video(self, number: int) -> VideoLink | None:
        url, title = (field.data or "" for field in self.fields_of(number))
        return VideoLink(url, title) if url or title else None


def media_form(version: WorkplaceVersion) -> MediaForm:
    """Return the form as it was sent, or else with what `version` holds."""
    content = version.content
    form = _kind_for(content)(data=_data_of(content))
    if not form.is_submitted():
        form.renew(version.lock)
    return form


def _kind_for(content: WorkplaceContent) -> type[MediaForm]:
    count = min(len(content.videos) + 1, MAX_VIDEOS)
    fields: dict[str, Any] = {"content": content, "video_count": count}
    for number, photo in enumerate(content.photos, start=1):
        fields |= _fields_of_photo(photo, number)
    for number, document in enumerate(content.documents, start=1):
        fields[f"title_{document.key}"] = Line(
            _("Naam van document %(number)s", number=number), [asked_for]
        )
    for number in range(1, count + 1):
        fields[f"video_url_{number}"] = Line(
            _("Adres van video %(number)s", number=number),
            description=_("Een link naar een andere site. Het adres begint met https://."),
            render_kw={"inputmode": "url", "spellcheck": "false"},
        )
        fields[f"video_title_{number}"] = Line(
            _("Wat is er te zien in video %(number)s?", number=number)
        )
    return type("MediaFieldsForm", (MediaForm,), fields)


def _fields_of_photo(photo: Photo, number: int) -> Mapping[str, Any]:
    return {
        f"alt_{photo.key}": Paragraphs(
            _("Wat is er te zien op foto %(number)s?", number=number),
            [asked_for],
            description=_(
                "Voor wie de foto niet kan zien. Hooguit %(most)s tekens, "
                "zoals: twee mensen planten sla in een kas.",
                most=MAX_ALT,
            ),
            render_kw={"rows": 2},
        ),
        f"focus_{photo.key}": OneChoice(
            _("Wat moet er zeker op blijven?"), [asked_for], choices=choices_of(labels.FOCUSES)
        ),
    }


def _data_of(content: WorkplaceContent) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for photo in content.photos:
        data |= {f"alt_{photo.key}": photo.alt, f"focus_{photo.key}": photo.focus.value}
    for document in content.documents:
        data[f"title_{document.key}"] = document.title
    for number, video in enumerate(content.videos, start=1):
        data |= {f"video_url_{number}": video.url, f"video_title_{number}": video.title}
    return data
