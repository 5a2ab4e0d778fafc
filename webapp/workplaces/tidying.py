"""Making one form of what people type in many: spaces, postcodes, addresses, orders."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from webapp.core.text import one_line
from webapp.organisations.contact_rules import tidy_website
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.vocabulary import DAY_PARTS

# Texts of more than one line: white space inside them is left as it was typed.
LONG_TEXTS = frozenset(
    {
        "summary",
        "tasks",
        "learning",
        "special",
        "target_group",
        "method",
        "progress",
        "moving_on",
        "training",
        "public_transport",
        "transport_notes",
        "accessibility_notes",
        "allowance_notes",
    }
)


def tidy(content: WorkplaceContent) -> WorkplaceContent:
    """Return `content` written the one way in which it is kept."""
    values = {item.name: getattr(content, item.name) for item in fields(content)}
    return WorkplaceContent(**{name: _tidied(name, value) for name, value in values.items()})


def tidy_postcode(text: str) -> str:
    """Return a Dutch postcode as '6921 AB'; anything else as it was, on one line."""
    compact = "".join(text.split()).upper()
    if len(compact) == 6 and compact[:4].isdecimal():
        return f"{compact[:4]} {compact[4:]}"
    return one_line(text)


def _tidy_rungs(rungs: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted(set(rungs)))


def _tidy_day_parts(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts in the order of the week; what is none comes last, to be told of."""
    known = [part for part in DAY_PARTS if part in parts]
    return tuple(known + [part for part in parts if part not in DAY_PARTS])


_SPECIAL: Mapping[str, Callable[[Any], Any]] = {
    "postcode": tidy_postcode,
    "website": tidy_website,
    "rungs": _tidy_rungs,
    "day_parts": _tidy_day_parts,
}


def _tidied(name: str, value: Any) -> Any:  # noqa: ANN401 (each field has its own type)
    if name in _SPECIAL:
        return _SPECIAL[name](value)
    if type(value) is str:  # not one of the enumerations, which are texts too
        return _tidy_lines(value) if name in LONG_TEXTS else one_line(value)
    return tuple(dict.fromkeys(value)) if isinstance(value, tuple) else value


def _tidy_lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())
