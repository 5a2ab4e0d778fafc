"""Keeping a spreadsheet from taking a text for a formula [OWASP: CSV injection]."""

import re

# Where a cell may begin: a spreadsheet that expects semicolons, as the Dutch one does, or tabs cuts
# our cells in pieces, and takes a quote in the middle of a line for text.
_BEGINNING = r"((?:^|[;\t\r\n])[\s\"]*)"
_FORMULA = re.compile(rf"{_BEGINNING}(?='*[=+\-@])")
_GUARDED = re.compile(rf"{_BEGINNING}'(?='*[=+\-@])")


def guarded(text: str) -> str:
    """Return `text` with an apostrophe before all that a spreadsheet would calculate."""
    return _FORMULA.sub(r"\1'", text)


def unguarded(text: str) -> str:
    """Return the text that `guarded` was given."""
    return _GUARDED.sub(r"\1", text)
