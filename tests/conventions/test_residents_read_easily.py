"""Residents' pages are B1: short sentences, plain words (standards.md, Language).

`pytest -s` shows the score of each page by Flesch-Douma.
"""

import re
import sys

import pytest

from tests.support import resident_pages
from tests.support.readability import Text, syllables_of, text_of, words_of
from tests.support.search_index import bring_up_to_date
from tests.support.workplaces import make_workplace
from webapp.workplaces import sectors

MOST_WORDS = 20
MEAN_WORDS = 12
LOWEST_SCORE = 60
# Words of offices: a pattern, and what to say in its place.
AVOIDED = {
    r"indicaties?": "of je mag meedoen",
    r"participatie|participeren": "meedoen",
    r"toeleid\w+": "helpen om te beginnen",
    r"\w*voorziening(en)?": "hulp, of zeg wat het is",
    r"dient( \w+)? te": "moet",
    r"middels": "met",
    r"teneinde": "om",
    r"indien": "als",
    r"tevens|alsmede": "ook",
    r"reeds": "al",
    r"derhalve": "dus",
    r"conform": "volgens",
    r"betreffende|inzake|omtrent|aangaande": "over",
    r"desgewenst": "als je wilt",
    r"verstrek\w+": "geven",
    r"zelfredzaam\w*": "je redden",
    r"mantelzorg\w*": "wie voor je zorgt",
    r"re-integratie|arbeidsmarkt": "werk",
    r"maatwerk": "wat bij je past",
    r"faciliteren|realiseren|optimaliseren|implementeren": "zeg wat er gebeurt",
}
# Words that a page may use when it says what they mean: a word to a piece of the explanation.
EXPLAINED = {
    r"dagbesteding": "overdag",
    r"cliëntondersteuner": "iemand die alleen jou helpt",
    r"cookies?": "klein bestand|onthoud",
    r"grondslag": "wettelijke reden",
}


@pytest.fixture
def texts(app, database):
    """Return (address, text) for each page that residents read."""
    with database.writing() as session:
        sectors.load(session)
        make_workplace(session)
    bring_up_to_date(app, database)
    pages = list(resident_pages.walk(app))
    seen = {resident_pages.endpoint_of(app, page) for page in pages}
    assert resident_pages.endpoints(app) - seen == set(), "come past these pages too"
    return [(page.url, _residents_part(page)) for page in pages]


def _residents_part(page) -> Text:
    if page.url.endswith("/veelgestelde-vragen"):
        return text_of(page.tree, first="inwoners", last="werkgevers")
    return text_of(page.tree)


def test_all_that_residents_read_is_short_and_plain(texts):
    """One walk past all pages, since that takes a while; all that is wrong is told at once."""
    wrong = []
    for url, text in texts:
        wrong += [f"{url}: {each}" for each in (*_too_long(text), *_difficult(text))]
        assert text.sentences, url
        sys.stdout.write(
            f"{url}: score {text.flesch_douma:.0f}, {text.mean_length:.1f} words a sentence\n"
        )
        if text.mean_length > MEAN_WORDS:
            wrong.append(f"{url}: {text.mean_length:.1f} words a sentence")
        if text.flesch_douma < LOWEST_SCORE:
            wrong.append(f"{url}: Flesch-Douma {text.flesch_douma:.0f}")
    assert sorted(set(wrong)) == []


def _too_long(text: Text) -> list[str]:
    return [f"too long: {piece}" for piece in text.pieces if len(words_of(piece)) > MOST_WORDS]


def _difficult(text: Text) -> list[str]:
    whole = "\n".join(text.lines)
    said = {
        word[0]: f"say: {instead}"
        for pattern, instead in AVOIDED.items()
        for word in re.finditer(rf"\b(?:{pattern})\b", whole, re.IGNORECASE)
    }
    for pattern, explanation in EXPLAINED.items():
        word = re.search(rf"\b(?:{pattern})\b", whole, re.IGNORECASE)
        if word and not re.search(explanation, whole):
            said[word[0]] = "say what that is"
    return [f"{word!r}: {what}" for word, what in said.items()]


@pytest.mark.parametrize(
    "word",
    [
        *("werk", "leuk", "mijn", "ie-mand", "ou-de", "sa-men", "nieu-we"),
        *("ge-meen-te", "post-co-de", "mu-se-um", "werk-plek", "com-pu-ter", "con-tact"),
        *("be-ge-lei-ding", "or-ga-ni-sa-tie", "vrij-wil-li-gers-werk", "ge-ï-so-leerd"),
    ],
)
def test_syllables_are_counted_as_people_speak(word):
    assert syllables_of(word.replace("-", "")) == word.count("-") + 1


def test_a_page_of_an_office_is_found_out():
    line = (
        "Indien u in aanmerking wenst te komen voor een voorziening dient u te beschikken over "
        "een geldige indicatie, teneinde de toeleiding naar participatie te kunnen realiseren."
    )
    text = Text((line,))
    assert len(_too_long(text)) == 1
    assert len(_difficult(text)) == 8
    assert text.flesch_douma < LOWEST_SCORE
