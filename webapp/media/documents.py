"""Reading a document that somebody sends: a PDF that can be read and does nothing by itself."""

import logging
from threading import Lock
from typing import Any, BinaryIO

from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from webapp.core.i18n import N_
from webapp.media.errors import FileRefusedError
from webapp.media.limits import check_size, ends_as

# What a document does when it is opened or pressed, or brings along, under any name it has in PDF.
_ACTIVE = frozenset(
    {
        *("/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/EF"),
        *("/RichMedia", "/XFA", "/SubmitForm", "/ImportData", "/GoToE", "/Rendition"),
    }
)
_MOST_OBJECTS = 100_000
_ENDINGS = frozenset({".pdf"})
# Only lists of objects are unpacked, never a page. They are small; larger ones keep us busy.
_LIMITS = Configuration(
    zlib_maximum_output_length=10_000_000,
    lzw_maximum_output_length=10_000_000,
    run_length_maximum_output_length=10_000_000,
    brotli_maximum_output_length=10_000_000,
    stream_decoding_work_maximum_length=40_000_000,
    disable_legacy_handling=True,
)
_one_at_a_time = Lock()
# It tells of every fault of a broken file, in thousands of lines, with pieces of what is in it.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
# How the reader takes a file that is broken, or made to break it.
_BROKEN = (
    PyPdfError, OSError, ValueError, TypeError, KeyError, IndexError, AttributeError,
    AssertionError, OverflowError, RecursionError, NotImplementedError,
)  # fmt: skip


def check_document(file: BinaryIO, name: str = "") -> int:
    """Return how many bytes a PDF has; raise FileRefusedError for what visitors must not get."""
    size = check_size(file)
    if file.read(5) != b"%PDF-" or not ends_as(name, _ENDINGS):
        raise FileRefusedError(N_("Dit is geen pdf. Bewaar het document als pdf, en kies die."))
    file.seek(0)
    with _one_at_a_time, apply_configuration(_LIMITS):
        _check_inside(file)
    file.seek(0)
    return size


def _check_inside(file: BinaryIO) -> None:
    try:
        reader = PdfReader(file, strict=False)
        is_locked = reader.is_encrypted
        is_active = not is_locked and (len(reader.pages) == 0 or _does_something(reader))
    except _BROKEN:
        raise FileRefusedError(
            N_("De pdf is niet te lezen. Bewaar het document opnieuw als pdf, en kies die.")
        ) from None
    if is_locked:
        raise FileRefusedError(
            N_("Op de pdf zit een slot. Bewaar hem zonder wachtwoord, en kies hem dan opnieuw.")
        )
    if is_active:
        raise FileRefusedError(
            N_(
                "In de pdf zit meer dan tekst en beeld, zoals een programma of een ander bestand. "
                "Bewaar hem als gewone pdf, en kies hem dan opnieuw."
            )
        )


def _does_something(reader: PdfReader) -> bool:
    """Tell whether anything in the document is active, also what no page leads to."""
    numbers = {(number, generation) for generation, row in reader.xref.items() for number in row}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > _MOST_OBJECTS:
        message = "more objects than a document needs"
        raise ValueError(message)
    whole = (reader.get_object(IndirectObject(*number, reader)) for number in sorted(numbers))
    return _is_active(reader.trailer) or any(_is_active(each) for each in whole)


def _is_active(value: Any) -> bool:  # noqa: ANN401 (an object of pypdf)
    """Tell whether a value holds something active; what it refers to is looked at by itself."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, DictionaryObject):
            if _ACTIVE & {*each.keys(), str(each.raw_get("/S") if "/S" in each else "")}:
                return True
            waiting += [each.raw_get(name) for name in each]
        elif isinstance(each, ArrayObject):
            waiting += list(each)
    return False
