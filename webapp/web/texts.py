"""Texts with placeholders, written for the site at hand."""

from flask import Flask, g
from markupsafe import Markup

from webapp.content import placeholders
from webapp.content.markdown import render
from webapp.content.placeholders import Words
from webapp.core import clock
from webapp.web.ports import ports
from webapp.web.site import current_site


def init_texts(app: Flask) -> None:
    """Make the filters known to the templates."""
    app.add_template_filter(rich)
    app.add_template_filter(filled)


def rich(source: str, top_heading: int = 2) -> Markup:
    """Return Markdown with placeholders as HTML, headings from `top_heading` down."""
    text = placeholders.fill_markdown(source, site_words())
    return Markup(render(text, top_heading=top_heading))  # noqa: S704 (render sanitises)


def filled(text: str) -> str:
    """Return a plain text with its placeholders filled in."""
    return placeholders.fill(text, site_words())


def site_words() -> Words:
    """Return what stands for the placeholders on the site at hand."""
    if "site_words" not in g:
        g.site_words = _words()
    words: Words = g.site_words
    return words


def _words() -> Words:
    site, platform = current_site(), ports().settings
    if site.municipality is None:
        return placeholders.words_of_platform(platform, site.settings)
    return placeholders.words_of_municipality(
        site.municipality, site.settings, platform, today=clock.today()
    )
