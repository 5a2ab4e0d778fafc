"""The fields of a workplace, written for people."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from webapp.municipalities.queries import names_by_code
from webapp.trajectories.ladder import rungs
from webapp.trajectories.products import ProductCode
from webapp.web.filters import day
from webapp.web.product_words import product_names
from webapp.web.texts import translated
from webapp.workplaces import labels
from webapp.workplaces.content import Contract, WorkplaceContent
from webapp.workplaces.media import Photo
from webapp.workplaces.sectors import all_sectors
from webapp.workplaces.vocabulary import DAYS, PARTS

Written = str | list[str]


@dataclass(frozen=True)
class Names:
    """The names behind the keys and codes that a content holds."""

    sectors: Mapping[str, str]
    municipalities: Mapping[str, str]


def names_in(session: Session, *contents: WorkplaceContent) -> Names:
    """Return the names of everything that `contents` refer to."""
    codes = {code for content in contents for code in content.service_area}
    return Names(
        sectors={sector.key: translated(sector.name) for sector in all_sectors(session)},
        municipalities=names_by_code(session, codes) if codes else {},
    )


def label_of(field: str) -> str:
    """Return what a field is called."""
    return str(_(labels.FIELDS[field]))


def written(field: str, value: Any, names: Names) -> Written:  # noqa: ANN401
    """Return the value of a field for people: a text, or a list of them; '' when it is empty."""
    if value in (None, "", (), False):
        return ""
    write = _WRITERS.get(field)
    return write(value, names) if write else str(value)


def is_in_own_words(field: str) -> bool:
    """Tell whether what a field says was written by the employer, and so is in Dutch."""
    return field not in _WRITERS or field in {"documents", "videos"}


def _days(parts: tuple[str, ...], _names: Names) -> list[str]:
    """Return a line for each day: 'maandag: ochtend en middag'."""
    lines = []
    for key in DAYS:
        chosen = [str(_(labels.PART_NAMES[part])) for part in PARTS if f"{key}-{part}" in parts]
        if chosen:
            lines.append(f"{_(labels.DAY_NAMES[key])}: {listed(chosen)}")
    return lines


def listed(words: list[str]) -> str:
    """Return 'a', 'a en b', or 'a, b en c'."""
    if len(words) == 1:
        return words[0]
    return str(_("%(first)s en %(last)s", first=", ".join(words[:-1]), last=words[-1]))


def _rungs(numbers: tuple[int, ...], _names: Names) -> list[str]:
    return [
        str(_("Trede %(number)s: %(name)s", number=rung.number, name=translated(rung.name)))
        for rung in rungs()
        if rung.number in numbers
    ]


def _products(codes: tuple[ProductCode, ...]) -> list[str]:
    names = product_names()
    return [names[code] for code in codes]


def _contracts(contracts: tuple[Contract, ...], _names: Names) -> list[str]:
    return [_contract(contract) for contract in contracts]


def _contract(contract: Contract) -> str:
    parts = [contract.party, *_products(contract.products)]
    if contract.valid_from:
        parts.append(str(_("vanaf %(day)s", day=day(contract.valid_from))))
    if contract.valid_to:
        parts.append(str(_("tot en met %(day)s", day=day(contract.valid_to))))
    return ", ".join(parts)


def _photo(photo: Photo) -> str:
    return photo.alt or str(_("Foto zonder beschrijving"))


def _choice(choices: Mapping[Any, str]) -> Callable[[Any, Names], str]:
    return lambda value, _names: str(_(choices[value]))


def _yes(_value: object, _names: Names) -> str:
    return str(_("Ja"))


_WRITERS: Mapping[str, Callable[[Any, Names], Written]] = {
    "sectors": lambda keys, names: [names.sectors.get(key, key) for key in keys],
    "rungs": _rungs,
    "products": lambda codes, _names: _products(codes),
    "work_pressure": _choice(labels.WORK_PRESSURES),
    "independence": _choice(labels.INDEPENDENCES),
    "guidance_kind": _choice(labels.GUIDANCE_KINDS),
    "service_area": lambda codes, names: sorted(
        names.municipalities.get(code, code) for code in codes
    ),
    "day_parts": _days,
    "wheelchair": _choice(labels.ACCESS),
    "toilet": _choice(labels.ACCESS),
    "quiet_room": _choice(labels.ACCESS),
    "availability": _choice(labels.AVAILABILITIES),
    "availability_on": lambda value, _names: day(value),
    "allowance": _choice(labels.ALLOWANCES),
    "contracts": _contracts,
    "photos": lambda photos, _names: [_photo(photo) for photo in photos],
    "documents": lambda documents, _names: [document.title for document in documents],
    "videos": lambda videos, _names: [f"{video.title}: {video.url}" for video in videos],
    "quality_marks": lambda marks, _names: [labels.QUALITY_MARKS[mark] for mark in marks],
    **{item.name: _yes for item in fields(WorkplaceContent) if isinstance(item.default, bool)},
}
