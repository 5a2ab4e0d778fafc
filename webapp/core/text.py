"""Small things about text."""

import re
import unicodedata

_END_OF_NUMBERS = 2**31


def fold(text: str) -> str:
    """Return `text` in lower case and without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def slugify(text: str) -> str:
    """Return `text` as a part of an address: 'Bergen op Zoom' becomes 'bergen-op-zoom'."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text).replace("'", "")).strip("-")


def one_line(text: str) -> str:
    """Return `text` with each run of white space as one space."""
    return " ".join(text.split())


def whole_number(text: str) -> int | None:
    """Return the whole number below 2**31, as databases keep them, that `text` is; else None.

    `isdecimal` alone lets through digits of other scripts, and more of them than `int` reads.
    """
    number = int(text) if re.fullmatch(r"[0-9]{1,10}", text) else None
    return None if number is None or number >= _END_OF_NUMBERS else number
