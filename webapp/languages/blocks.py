"""Texts of several paragraphs, translated one paragraph at a time."""

from babel.support import NullTranslations

from webapp.languages import catalogues

_BETWEEN = "\n\n"


def blocks_of(text: str) -> list[str]:
    """Return the paragraphs, headings and lists of a Markdown text, without empty ones."""
    return [block.strip() for block in text.strip().split(_BETWEEN) if block.strip()]


def translate(text: str, code: str) -> str | None:
    """Return a text in language `code`, None when any part of it has no translation.

    What a municipality wrote itself has none: half a text in another language helps nobody.
    """
    known = catalogues.translations(code)
    parts = [_translate_block(block, known) for block in blocks_of(text)]
    return None if None in parts else _BETWEEN.join(part for part in parts if part)


def _translate_block(block: str, known: NullTranslations) -> str | None:
    translated = known.gettext(block)
    return translated if translated != block else None
