"""Texts with placeholders, written for the site at hand."""

from babel.support import NullTranslations
from flask import Flask, g
from flask_babel import Domain
from markupsafe import Markup

from webapp.content import placeholders
from webapp.content.markdown import render
from webapp.content.placeholders import Words
from webapp.core import clock
from webapp.languages import blocks, catalogues
from webapp.web.languages import language_code, page_language
from webapp.web.ports import ports
from webapp.web.site import current_site

_IN_DUTCH = Markup(' lang="nl" dir="ltr"')
_ONLY_IN_DUTCH = Markup(' <span lang="nl">(Nederlands)</span>')


class KnownTexts(Domain):
    """The translations of the catalogues."""

    def get_translations(self) -> NullTranslations:
        """Return the translations in the language of this request."""
        return catalogues.translations(language_code())


def init_texts(app: Flask) -> None:
    """Translate for the request at hand, and make the filters known to the templates."""
    texts = KnownTexts()
    app.before_request(texts.as_default)
    app.add_template_filter(rich)
    app.add_template_filter(filled)
    app.add_template_filter(translated)
    app.jinja_env.globals.update(
        in_dutch=in_dutch, language_of=language_of, only_in_dutch=only_in_dutch
    )
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=lambda text: texts.get_translations().ugettext(text),
        ngettext=lambda one, more, number: texts.get_translations().ungettext(one, more, number),
        newstyle=True,
    )


def translated(text: str) -> str:
    """Return a word that is no sentence of a page, such as the name of a rung, in the language."""
    return catalogues.translations(language_code()).gettext(text) if text else text


def in_dutch() -> Markup:
    """Return the attributes of an element with what people wrote here: that stays in Dutch."""
    return Markup("") if page_language().is_source else _IN_DUTCH


def language_of(text: str) -> Markup:
    """Return the attributes of an element with a text that may be the municipality's own."""
    return Markup("") if _in_language(text) else _IN_DUTCH


def only_in_dutch() -> Markup:
    """Return what to put behind a link to a page that is in Dutch in every language."""
    return Markup("") if page_language().is_source else _ONLY_IN_DUTCH


def rich(source: str, top_heading: int = 2) -> Markup:
    """Return Markdown with placeholders as HTML, headings from `top_heading` down.

    What has no translation is marked as Dutch.
    """
    translation = _in_language(source)
    text = placeholders.fill_markdown(translation or source, site_words())
    html = Markup(render(text, top_heading=top_heading))  # noqa: S704 (render sanitises)
    return html if translation else Markup("<div{}>{}</div>").format(_IN_DUTCH, html)


def filled(text: str) -> str:
    """Return a plain text with its placeholders filled in."""
    return placeholders.fill(_in_language(text) or text, site_words())


def _in_language(text: str) -> str | None:
    """Return a text in the language of this request, None when it has no translation."""
    return text if page_language().is_source else blocks.translate(text, language_code())


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
        site.municipality, site.settings, platform, today=clock.today(), language=language_code()
    )
