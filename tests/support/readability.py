"""How easy a page reads: its sentences, their length, and the score of Flesch-Douma."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

import pyphen

from tests.support import html

# What stands in a line of its own, so that a sentence never runs over its edge.
_BLOCKS = frozenset(
    [
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "dt",
        "dd",
        "legend",
        "label",
        "summary",
        "td",
        "th",
        "caption",
        "button",
        "div",
        "section",
        "fieldset",
        "form",
        "option",
        "ul",
        "ol",
        "dl",
        "table",
        "aside",
        "article",
        "br",
    ]
)
_NOT_READ = frozenset({"script", "style", "template", "nav", "svg", "select", "textarea"})
_END = re.compile(r"(?<=[.!?:])[”\u2019\"')]*\s+")
_WORD = re.compile(r"[^\W_][\w\u2019'@.-]*")
_SYLLABLES = pyphen.Pyphen(lang="nl_NL")


@dataclass(frozen=True)
class Text:
    """The lines of a page as they are read, one after the other."""

    lines: tuple[str, ...]

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """All sentences, and what stands alone, such as headings and labels."""
        pieces = (piece.strip() for line in self.lines for piece in _END.split(line))
        return tuple(piece for piece in pieces if words_of(piece))

    @property
    def sentences(self) -> tuple[str, ...]:
        """The whole sentences: what ends as one, of more than a word."""
        return tuple(
            piece for piece in self.pieces if piece[-1] in ".!?:" and len(words_of(piece)) > 1
        )

    @property
    def mean_length(self) -> float:
        """The mean number of words in a sentence."""
        lengths = [len(words_of(sentence)) for sentence in self.sentences]
        return sum(lengths) / len(lengths) if lengths else 0.0

    @property
    def flesch_douma(self) -> float:
        """The score by Douma (1960): 206.84 - 0.93 words a sentence - 77 syllables a word.

        From 0 to about 120; the higher, the easier. From 60 on it reads as everyday Dutch.
        """
        words = [word for sentence in self.sentences for word in words_of(sentence)]
        if not words:
            return 120.0
        syllables = sum(syllables_of(word) for word in words)
        return 206.84 - 0.93 * self.mean_length - 77 * syllables / len(words)


def words_of(text: str) -> Sequence[str]:
    """Return the words in a text; a number or an address counts as one."""
    return _WORD.findall(text)


def syllables_of(word: str) -> int:
    """Return how many syllables a word has, as far as a hyphenation list knows.

    That leaves no letter alone on a line, so `over` counts as one.
    """
    return int(_SYLLABLES.inserted(word).count("-")) + 1


def text_of(tree: Element, *, first: str | None = None, last: str | None = None) -> Text:
    """Return what is read in the main part of a page.

    With ids `first` and `last`: from the one heading up to the other.
    """
    lines: list[str] = []
    is_open = first is None
    for name, line in _lines(html.only(tree, "main")):
        if name in {first, last}:
            is_open = name == first
        if is_open and line:
            lines.append(line)
    return Text(tuple(lines))


def _lines(element: Element) -> Iterator[tuple[str | None, str]]:
    """Yield (id, text) for each line in an element; a line begins and ends with a block."""
    buffer: list[str] = []
    for kind, value in _walk(element):
        if kind == "text":
            buffer.append(value)
            continue
        yield None, " ".join("".join(buffer).split())
        buffer.clear()
        if value:
            yield value, ""
    yield None, " ".join("".join(buffer).split())


def _walk(element: Element) -> Iterator[tuple[str, str]]:
    # The names on a map are read by nobody: the list beside it says the same.
    if element.tag in _NOT_READ or element.get("aria-hidden") == "true":
        return
    is_block = element.tag in _BLOCKS
    if is_block:
        yield "edge", element.get("id", "")
    yield "text", element.text or ""
    for child in element:
        yield from _walk(child)
        yield "text", child.tail or ""
    if is_block:
        yield "edge", ""
