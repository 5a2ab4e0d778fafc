"""Rules for fields; each takes the whole Dutch sentence that says how to mend it."""

from collections.abc import Callable

from flask_babel import gettext as _
from wtforms import Field
from wtforms import Form as AnyForm
from wtforms.validators import InputRequired, Length, Optional, StopValidation, ValidationError

from webapp.core.text_rules import name_problem

__all__ = ["a_name", "asked_for", "chosen", "filled", "may_be_empty", "no_longer_than"]


def filled(sentence: str) -> Callable[[AnyForm, Field], None]:
    """Ask for something other than white space."""

    def rule(_form: AnyForm, field: Field) -> None:
        if not field.data or (isinstance(field.data, str) and not field.data.strip()):
            field.errors = []
            raise StopValidation(sentence)

    rule.field_flags = {"required": True}  # type: ignore[attr-defined]
    return rule


def asked_for(_form: AnyForm, _field: Field) -> None:
    """Mark a field as one to fill in; the domain says so when it stays empty."""


asked_for.field_flags = {"required": True}  # type: ignore[attr-defined]


def chosen(sentence: str) -> InputRequired:
    """Ask for a choice."""
    return InputRequired(sentence)


def no_longer_than(limit: int, sentence: str) -> Length:
    """Allow at most `limit` characters."""
    return Length(max=limit, message=sentence)


def a_name(_form: AnyForm, field: Field) -> None:
    """Refuse what is no name of a person."""
    problem = name_problem(field.data or "")
    if problem:
        raise ValidationError(_(problem))


def may_be_empty() -> Optional:
    """Skip the other rules for an empty field."""
    return Optional(strip_whitespace=True)
