"""How the one cell about accessibility holds both a text and whether a wheelchair can come."""

import re

from webapp.core.text import fold
from webapp.workplaces.vocabulary import Access

# An item of its own that says it outright; the first of each is how it is written.
_KEYWORDS: dict[str, Access | None] = {
    "rolstoeltoegankelijk": Access.YES,
    "rolstoel": Access.YES,
    "rolstoel: ja": Access.YES,
    "rolstoel: deels": Access.PARTLY,
    "rolstoel: nee": Access.NO,
    "rolstoel: onbekend": None,
}
_MENTION = re.compile(r"\brolstoel(toegankelijk)?\b")
_RESERVE = re.compile(r"\b(niet|geen|deels|gedeeltelijk|beperkt|moeilijk|lastig|zonder|behalve)\b")


def read_accessibility(text: str) -> tuple[Access | None, str]:
    """Return whether a wheelchair can come (None where it is not said), and the text about it.

    A keyword in front says it outright. Else a sentence that speaks of a wheelchair without any
    reserve says yes.
    """
    first, _, rest = text.partition(";")
    keyword = fold(first.strip().rstrip("."))
    if keyword in _KEYWORDS:
        return _KEYWORDS[keyword], rest.strip()
    sentences = re.split(r"[.;\n]", fold(text))
    says_yes = any(_MENTION.search(part) and not _RESERVE.search(part) for part in sentences)
    return Access.YES if says_yes else None, text


def write_accessibility(wheelchair: Access | None, notes: str) -> str:
    """Return the cell that `read_accessibility` reads as this."""
    if read_accessibility(notes) == (wheelchair, notes):
        return notes
    keyword = next(word for word, access in _KEYWORDS.items() if access is wheelchair)
    return f"{keyword}; {notes}" if notes else keyword
