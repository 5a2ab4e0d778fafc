"""Markdown made into HTML that is safe to show, whoever wrote it."""

from functools import lru_cache
from urllib.parse import urlsplit

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "hr", "a"}
_HEADINGS = {f"h{level}" for level in range(2, 7)}
_SCHEMES = {"http", "https", "mailto", "tel"}
# Code by indentation and headings by underlining surprise who does not know Markdown.
_LEFT_OUT = ["code", "fence", "backticks", "lheading", "image", "html_block", "html_inline"]


@lru_cache(maxsize=2000)
def render(source: str, *, top_heading: int = 2) -> str:
    """Return `source` as HTML without anything that can act, look or lead astray.

    Headings above `top_heading` become of that level. Links go to http(s), mail, telephone or a
    path of the own site; of another link only the words stay.
    """
    html = _PARSER.render(source, {"top_heading": top_heading})
    return nh3.clean(
        html,
        tags=_TAGS | _HEADINGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        attribute_filter=_attribute,
        link_rel=None,
    )


def _attribute(_tag: str, name: str, value: str) -> str | None:
    return value if name != "href" or _is_allowed(value) else None


def _is_allowed(address: str) -> bool:
    """Tell whether an address may be linked to."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme:
        return parts.scheme in _SCHEMES
    return not parts.netloc and address.startswith(("/", "#")) and "\\" not in address


def _lower_headings(state: StateCore) -> None:
    top = state.env.get("top_heading", 2)
    for token in state.tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{max(int(token.tag[1]), top)}"


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).disable(_LEFT_OUT)
    parser.core.ruler.push("lower_headings", _lower_headings)
    return parser


_PARSER = _parser()
