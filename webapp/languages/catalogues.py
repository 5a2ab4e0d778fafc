"""Catalogues of translations, and the languages in which nothing of the residents' way is missing.

Dutch is the language of the sources. `base/journey.pot` holds every sentence that a resident may
meet, on pages, in errors and in mails; `base/<code>.po` holds what a language makes of it.
"""

from dataclasses import dataclass
from functools import cache
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from webapp.core import resources


@dataclass(frozen=True)
class Language:
    """A language: its code (ISO 639-1), its own name for itself, and which way it is written."""

    code: str
    name: str
    direction: str = "ltr"

    @property
    def is_source(self) -> bool:
        """Whether the sources are written in it."""
        return self.code == DUTCH.code


DUTCH = Language("nl", "Nederlands")
# In the order in which visitors see them.
TRANSLATED = (
    Language("en", "English"),
    Language("ar", "العربية", "rtl"),
    Language("tr", "Türkçe"),
    Language("pl", "Polski"),
    Language("uk", "Українська"),
)


@cache
def offered() -> tuple[Language, ...]:
    """Return the languages to choose from, Dutch first: one with a sentence missing is left out."""
    return (DUTCH, *(language for language in TRANSLATED if not missing(language.code)))


def find(code: str) -> Language:
    """Return the language with this code when it is offered, and else Dutch."""
    return next((language for language in offered() if language.code == code), DUTCH)


def missing(code: str) -> list[str]:
    """Return the sentences of the residents' way that language `code` has no translation of."""
    catalogue = _catalogue(code)
    return [
        text_of(message)
        for message in journey()
        if message.id and not _is_translated(catalogue.get(message.id))
    ]


@cache
def journey() -> Catalog:
    """Return every sentence that a resident may meet, without translations."""
    with resources.base_file("languages", "journey.pot").open("rb") as file:
        return read_po(file)


@cache
def translations(code: str) -> NullTranslations:
    """Return what language `code` makes of the sentences; Dutch leaves them as they are."""
    if code == DUTCH.code:
        return NullTranslations()
    binary = BytesIO()
    write_mo(binary, _catalogue(code))
    binary.seek(0)
    return Translations(fp=binary)


def text_of(message: Message) -> str:
    """Return a sentence as it stands in the sources; of one with a plural, the singular."""
    return message.id if isinstance(message.id, str) else message.id[0]


@cache
def _catalogue(code: str) -> Catalog:
    path = resources.base_file("languages", f"{code}.po")
    if not path.is_file():
        return Catalog(locale=code)
    with path.open("rb") as file:
        return read_po(file, locale=code)


def _is_translated(message: Message | None) -> bool:
    """Tell whether there is a translation, in each plural, of which nobody is still in doubt."""
    if message is None or message.fuzzy:
        return False
    forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return bool(forms) and all(forms)
