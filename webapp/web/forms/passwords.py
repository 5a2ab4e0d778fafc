"""Fields for passwords: never shown again, pasted freely."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import PasswordField

from webapp.web.forms.rules import filled


class CurrentPassword(PasswordField):
    """The password that somebody has."""

    def __init__(self, label: str = "", **options: Any) -> None:  # noqa: ANN401
        super().__init__(
            label or _l("Wachtwoord"),
            [filled(_l("Vul je wachtwoord in."))],
            render_kw={"autocomplete": "current-password"},
            **options,
        )


class NewPassword(PasswordField):
    """A password that somebody chooses; what is easy to guess the domain refuses."""

    def __init__(self, label: str = "", **options: Any) -> None:  # noqa: ANN401
        super().__init__(
            label or _l("Kies een wachtwoord"),
            [filled(_l("Kies een wachtwoord van minstens 12 tekens."))],
            description=_l("Minstens 12 tekens. Een korte zin is goed en makkelijk te onthouden."),
            render_kw={"autocomplete": "new-password"},
            **options,
        )
