"""The photos, documents and videos of a workplace: what its content holds of them.

The files themselves are kept under their keys; a version of the workplace names those it shows.
"""

from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

from webapp.core.i18n import N_
from webapp.media.focus import Focus
from webapp.media.limits import MAX_DOCUMENTS, MAX_PHOTOS, MAX_VIDEOS

MAX_ALT = 250
MAX_TITLE = 100
_MAX_URL = 300


@dataclass(frozen=True)
class Photo:
    """A photo; `alt` says what is to be seen on it. The first of a workplace is the main one."""

    key: str
    width: int
    height: int
    alt: str = ""
    focus: Focus = Focus.CENTRE


@dataclass(frozen=True)
class MethodDocument:
    """A PDF, such as about how people are guided; `size` in bytes."""

    key: str
    size: int
    title: str


@dataclass(frozen=True)
class VideoLink:
    """A video on another site."""

    url: str
    title: str

    @property
    def site(self) -> str:
        """The name of that site."""
        return (urlsplit(self.url).hostname or "").removeprefix("www.")


def shown(photos: tuple[Photo, ...]) -> tuple[Photo, ...]:
    """Return the photos that visitors see: those of which is said what is on them."""
    return tuple(photo for photo in photos if photo.alt)


def photos_problem(photos: tuple[Photo, ...]) -> str | None:
    """Return what is wrong with the photos, apart from what may still be missing."""
    if len(photos) > MAX_PHOTOS:
        return N_("Kies hooguit 12 foto's. Haal er eerst een weg.")
    if any(len(photo.alt) > MAX_ALT for photo in photos):
        return N_("Houd elke beschrijving op hooguit 250 tekens.")
    return None


def documents_problem(documents: tuple[MethodDocument, ...]) -> str | None:
    """Return what is wrong with the documents."""
    if len(documents) > MAX_DOCUMENTS:
        return N_("Kies hooguit 5 documenten. Haal er eerst een weg.")
    if any(not 1 <= len(document.title) <= MAX_TITLE for document in documents):
        return N_("Geef elk document een naam van hooguit 100 tekens.")
    return None


def videos_problem(videos: tuple[VideoLink, ...]) -> str | None:
    """Return what is wrong with the videos."""
    if len(videos) > MAX_VIDEOS:
        return N_("Kies hooguit 5 video's. Haal er eerst een weg.")
    if not all(_is_https(video.url) for video in videos):
        return N_("Vul bij elke video een adres in dat begint met https://.")
    if any(not 1 <= len(video.title) <= MAX_TITLE for video in videos):
        return N_("Vertel bij elke video in hooguit 100 tekens wat er te zien is.")
    return None


def _is_https(url: str) -> bool:
    """Tell whether this is the address of a page on the web, and of nothing else."""
    if len(url) > _MAX_URL or any(mark.isspace() or mark in "\"'<>\\" for mark in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme == "https" and "." in (parts.hostname or "") and not parts.username


Item = TypeVar("Item", bound=Photo | MethodDocument)


def earlier(items: tuple[Item, ...], key: str) -> tuple[Item, ...]:
    """Return the items with that of `key` one place earlier."""
    return _moved(items, key, -1)


def later(items: tuple[Item, ...], key: str) -> tuple[Item, ...]:
    """Return the items with that of `key` one place later."""
    return _moved(items, key, 1)


def first(items: tuple[Item, ...], key: str) -> tuple[Item, ...]:
    """Return the items with that of `key` in front."""
    return _moved(items, key, -len(items))


def without(items: tuple[Item, ...], key: str) -> tuple[Item, ...]:
    """Return the items but that of `key`."""
    return tuple(item for item in items if item.key != key)


def _moved(items: tuple[Item, ...], key: str, places: int) -> tuple[Item, ...]:
    """Return the items with that of `key` so many places later, as far as there are any."""
    at = next((number for number, item in enumerate(items) if item.key == key), None)
    if at is None:
        return items
    others = [*items[:at], *items[at + 1 :]]
    others.insert(max(at + places, 0), items[at])
    return tuple(others)
