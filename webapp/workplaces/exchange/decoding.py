"""The text in the bytes of a file, as spreadsheets save it."""

from webapp.workplaces.exchange.reading import FileRefusedError, refuse_utf_16

# With or without a mark in front; and what Excel writes when it is asked for plain CSV.
_ENCODINGS = ("utf-8-sig", "cp1252")
_NO_TEXT = (
    "Dit is geen CSV-bestand. Open je bestand in Excel of LibreOffice, sla het op als CSV en kies "
    "dat bestand."
)


def decoded(data: bytes) -> str:
    """Return the text of a file in UTF-8 or Windows-1252; raise FileRefusedError for any other."""
    refuse_utf_16(data)
    if b"\x00" not in data:
        for encoding in _ENCODINGS:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise FileRefusedError(_NO_TEXT)
