"""Parts of pages that are written once and kept, because so many pages have the same."""

from collections.abc import Callable, Hashable
from functools import lru_cache

from flask import Flask, get_template_attribute
from markupsafe import Markup

from webapp.web.languages import language_code

# How many of each part a process keeps; a card is some 3 kB, an option 500 bytes.
_KEPT = 4_000


def init_kept_html(app: Flask) -> None:
    """Let templates write a card of a result, and an option of a filter."""
    app.jinja_env.globals.update(
        card_html=_kept("components/result_card.html", "result_card"),
        option_html=_kept("components/filter_option.html", "filter_option"),
    )


def _kept(template: str, macro: str) -> Callable[..., Markup]:
    """Return a function that writes what `macro` writes; that may depend on its arguments only."""

    @lru_cache(maxsize=_KEPT)
    def written(_language: str, *arguments: Hashable) -> Markup:
        write: Callable[..., Markup] = get_template_attribute(template, macro)
        return write(*arguments)

    return lambda *arguments: written(language_code(), *arguments)
