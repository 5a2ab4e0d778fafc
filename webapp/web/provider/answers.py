"""All answers about a workplace, each with the way to change it."""

from dataclasses import dataclass, replace

from flask_babel import gettext as _

from webapp.web.edge import db
from webapp.web.provider.tasks import section_url
from webapp.web.workplace_facts import Fact, facts_of
from webapp.web.workplace_media import MediaAddresses, small_picture
from webapp.web.workplace_words import names_in
from webapp.workplaces import labels
from webapp.workplaces.models import Workplace
from webapp.workplaces.sections import FIELDS, Section, section_of


@dataclass(frozen=True)
class Answers:
    """The answers of one section; `url` is where they are changed."""

    section: Section
    heading: str
    url: str
    facts: tuple[Fact, ...]


def answers_of(workplace: Workplace) -> list[Answers]:
    """Return the answers in the latest version, section by section."""
    content = workplace.latest_version.content
    names = names_in(db(), content)
    return [
        Answers(
            section,
            str(_(labels.SECTIONS[section])),
            section_url(workplace, section),
            _with_pictures(facts_of(content, FIELDS[section], names), section, workplace),
        )
        for section in Section
    ]


def _with_pictures(
    facts: tuple[Fact, ...], section: Section, workplace: Workplace
) -> tuple[Fact, ...]:
    """Return the facts with the photos themselves in place of words about them."""
    if section is not Section.MEDIA:
        return facts
    addresses = MediaAddresses("provider", workplace.public_id)
    photos = workplace.latest_version.content.photos
    pictures: list[str] = [small_picture(photo, addresses) for photo in photos]
    return tuple(
        replace(fact, value=pictures) if name == "photos" else fact
        for name, fact in zip(FIELDS[section], facts, strict=True)
    )


def problem_links(workplace: Workplace, problems: dict[str, str]) -> list[tuple[str, str]]:
    """Return each problem as its sentence and the address where it is mended."""
    return [
        (sentence, f"{section_url(workplace, section_of(field))}#{field}")
        for field, sentence in problems.items()
    ]
