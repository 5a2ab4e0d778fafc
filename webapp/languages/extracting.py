"""How Babel finds the sentences in texts that are no code: see `journey.cfg`."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from webapp.languages.blocks import blocks_of

# What Babel wants to know of each sentence: line, function, text, comments.
Found = tuple[int, None, str, list[str]]


def markdown(
    file: BinaryIO,
    _keywords: object,
    _comment_tags: object,
    options: Mapping[str, str],  # noqa: ARG001 (Babel gives it by name)
) -> Iterator[Found]:
    """Find the title and the paragraphs of a page of the base."""
    title, _, body = file.read().decode().partition("\n")
    for block in [title.removeprefix("# "), *blocks_of(body)]:
        yield 1, None, block, []


def toml(
    file: BinaryIO, _keywords: object, _comment_tags: object, options: Mapping[str, str]
) -> Iterator[Found]:
    """Find the texts in a TOML file under the names in the option `names`."""
    names = set(options["names"].split())
    for text in _texts_under(names, tomllib.loads(file.read().decode())):
        for block in blocks_of(text):
            yield 1, None, block, []


def _texts_under(names: set[str], value: Any) -> Iterator[str]:  # noqa: ANN401 (what TOML holds)
    if isinstance(value, list):
        for each in value:
            yield from _texts_under(names, each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if isinstance(each, str) and name in names:
                yield each
            else:
                yield from _texts_under(names, each)
