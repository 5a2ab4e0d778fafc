"""The form that asks for a part of the log; it is sent by GET, so that a link can be kept."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from webapp.core.actor import ActorKind
from webapp.core.text import one_line
from webapp.web.forms.base import Form
from webapp.web.forms.fields import Line
from webapp.web.forms.typed_fields import Day
from webapp.web.log_words import SORTS, Sort


class LogForm(Form):
    """Where it was about, who did it, what kind of thing it was, and when."""

    class Meta(Form.Meta):
        """A question changes nothing, so it needs no token."""

        csrf = False

    subject = Line(
        _l("Waar het over gaat"),
        name="q",
        description=_l("Naam van een werkplek of organisatie, of het nummer van een aanmelding."),
    )
    actor = SelectField(_l("Wie"), name="wie", validate_choice=False)
    sort = SelectField(_l("Wat"), name="wat", validate_choice=False)
    first = Day(_l("Van"), name="van")
    last = Day(_l("Tot en met"), name="tot")

    @property
    def text(self) -> str:
        """What was asked for, on one line."""
        return one_line(self.subject.data or "")

    @property
    def chosen_sort(self) -> Sort | None:
        """The kind that was chosen, if there is one of that name."""
        return Sort(self.sort.data) if self.sort.data in set(Sort) else None

    def validate(self, *args: Any, **options: Any) -> bool:  # noqa: ANN401 (WTForms' own signature)
        """Ask for the days the right way round as well."""
        is_right = bool(super().validate(*args, **options))
        first: date | None = self.first.data
        last: date | None = self.last.data
        if first and last and last < first:
            self.add_problems({"last": _("Kies een dag die niet vóór de eerste dag ligt.")})
            return False
        return is_right


def log_form(people: Sequence[tuple[str, str]]) -> LogForm:
    """Return the form as it was asked for; `people` holds (public id, name)."""
    form = LogForm(request.args)
    form.actor.choices = [
        ("", _("Iedereen")),
        *people,
        (ActorKind.SYSTEM.value, _("Het systeem")),
        (ActorKind.RESIDENT.value, _("Inwoners")),
        (ActorKind.UNKNOWN.value, _("Onbekend wie")),
    ]
    if form.actor.data not in {value for value, _name in form.actor.choices}:
        form.actor.choices.append((form.actor.data, _("De persoon die je koos")))
    form.sort.choices = [("", _("Alles")), *((each.value, _(SORTS[each])) for each in Sort)]
    return form
