"""What a workplace says of itself as facts with a label: all of them, or those for visitors."""

from collections.abc import Collection
from dataclasses import dataclass

from flask_babel import gettext as _
from markupsafe import Markup

from webapp.web.workplace_words import Names, Written, is_in_own_words, label_of, written
from webapp.workplaces import labels
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.sections import FIELDS, Section


@dataclass(frozen=True)
class Fact:
    """One line for people, in the shape that the component `data_list` takes."""

    label: str
    value: Written
    in_own_words: bool = False


@dataclass(frozen=True)
class FactGroup:
    """The facts of one section, under its name."""

    section: Section
    heading: str
    facts: tuple[Fact, ...]


def facts_of(
    content: WorkplaceContent, field_names: Collection[str], names: Names
) -> tuple[Fact, ...]:
    """Return each of these fields, the empty ones too."""
    return tuple(_fact(name, written(name, getattr(content, name), names)) for name in field_names)


def groups_for_visitors(content: WorkplaceContent, names: Names) -> tuple[FactGroup, ...]:
    """Return what a visitor may read, section by section; what is empty is left out.

    Title and summary stand above it on the page. How to reach the provider is shown only as far
    as the provider said so.
    """
    public = _without_private_contact(content)
    groups = []
    for section in Section:
        facts = [
            _fact(name, linked(name, written(name, getattr(public, name), names)))
            for name in FIELDS[section]
            if name not in _SHOWN_OTHERWISE
        ]
        facts[0:0] = _composed(section, public)
        filled = tuple(fact for fact in facts if fact.value)
        if filled:
            groups.append(FactGroup(section, str(_(labels.SECTIONS[section])), filled))
    return tuple(groups)


def _fact(field: str, value: Written) -> Fact:
    return Fact(label_of(field), value, is_in_own_words(field))


# Above the facts, part of a composed fact, or no fact for visitors.
_SHOWN_OTHERWISE = frozenset(
    {
        *("title", "summary"),
        *("street", "house_number", "postcode", "place"),
        *("hours_min", "hours_max"),
        *("photos", "documents", "videos"),
        *("contact_name_public", "contact_phone_public", "contact_email_public"),
    }
)


# What to put before a way to reach the provider, so that one press does it.
_SCHEMES = {"contact_phone": "tel:", "contact_email": "mailto:", "website": ""}


def linked(field: str, value: Written) -> Written:
    """Return a way to reach the provider as a link, any other value as it is."""
    if field not in _SCHEMES or not value:
        return value
    return Markup('<a href="{}{}">{}</a>').format(_SCHEMES[field], value, value)


def _composed(section: Section, content: WorkplaceContent) -> list[Fact]:
    """Return the facts that several fields make together."""
    if section is Section.WHERE:
        return [Fact(_("Adres"), address_lines(content), in_own_words=True)]
    if section is Section.WHEN:
        return [Fact(_("Uren per week"), hours_in_words(content))]
    return []


def address_lines(content: WorkplaceContent) -> list[str]:
    """Return the delivery address, as it stands on an envelope."""
    lines = (
        f"{content.street} {content.house_number}".strip(),
        f"{content.postcode} {content.place}".strip(),
    )
    return [line for line in lines if line]


def hours_in_words(content: WorkplaceContent) -> str:
    """Return the hours a week: '4 tot 16 uur'."""
    if not content.hours_min or not content.hours_max:
        return ""
    if content.hours_min == content.hours_max:
        return str(_("%(hours)s uur", hours=content.hours_min))
    return str(_("%(low)s tot %(high)s uur", low=content.hours_min, high=content.hours_max))


def _without_private_contact(content: WorkplaceContent) -> WorkplaceContent:
    hidden = {
        name: ""
        for name in ("contact_name", "contact_phone", "contact_email")
        if not getattr(content, f"{name}_public")
    }
    return content.changed(**hidden)
