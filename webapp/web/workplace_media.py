"""The photos, documents and videos of a workplace, as templates show them."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from markupsafe import Markup

from webapp.media import renditions
from webapp.media.focus import Focus
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.media import Photo, VideoLink, shown

_CARD_WIDTH = renditions.CARD_WIDTHS[0]


@dataclass(frozen=True)
class Picture:
    """A photo with the addresses of its sizes; every browser can show `src` and `largest`."""

    alt: str
    src: str
    webp: str
    jpeg: str
    width: int
    height: int
    largest: str


@dataclass(frozen=True)
class DocumentLink:
    """A document to fetch."""

    title: str
    url: str
    size: int


@dataclass(frozen=True)
class ShownMedia:
    """What there is to see of a workplace; the first picture is the main one."""

    pictures: tuple[Picture, ...] = ()
    documents: tuple[DocumentLink, ...] = ()
    videos: tuple[VideoLink, ...] = ()


@dataclass(frozen=True)
class MediaAddresses:
    """Where an audience finds the files of one workplace."""

    audience: str
    public_id: str

    def media_of(self, content: WorkplaceContent) -> ShownMedia:
        """Return what visitors see, or will see, of a content."""
        return ShownMedia(
            tuple(self.picture(photo) for photo in shown(content.photos)),
            tuple(
                DocumentLink(each.title, self._document(each.key), each.size)
                for each in content.documents
            ),
            content.videos,
        )

    def picture(self, photo: Photo) -> Picture:
        """Return a whole photo."""
        widths = renditions.widths_of(photo.width)
        names = {width: renditions.name_of(width, "{}") for width in widths}
        return self._picture(photo, names, photo.width, photo.height)

    def card(self, photo: Photo, focus: Focus | None = None) -> Picture:
        """Return what a card shows of a photo."""
        focus = focus or photo.focus
        names = {
            width: renditions.card_name(focus, width, "{}") for width in renditions.CARD_WIDTHS
        }
        return self._picture(photo, names, _CARD_WIDTH, renditions.card_height(_CARD_WIDTH))

    def _picture(self, photo: Photo, names: dict[int, str], width: int, height: int) -> Picture:
        sets = {
            extension: ", ".join(
                f"{self._photo(photo.key, name.format(extension))} {each}w"
                for each, name in names.items()
            )
            for extension in renditions.FORMATS
        }
        jpegs = [self._photo(photo.key, name.format("jpg")) for name in names.values()]
        return Picture(
            photo.alt, jpegs[0], sets["webp"], sets["jpg"], width, height, largest=jpegs[-1]
        )

    def _photo(self, key: str, name: str) -> str:
        return url_for(
            f"{self.audience}.workplace_photo", public_id=self.public_id, key=key, name=name
        )

    def _document(self, key: str) -> str:
        return url_for(f"{self.audience}.workplace_document", public_id=self.public_id, key=key)


def small_picture(photo: Photo, addresses: MediaAddresses) -> Markup:
    """Return a photo among words: small, with below it what is to be seen on it."""
    picture = addresses.card(photo)
    words = photo.alt or _("Foto zonder beschrijving")
    return Markup(
        '<img class="small-picture" src="{}" width="{}" height="{}" alt="" loading="lazy"> {}'
    ).format(picture.src, picture.width, picture.height, words)
