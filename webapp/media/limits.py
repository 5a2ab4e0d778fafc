"""How much is taken, and which names of files."""

import re
from collections.abc import Set as AbstractSet
from typing import BinaryIO

from webapp.core.i18n import N_
from webapp.media.errors import FileRefusedError

MAX_BYTES = 10_000_000
MAX_PIXELS = 40_000_000
MAX_PHOTOS = 12
MAX_DOCUMENTS = 5
MAX_VIDEOS = 5
# As in 'foto.jpg', and not as in 'Open dag 12.05.2026'.
_ENDING = re.compile(r"\.(?=[^.]*[a-z])[a-z0-9]{1,6}$")


def ends_as(name: str, endings: AbstractSet[str]) -> bool:
    """Tell whether a name ends on one of `endings`, or on nothing that says what the file is."""
    ending = _ENDING.search(name.strip().lower())
    return ending is None or ending.group() in endings


def check_size(file: BinaryIO) -> int:
    """Return how many bytes `file` has; raise FileRefusedError for none or too many."""
    size = file.seek(0, 2)
    file.seek(0)
    if size == 0:
        raise FileRefusedError(N_("Het bestand is leeg. Kies een ander bestand."))
    if size > MAX_BYTES:
        raise FileRefusedError(N_("Het bestand is te groot. Kies een bestand van hooguit 10 MB."))
    return size
