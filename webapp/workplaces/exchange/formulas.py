"""Keeping a spreadsheet from taking a text for a formula [OWASP: CSV injection]."""

_STARTS = ("=", "+", "-", "@")


def guarded(text: str) -> str:
    """Return `text` with a quote before what a spreadsheet would calculate."""
    return f"'{text}" if text.lstrip("'").startswith(_STARTS) else text


def unguarded(text: str) -> str:
    """Return the text that `guarded` was given."""
    is_guarded = text.startswith("'") and text.lstrip("'").startswith(_STARTS)
    return text[1:] if is_guarded else text
