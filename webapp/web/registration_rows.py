"""What a registration says, as rows of label and value: for residents and for staff."""

from collections.abc import Mapping
from typing import Any, Protocol

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from webapp.registrations import labels
from webapp.registrations.contact import Contact
from webapp.registrations.models import FilledInBy
from webapp.registrations.vocabulary import Need
from webapp.web.texts import translated
from webapp.workplaces.labels import DAY_NAMES, PART_NAMES
from webapp.workplaces.sectors import all_sectors


class Filled(Protocol):
    """A registration, or the draft of one."""

    @property
    def filled_in_by(self) -> FilledInBy: ...
    @property
    def helper_name(self) -> str: ...
    @property
    def agreed_with(self) -> str: ...
    @property
    def sectors(self) -> list[str] | tuple[str, ...]: ...
    @property
    def wishes(self) -> str: ...
    @property
    def day_parts(self) -> list[str] | tuple[str, ...]: ...
    @property
    def needs(self) -> list[str] | tuple[str, ...]: ...
    @property
    def needs_notes(self) -> str: ...
    @property
    def contact(self) -> Contact: ...


def rows_of(
    session: Session, filled: Filled, *, who: Mapping[FilledInBy, str]
) -> list[dict[str, Any]]:
    """Return rows {label, value, step} for the macro `data_list`, contact first.

    `step` names the step of the sign-up that asks for it; `who` says who filled it in, in the
    words of the reader.
    """
    sectors = {sector.key: translated(sector.name) for sector in all_sectors(session)}
    contact = filled.contact
    rows = [
        ("contact", _("Naam"), contact.name),
        ("contact", _("E-mailadres"), contact.email),
        ("contact", _("Telefoonnummer"), contact.phone),
        ("contact", _("Postcode of woonplaats"), contact.residence),
        ("werk", _("Soort werk"), [sectors[key] for key in filled.sectors if key in sectors]),
        ("werk", _("Meer over het werk"), filled.wishes),
        ("dagen", _("Dagen"), days_in_words(filled.day_parts)),
        ("nodig", _("Nodig op het werk"), [_(labels.NEEDS[Need(need)]) for need in filled.needs]),
        ("nodig", _("Ook nodig"), filled.needs_notes),
        ("invuller", _("Ingevuld door"), _(who[filled.filled_in_by])),
    ]
    if filled.helper_name:
        rows.append(("invuller", _("Naam van wie het invulde"), filled.helper_name))
    if filled.agreed_with:
        rows.append(("afspraak", _("Afgesproken met"), filled.agreed_with))
    return [{"step": step, "label": label, "value": value} for step, label, value in rows]


def days_in_words(day_parts: list[str] | tuple[str, ...]) -> list[str]:
    """Return a line for each day: 'Maandag: ochtend en middag', 'Dinsdag: hele dag'."""
    lines = []
    for day, name in DAY_NAMES.items():
        parts = [_(word) for part, word in PART_NAMES.items() if f"{day}-{part}" in day_parts]
        if parts:
            when = _("hele dag") if len(parts) == len(PART_NAMES) else _(" en ").join(parts)
            lines.append(f"{_(name).capitalize()}: {when}")
    return lines
