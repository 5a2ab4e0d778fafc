"""Fields that take what people type liberally."""

from collections.abc import Mapping
from typing import Any, TypeVar

from flask_babel import lazy_gettext
from wtforms import (
    EmailField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from webapp.core.text import one_line

Key = TypeVar("Key", bound=str)


def _stripped(value: str | None) -> str:
    return (value or "").replace("\r\n", "\n").strip()


def _on_one_line(value: str | None) -> str:
    return one_line(_stripped(value))


def choices_of(names: Mapping[Key, str]) -> list[SelectChoice]:
    """Return the choices {value: name} for a field, the names in the visitor's language."""
    return [SelectChoice(str(value), lazy_gettext(name)) for value, name in names.items()]


class Line(StringField):
    """A text of one line, without white space around it."""

    def __init__(self, label: str, validators: Any = (), **options: Any) -> None:  # noqa: ANN401
        super().__init__(label, validators, filters=[_on_one_line], **options)


class Email(EmailField):
    """An e-mail address as typed, without white space around it."""

    def __init__(self, label: str, validators: Any = (), **options: Any) -> None:  # noqa: ANN401
        render = {"autocomplete": "email", "inputmode": "email", "spellcheck": "false"}
        options["render_kw"] = {**render, **options.get("render_kw", {})}
        super().__init__(label, validators, filters=[_on_one_line], **options)


class Paragraphs(TextAreaField):
    """A text of several lines."""

    def __init__(self, label: str, validators: Any = (), **options: Any) -> None:  # noqa: ANN401
        options["render_kw"] = {"rows": 5, **options.get("render_kw", {})}
        super().__init__(label, validators, filters=[_stripped], **options)


class Checkboxes(SelectMultipleField):
    """Several choices out of a list, each with a box."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def pre_validate(self, form: Any) -> None:  # noqa: ANN401
        """Drop choices that do not exist: no visitor can mend those."""
        del form
        known = {str(choice.value) for choice in self.iter_choices()}
        self.data: list[str] = [value for value in self.data or [] if str(value) in known]
