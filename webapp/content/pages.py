"""The pages that every municipality shares: their texts, in Markdown with placeholders."""

from dataclasses import dataclass
from functools import cache

from webapp.core import resources


@dataclass(frozen=True)
class Page:
    """A text with its title; `body` is Markdown with headings of the second level and lower."""

    title: str
    body: str


@cache
def base_page(name: str) -> Page:
    """Return the page in `base/pages/<name>.md`, of which the first line is the title."""
    source = resources.base_file("content", "pages", f"{name}.md").read_text(encoding="utf-8")
    title, _, body = source.partition("\n")
    return Page(title.removeprefix("# "), body.strip())
