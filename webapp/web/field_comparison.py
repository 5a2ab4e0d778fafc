"""Old and new of a field side by side, with what differs marked."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from flask_babel import gettext as _
from markupsafe import Markup, escape

from webapp.web.workplace_media import MediaAddresses, small_picture
from webapp.web.workplace_words import Names, Written, label_of, written
from webapp.workplaces.changes import FieldChange
from webapp.workplaces.media import Photo

# The pieces in which two texts are compared, the finest first: words, sentences, the whole text.
_PIECES = (
    re.compile(r"\s*\S+|\s+"),
    re.compile(r"[^.!?\n]+[.!?\n]*|[.!?\n]+"),
    re.compile(r".+", re.DOTALL),
)
# The most steps that a comparison may take: 3000 characters of ordinary Dutch stay below it, and
# the worst text below it takes a quarter of a second.
_MOST_STEPS = 2_000_000
_REMOVED, _ADDED = Markup("<del>{}</del>"), Markup("<ins>{}</ins>")
Marked = Markup | list[Markup]


@dataclass(frozen=True)
class Comparison:
    """A field in Dutch, with what it was and what it becomes; '' for empty."""

    label: str
    old: Marked
    new: Marked


def compare(change: FieldChange, names: Names, addresses: MediaAddresses) -> Comparison:
    """Return a changed field for people: what is gone in <del>, what is new in <ins>."""
    if change.field == "photos":
        old, new = (_pictures(photos, addresses) for photos in (change.old, change.new))
    else:
        old = _in_words(change.field, change.old, names)
        new = _in_words(change.field, change.new, names)
    if isinstance(old, str) and isinstance(new, str):
        marked_old, marked_new = _compare_texts(old, new)
        return Comparison(label_of(change.field), marked_old, marked_new)
    return Comparison(
        label_of(change.field), _marked(old, new, _REMOVED), _marked(new, old, _ADDED)
    )


def compare_texts(label: str, old: str, new: str) -> Comparison:
    """Return the two texts of what is called `label` for people, as `compare` does."""
    return Comparison(label, *_compare_texts(old, new))


def _in_words(field: str, value: Any, names: Names) -> Written:  # noqa: ANN401
    return str(_("Nee")) if value is False else written(field, value, names)


def _pictures(photos: Sequence[Photo], addresses: MediaAddresses) -> Written:
    """Return each photo as it is on a card, with what is said to be on it."""
    return [small_picture(photo, addresses) for photo in photos]


def _compare_texts(old: str, new: str) -> tuple[Markup, Markup]:
    """Return both texts, with the words that differ marked; of a costly text larger pieces."""
    before, after = next(
        pair
        for pair in ((pieces.findall(old), pieces.findall(new)) for pieces in _PIECES)
        if _steps(*pair) <= _MOST_STEPS
    )
    left, right = [], []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        is_same = kind == "equal"
        left.append(_run(before[a:b], None if is_same else _REMOVED))
        right.append(_run(after[c:d], None if is_same else _ADDED))
    return Markup().join(left), Markup().join(right)


def _steps(before: Sequence[str], after: Sequence[str]) -> int:
    """Return how many steps SequenceMatcher may take at most.

    It looks at all pairs of equal pieces once for each match that it finds, so that a text of one
    word over and over takes minutes.
    """
    counts = Counter(after)
    equal_pairs = sum(number * counts[piece] for piece, number in Counter(before).items())
    return equal_pairs * min(len(before), len(after))


def _run(words: Sequence[str], mark: Markup | None) -> Markup:
    text = escape("".join(words))
    return mark.format(text) if mark and text else text


def _marked(lines: Written, others: Written, mark: Markup) -> list[Markup]:
    """Return the lines, those that `others` lacks in `mark`."""
    return [escape(line) if line in _lines(others) else mark.format(line) for line in _lines(lines)]


def _lines(value: Written) -> list[str]:
    if isinstance(value, list):
        return value
    return [value] if value else []
