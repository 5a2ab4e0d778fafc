"""How each field of a workplace is filled in: one table of controls."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField
from wtforms.fields.choices import SelectChoice

from webapp.trajectories.ladder import rungs
from webapp.web.forms.fields import Checkboxes, Email, Line, Paragraphs, choices_of
from webapp.web.forms.rules import asked_for
from webapp.web.forms.typed_fields import OneChoice, WholeNumber
from webapp.web.provider.hints import HINTS
from webapp.workplaces import labels
from webapp.workplaces.rules import REQUIRED
from webapp.workplaces.tidying import LONG_TEXTS
from webapp.workplaces.vocabulary import DAY_PARTS

# One of these; the value of each is how the vocabulary writes it.
ONE_OF: Mapping[str, Mapping[Any, str]] = {
    "work_pressure": labels.WORK_PRESSURES,
    "independence": labels.INDEPENDENCES,
    "guidance_kind": labels.GUIDANCE_KINDS,
    "wheelchair": labels.ACCESS,
    "toilet": labels.ACCESS,
    "quiet_room": labels.ACCESS,
    "availability": labels.AVAILABILITIES,
    "allowance": labels.ALLOWANCES,
}
NUMBERS = frozenset({"hours_min", "hours_max", "places"})
# Their choices are in the database, or differ per municipality: the form is given them.
GIVEN = frozenset({"sectors", "service_area", "products"})
_AUTOCOMPLETE = {
    "contact_name": {"autocomplete": "name"},
    "contact_phone": {"autocomplete": "tel", "inputmode": "tel"},
    "website": {"inputmode": "url", "spellcheck": "false"},
    "postcode": {"size": "10", "spellcheck": "false"},
    "house_number": {"size": "10"},
}
_CHOICES: Mapping[str, Callable[[], list[SelectChoice]]] = {
    "rungs": lambda: [
        SelectChoice(
            str(rung.number), _("Trede %(number)s: %(name)s", number=rung.number, name=rung.name)
        )
        for rung in rungs()
    ],
    "quality_marks": lambda: choices_of(labels.QUALITY_MARKS),
    "day_parts": lambda: [SelectChoice(part, _day_part(part)) for part in DAY_PARTS],
}
SEVERAL_OF = GIVEN | _CHOICES.keys()


def control(name: str) -> Any:  # noqa: ANN401 (an unbound field of WTForms)
    """Return the control for field `name` of a workplace."""
    options = {
        "label": _(labels.FIELDS[name]),
        "description": HINTS.get(name, ""),
        "validators": [asked_for] if name in REQUIRED else [],
        "render_kw": _AUTOCOMPLETE.get(name, {}),
    }
    if name in ONE_OF:
        return OneChoice(choices=_one_of(name), **options)
    if name in SEVERAL_OF:
        return Checkboxes(choices=_CHOICES.get(name, list)(), **options)
    return _kind_of(name)(**options)


def _kind_of(name: str) -> Callable[..., Any]:
    if name in NUMBERS:
        return WholeNumber
    if name in LONG_TEXTS:
        return Paragraphs
    if name == "contact_email":
        return Email
    return BooleanField if name.endswith("_public") or name in _YES_OR_NO else Line


_YES_OR_NO = frozenset({"try_out", "transport_offered"})


def _one_of(name: str) -> list[SelectChoice]:
    """Return the choices, with one to leave a question open where that may be."""
    known = choices_of(ONE_OF[name])
    return known if name in REQUIRED else [*known, SelectChoice("", _("Niet ingevuld"))]


def _day_part(key: str) -> Any:  # noqa: ANN401 (a text that is translated later)
    """Return the name of a part of a day: 'maandagochtend'."""
    day, part = key.split("-")
    return _("%(day)s%(part)s", day=_(labels.DAY_NAMES[day]), part=_(labels.PART_NAMES[part]))
