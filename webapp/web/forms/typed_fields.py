"""Fields that hold a choice, a number or a day, and ask for one in Dutch when they cannot."""

from typing import Any

from flask_babel import gettext as _
from wtforms import DateField, IntegerField, RadioField, TimeField


class OneChoice(RadioField):
    """One choice out of a list; nothing chosen, or something that is not in it, is ''."""

    def process_data(self, value: object) -> None:
        """Take nothing as ''."""
        self.data = "" if value is None else str(value)

    def pre_validate(self, form: Any) -> None:  # noqa: ANN401
        """Drop a choice that does not exist: no visitor can mend it."""
        del form
        if self.data not in {str(choice.value) for choice in self.iter_choices()}:
            self.data = ""


class WholeNumber(IntegerField):
    """A whole number, typed as text; None when empty."""

    _MOST_DIGITS = 6

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take the number, or ask for one."""
        typed = "".join(valuelist[:1]).strip()
        self.data = None
        if not typed:
            return
        if not (typed.isascii() and typed.isdecimal() and len(typed) <= self._MOST_DIGITS):
            raise ValueError(_("Vul een heel getal in, zoals 8."))
        self.data = int(typed)


class Day(DateField):
    """A day: from the browser's calendar, or typed as 31-12-2026; None when empty."""

    def __init__(self, label: str, validators: Any = (), **options: Any) -> None:  # noqa: ANN401
        formats = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
        super().__init__(label, validators, format=formats, **options)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take the day, or ask for one."""
        self.data = None
        if not "".join(valuelist).strip():
            return
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(_("Vul een datum in, zoals 31-12-2026.")) from None


class TimeOfDay(TimeField):
    """A time of day: from the browser's clock, or typed as 14.30; None when empty."""

    def __init__(self, label: str, validators: Any = (), **options: Any) -> None:  # noqa: ANN401
        super().__init__(label, validators, format=["%H:%M", "%H.%M", "%H:%M:%S"], **options)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take the time, or ask for one."""
        self.data = None
        if not "".join(valuelist).strip():
            return
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(_("Vul een tijd in, zoals 14.30.")) from None
