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
