"""The form for a group of settings."""

from datetime import date
from functools import cache
from typing import Any, ClassVar

from wtforms import HiddenField

from webapp.municipalities.operations import fingerprint
from webapp.municipalities.settings import MunicipalitySettings
from webapp.web.forms.base import Form
from webapp.web.forms.fields import choices_of
from webapp.web.moderator.settings_controls import control
from webapp.web.moderator.settings_words import Group, names_of_choices

# A list that is typed with an item on each line.
_OF_LINES = frozenset({"allowance_caps", "return_reasons", "rejection_reasons"})


class SettingsForm(Form):
    """Settings that belong together; `seen` is the fingerprint of what they were when shown."""

    names: ClassVar[tuple[str, ...]] = ()
    seen = HiddenField()

    def to_draft(self) -> dict[str, Any]:
        """Return the settings of this form as the domain keeps them."""
        return {name: _kept(name, self[name].data) for name in self.names}


def settings_form(group: Group, settings: MunicipalitySettings) -> SettingsForm:
    """Return the form of a group as it was sent, or else with the settings as they are."""
    data = {name: _shown(name, getattr(settings, name)) for name in group.names}
    form = _form_class(group)(data={"seen": fingerprint(settings, group.names), **data})
    if "products_offered" in group.names:  # the class is kept, and serves every municipality
        form["products_offered"].choices = choices_of(names_of_choices("products_offered"))
    return form


@cache
def _form_class(group: Group) -> type[SettingsForm]:
    controls = {name: control(name) for name in group.names}
    return type("GroupForm", (SettingsForm,), {**controls, "names": group.names})


def _shown(name: str, value: Any) -> Any:  # noqa: ANN401
    """Return a setting as its field shows it."""
    if name in _OF_LINES:
        return "\n".join(value)
    if name == "accessibility_checked_on":
        return date.fromisoformat(value) if value else None
    return list(value) if isinstance(value, tuple) else value


def _kept(name: str, value: Any) -> Any:  # noqa: ANN401
    """Return what a field holds as the setting is kept."""
    if name in _OF_LINES:
        return tuple(line.strip() for line in value.splitlines() if line.strip())
    if name == "accessibility_checked_on":
        return value.isoformat() if value else ""
    return tuple(value) if isinstance(value, list) else value
