"""Texts with placeholders, written for the site at hand."""

from babel.support import NullTranslations
from flask import Flask, g
from flask_babel import Domain, get_locale
from markupsafe import Markup

from webapp.content import placeholders
from webapp.content.markdown import render
from webapp.content.placeholders import Words
from webapp.core import clock
from webapp.web.ports import ports
from webapp.web.site import current_site


class KnownTexts(Domain):
    """The translations, looked up once for the hundreds of texts of a request."""

    def get_translations(self) -> NullTranslations:
        """Return the translations in the language of this request."""
        if "translations" not in g:
            g.translations = super().get_translations()
        found: NullTranslations = g.translations
        return found


def init_texts(app: Flask) -> None:
    """Translate for the request at hand, and make the filters known to the templates."""
    texts = KnownTexts()
    app.before_request(texts.as_default)
    app.add_template_filter(rich)
    app.add_template_filter(filled)
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=lambda text: texts.get_translations().ugettext(text),
        ngettext=lambda one, more, number: texts.get_translations().ungettext(one, more, number),
        newstyle=True,
    )


def language() -> str:
    """Return the language of this request, as 'nl'."""
    if "language" not in g:
        g.language = str(get_locale())
    found: str = g.language
    return found


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
