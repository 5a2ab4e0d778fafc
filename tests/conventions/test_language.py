"""Every Dutch text of the site: one word for one thing, plain words, short sentences.

The words of the site, and who reads them:

- werkplek: where somebody works; "plek" alone is room there ("Is er plek?")
- werkgever (for residents, and for themselves) is who offers it; staff say aanbieder;
  organisatie is what they sign up and what is checked
- aanmelden: of a resident and of an organisation; inschrijven: only for a contract
- bewaren: of all that is filled in; indienen: a workplace, to be checked
- buurgemeente, plaats ernaast: what adjoins; omgeving: all that adjoins together
- soort werk, trede op de ladder, soort traject: what a search is narrowed by

Read are the texts marked for translation in templates and code, and the content of the base. Not
read is what the command line says, nor what the demo makes up.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from webapp.core import resources

TEMPLATES = resources.folder("templates")
WEBAPP = Path(resources.__file__).parents[1]
_ONE = dict.fromkeys(("_", "_l", "N_", "gettext", "lazy_gettext"))
_KEYWORDS = {**_ONE, "ngettext": (1, 2)}
_NOT_READ = {"cli", "demo", "exchange"}
_RESIDENTS = (
    *("pages/public/", "web/public/", "mail/registrations/", "faq/residents.toml"),
    *("registrations/contact.py", "registrations/rules.py", "base/pages/"),
)
_MOST_WORDS = 20

# What is avoided, as a pattern: what to say in its place.
AVOIDED = {
    r"branches?": "soort werk",
    r"aangrenz\w+": "buurgemeente, plaats ernaast",
    r"facet\w*|filteren|gefilterd": "wat je kiest",
    r"(ge)?publice\w+": "op de site zetten",
    r"valid\w+": "controleren",
    r"vacatures?": "werkplek",
    r"registr(eer|er)\w*": "aanmelden",
    r"(inge)?schrij(f|v)\w* (je|jullie|zich) in|inschrijv\w+": "aanmelden",
    r"opslaan|opgeslagen|opslag|sla (je|de|het|dit)\b.* op": "bewaren",
    r"status\w*": "hoe het ervoor staat",
    r"hoogstens|maximaal": "hooguit",
    r"ongeldig\w*|incorrect\w*|foutief": "zeg wat er wel moet staan",
    r"(is|zijn) verplicht": "vraag erom: vul … in",
    r"je hebt (geen|niet) \w+ (ingevuld|gekozen)": "vraag erom: vul … in, kies …",
    r"u|uw|uzelf": "je",
}
AVOIDED_FOR_RESIDENTS = {r"aanbieders?": "werkgever", r"cliënt(en)?": "inwoner, of je"}
# A word that is avoided, unless the text is about this.
_MAY_SAY = {"status": "toegankelijkheid", "inschrijv": "contract"}


def _of_code(path: Path, method: str) -> Iterator[str]:
    for _line, message, _comments, _context in extract_from_file(method, path, _KEYWORDS):
        yield from (message,) if isinstance(message, str) else message


def _of_toml(value: object) -> Iterator[str]:
    """Yield the texts in a table, keys left out: those are addresses."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from () if name == "key" else _of_toml(each)
    elif isinstance(value, list):
        for each in value:
            yield from _of_toml(each)
    elif isinstance(value, str):
        yield value


def _texts() -> Iterator[tuple[str, str]]:
    """Yield (where, text) for each paragraph that somebody reads."""
    for path in (*sorted(TEMPLATES.rglob("*.*")), *sorted(WEBAPP.rglob("*.*"))):
        if _NOT_READ & set(path.parts):
            continue
        if path.suffix in {".html", ".txt"}:
            texts = _of_code(path, "jinja2")
        elif path.suffix == ".py":
            texts = _of_code(path, "python")
        elif path.suffix == ".toml" and {"content", "trajectories"} & set(path.parts):
            texts = _of_toml(tomllib.loads(path.read_text()))
        elif path.suffix == ".md":
            texts = iter([path.read_text()])
        else:
            continue
        where = "/".join(path.parts[-4:])
        yield from ((where, line) for text in texts for line in text.split("\n") if line.strip())


@cache
def _all_texts() -> list[tuple[str, str]]:
    return list(_texts())


def _for_residents() -> list[tuple[str, str]]:
    return [
        (where, text) for where, text in _all_texts() if any(part in where for part in _RESIDENTS)
    ]


def _deviations(texts: list[tuple[str, str]], pattern: str, instead: str) -> list[str]:
    found = []
    for where, text in texts:
        word = re.search(rf"(?<![\w/{{(])(?:{pattern})(?![\w/}}])", text, re.IGNORECASE)
        if word and not _may_be_said(word[0].lower(), text):
            found.append(f"{where}: {word[0]!r} in {text!r}; say: {instead}")
    return found


def _may_be_said(word: str, text: str) -> bool:
    return any(word.startswith(each) and about in text for each, about in _MAY_SAY.items())


def test_the_texts_of_every_kind_are_read():
    for part in ("pages/public/home.html", "mail/registrations/received/body.txt", "rules.py"):
        assert any(where.endswith(part) for where, _ in _all_texts()), part
    for part in ("base/pages/inwoners.md", "base/faq/residents.toml"):
        assert any(where.endswith(part) for where, _ in _for_residents()), part


@pytest.mark.parametrize(("pattern", "instead"), AVOIDED.items())
def test_one_plain_word_is_used_for_one_thing(pattern, instead):
    assert _deviations(_all_texts(), pattern, instead) == []


@pytest.mark.parametrize(("pattern", "instead"), AVOIDED_FOR_RESIDENTS.items())
def test_residents_read_their_own_words(pattern, instead):
    assert _deviations(_for_residents(), pattern, instead) == []


def test_residents_read_short_sentences():
    too_long = [
        f"{where}: {sentence}"
        for where, text in _for_residents()
        for sentence in re.split(r"(?<=[.!?:])\**\s", text)
        if len(sentence.split()) > _MOST_WORDS
    ]
    assert too_long == []
