"""The catalogues are in step with the sources, and say the same with the same placeholders."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from webapp.languages import catalogues

_ROOT = Path(__file__).resolve().parents[2]
_BIN = Path(sys.executable).parent
# What is filled in, and where a link leads.
_FILLED_IN = re.compile(r"%\(\w+\)[sd]|\{\w+\}|\]\([^)]*\)")
CODES = [
    language.code
    for language in catalogues.TRANSLATED
    if (_ROOT / "webapp/languages/base" / f"{language.code}.po").is_file()
]


def test_the_sentences_are_those_of_the_sources(tmp_path):
    found = tmp_path / "journey.pot"
    subprocess.run(
        ["make", "--silent", "sentences", f"SENTENCES={found}", f"BIN={_BIN}"],  # noqa: S607
        cwd=_ROOT,
        check=True,
        timeout=60,
    )
    with found.open("rb") as file:
        sentences = {message.id for message in read_po(file)}
    known = {message.id for message in catalogues.journey()}
    assert sentences == known, "run `make translations`, and translate what is new"


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_missing_in_a_language(code):
    assert catalogues.missing(code) == []


@pytest.mark.parametrize("code", CODES)
def test_a_translation_fills_in_what_the_sentence_does(code):
    with (_ROOT / "webapp/languages/base" / f"{code}.po").open("rb") as file:
        catalogue = read_po(file, locale=code)
    wrong = [message.id for message in catalogue if message.id and not _is_alike(message)]
    assert wrong == []


def _is_alike(message):
    if isinstance(message.id, str):
        return sorted(_FILLED_IN.findall(message.id)) == sorted(_FILLED_IN.findall(message.string))
    known = set(_FILLED_IN.findall(message.id[1]))
    return all(set(_FILLED_IN.findall(form)) <= known for form in message.string)


@pytest.mark.parametrize(
    ("code", "number", "words"),
    [
        *(("en", 1, "1 question"), ("en", 5, "5 questions"), ("tr", 5, "5 soru")),
        *(("pl", 1, "1 pytanie"), ("pl", 3, "3 pytania"), ("pl", 12, "12 pytań")),
        *(("pl", 21, "21 pytań"), ("pl", 22, "22 pytania")),
        *(("uk", 1, "1 запитання"), ("uk", 5, "5 запитань"), ("uk", 12, "12 запитань")),
        *(("ar", 1, "سؤال واحد"), ("ar", 2, "سؤالان"), ("ar", 3, "3 أسئلة")),
        *(("ar", 11, "11 سؤالًا"), ("ar", 99, "99 سؤالًا"), ("ar", 100, "100 سؤال")),
    ],
)
def test_a_number_goes_with_its_own_form(code, number, words):
    found = catalogues.translations(code).ngettext("%(num)s vraag", "%(num)s vragen", number)
    assert found % {"num": number} == words


@pytest.mark.parametrize("words", ["maand maanden شهرًا", "dag dagen يومًا"])
def test_twelve_of_something_has_its_own_form_in_arabic(words):
    one, many, twelve = words.split()
    found = catalogues.translations("ar").ngettext(f"%(num)s {one}", f"%(num)s {many}", 12)
    assert found == f"%(num)s {twelve}"


def test_a_number_in_groups_is_set_apart_in_arabic():
    """Else the groups run to the left as the sentence does: “00 06” for “06 00”."""
    with (_ROOT / "webapp/languages/base/ar.po").open("rb") as file:
        messages = [message for message in read_po(file, locale="ar") if message.id]
    said = [" ".join(each.string) if each.pluralizable else each.string for each in messages]
    grouped = [text for text in said if re.search(r"\d[ -]\d", text)]
    assert grouped
    assert [text for text in grouped if not re.search("\u2066[\\d -]+\u2069", text)] == []


@pytest.mark.parametrize("gap", ["", "#, fuzzy"])
def test_a_language_with_a_gap_is_not_offered(gap, tmp_path, monkeypatch):
    """A sentence without a translation, or one of which somebody is in doubt."""
    folder = tmp_path / "languages"
    folder.mkdir()
    (folder / "journey.pot").write_text('msgid "Hallo"\nmsgstr ""\n')
    (folder / "en.po").write_text('msgid "Hallo"\nmsgstr "Hello"\n')
    said = "Merhaba" if gap else ""
    (folder / "tr.po").write_text(f'{gap}\nmsgid "Hallo"\nmsgstr "{said}"\n')
    monkeypatch.setattr(catalogues.resources, "base_file", tmp_path.joinpath)
    kept = (catalogues.offered, catalogues.journey, catalogues._catalogue)  # noqa: SLF001
    for each in kept:
        each.cache_clear()
    codes = [language.code for language in catalogues.offered()]
    for each in kept:
        each.cache_clear()
    assert codes == ["nl", "en"]
