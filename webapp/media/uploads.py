"""Taking in what somebody sends: checked, looked through, and kept under a key of ours."""

from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from PIL import Image

from webapp.core.i18n import N_
from webapp.media import logos, renditions
from webapp.media.documents import check_document
from webapp.media.errors import FileRefusedError
from webapp.media.focus import Focus
from webapp.media.photos import read_logo, read_photo
from webapp.media.scanner import Scanner
from webapp.media.storage import Storage, new_key

DOCUMENT = "document.pdf"


@dataclass(frozen=True)
class Uploads:
    """Where files come in: what looks through them, and what keeps them."""

    storage: Storage
    scanner: Scanner

    def take_photo(self, file: BinaryIO, name: str = "") -> tuple[str, int, int]:
        """Keep a photo in every size; return its key, width and height.

        `name` is what its sender calls it; it tells what the file should be, and is not kept.
        Raise FileRefusedError for what is no good photo, and MediaAwayError.
        """
        image = read_photo(file, name)
        self._look_through(file)
        key = new_key()
        files = dict(renditions.renditions(image)) | dict(renditions.cards(image, Focus.CENTRE))
        self.storage.put(key, files)
        return key, image.width, image.height

    def take_logo(self, file: BinaryIO, name: str = "") -> tuple[str, int, int]:
        """Keep a logo in every size; return and errors as `take_photo`."""
        image = read_logo(file, name)
        self._look_through(file)
        image.thumbnail((logos.LARGEST, logos.LARGEST), Image.Resampling.LANCZOS)
        key = new_key()
        self.storage.put(key, dict(logos.renditions(image)))
        return key, image.width, image.height

    def take_document(self, file: BinaryIO, name: str = "") -> tuple[str, int]:
        """Keep a PDF; return its key and how many bytes it has. Errors as `take_photo`."""
        size = check_document(file, name)
        self._look_through(file)
        key = new_key()
        self.storage.put(key, {DOCUMENT: file})
        return key, size

    def cut(self, key: str, width: int, focus: Focus) -> None:
        """Keep what a card shows of a photo around `focus`."""
        largest = renditions.name_of(renditions.widths_of(width)[-1], "jpg")
        stored = self.storage.open(key, largest)
        with stored.stream:
            image = Image.open(BytesIO(stored.stream.read()), formats=["JPEG"])
        self.storage.put(key, dict(renditions.cards(image, focus)))

    def _look_through(self, file: BinaryIO) -> None:
        if not self.scanner.is_clean(file):
            raise FileRefusedError(
                N_("In het bestand zit een virus. Kies een ander bestand, of vraag om hulp.")
            )
