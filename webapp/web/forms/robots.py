"""Forms that anyone may send, and robots too."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField

from webapp.web.forms.base import Form


class OpenForm(Form):
    """A form with a field that only a robot fills in: templates hide it (macro `honeypot`).

    A person whose browser filled it in by itself is told, and finds it empty the next time.
    """

    fax = StringField(_l("Laat dit veld leeg"))

    def validate(self, *args: Any, **options: Any) -> bool:  # noqa: ANN401 (WTForms' own)
        is_well = bool(super().validate(*args, **options))
        if not self.fax.data:
            return is_well
        self.fax.data = ""
        self.form_errors = [
            *self.form_errors,
            _("Het versturen ging niet goed. Kijk je antwoorden na en probeer het nog een keer."),
        ]
        return False
