"""Residents go their whole way in another language."""

import re

import pytest
from babel.support import NullTranslations

from tests.support import html, resident_pages
from tests.support.search_index import bring_up_to_date
from tests.support.workplaces import make_workplace
from webapp.languages import catalogues
from webapp.languages.catalogues import DUTCH, Language
from webapp.workplaces import sectors

ELSEWHERE = Language("en", "English")
_KEPT = re.compile(r"(%\(\w+\)[sd]|\{\w+\}|\]\([^)]*\))")
_WORD = re.compile(r"[A-Za-zé]{2,}")
# Names, and what a resident typed.
_NAMES = re.compile(
    r"Activerend Werk|Werkplekwijzer|Meewerken in de moestuin|Duiven|Arnhem|Westervoort|Zevenaar"
    r"|Voorbeeld\w*|6921 ab|6921 AB|Elst|\bUt\b|Rhenen|Overbetuwe|Nergenshuizen"
    r"|Ria|Bo|\S+@\S+|Ik ben graag buiten.|Een stoel met leuning."
    r"|http\S+|[2-9A-Z]{4}-[2-9A-Z]{4}|\d+ [A-Z]\w+ 20\d\d|UWV|Wmo|AVG|Nederlands|English"
)


class Greek(NullTranslations):
    """A language in which a sentence of the catalogue is what it was, in Greek letters."""

    _LETTERS = str.maketrans(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZé",
        "αβγδεζηθικλμνξοπρςστυφχψωχΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΣΤΥΦΧΨΩΧε",
    )

    def gettext(self, message):
        return self._written(message) if message in catalogues.journey() else message

    def ngettext(self, one, more, number):
        known = (one, more) in catalogues.journey()
        text = one if number == 1 else more
        return self._written(text) if known else text

    ugettext, ungettext = gettext, ngettext

    def _written(self, message):
        parts = _KEPT.split(message)
        return "".join(
            part if _KEPT.fullmatch(part) else part.translate(self._LETTERS) for part in parts
        )


@pytest.fixture
def greek(monkeypatch):
    greek = Greek()
    monkeypatch.setattr(
        catalogues, "translations", lambda code: NullTranslations() if code == "nl" else greek
    )
    monkeypatch.setattr(catalogues, "offered", lambda: (DUTCH, ELSEWHERE))


@pytest.fixture
def site(app, database):
    with database.writing() as session:
        sectors.load(session)
        make_workplace(session)
    bring_up_to_date(app, database)
    return app


@pytest.mark.usefixtures("greek")
def test_nothing_that_residents_read_is_left_in_dutch(site):
    left = {}
    for page in resident_pages.walk(site, ELSEWHERE):
        for text in dutch_in(html.only(page.tree, "body")):
            left.setdefault(text, page.url)
    assert "\n".join(left) == ""


def dutch_in(element):
    """Yield each text in letters of Dutch that is not marked as such."""
    if element.get("lang") or element.tag in {"script", "style", "template"}:
        return
    # Nobody reads the names on a map; what people typed keeps the direction of their own language.
    is_typed = element.tag in {"bdi", "textarea"} or element.get("dir") == "auto"
    if is_typed or element.get("aria-hidden") == "true":
        return
    named = ("aria-label", "alt", "title", "placeholder", "data-suggest-label", "data-start")
    texts = [element.text, *(element.get(name) for name in named), *(c.tail for c in element)]
    for text in filter(None, texts):
        if _WORD.search(_NAMES.sub("", text)):
            yield " ".join(text.split())
    for child in element:
        yield from dutch_in(child)
