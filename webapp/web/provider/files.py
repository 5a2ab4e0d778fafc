"""Files that a provider sends: what they are called, and what is said when none can be taken."""

from pathlib import PurePosixPath
from typing import BinaryIO, cast

from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

from webapp.core.text import one_line
from webapp.media.errors import MediaAwayError, ScannerAwayError


def stream_of(file: FileStorage) -> BinaryIO:
    """Return the content of a file."""
    return cast("BinaryIO", file.stream)


def name_of(file: FileStorage) -> str:
    """Return what a file is called: no folder, nothing unprintable."""
    name = PurePosixPath((file.filename or "").replace("\\", "/")).name
    return one_line("".join(mark if mark.isprintable() else " " for mark in name))


def sentence_of(fault: MediaAwayError) -> str:
    """Return why no file can be taken now."""
    if isinstance(fault, ScannerAwayError):
        return str(_("We kunnen bestanden nu niet op virussen controleren. Er is niets bewaard."))
    return str(_("We kunnen nu geen bestanden bewaren. Er is niets bewaard."))
