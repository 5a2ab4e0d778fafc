"""The form for the account of who signs an organisation up."""

from typing import Any, Self

from flask_babel import lazy_gettext as _l

from webapp.core.errors import InvalidInputError
from webapp.mail.addresses import normalise
from webapp.web.forms.fields import Email, Line
from webapp.web.forms.robots import OpenForm
from webapp.web.forms.rules import a_name, filled, no_longer_than
from webapp.web.provider.signup.answers import Answers


class AccountForm(OpenForm):
    """Name and e-mail address. The password is chosen behind the link that goes there."""

    name = Line(
        _l("Je naam"),
        [
            filled(_l("Vul je naam in.")),
            no_longer_than(100, _l("Maak je naam korter: hooguit 100 tekens.")),
            a_name,
        ],
        render_kw={"autocomplete": "name"},
    )
    email = Email(
        _l("Je e-mailadres"),
        [filled(_l("Vul een e-mailadres in, zoals naam@voorbeeld.nl."))],
        description=_l(
            "Hiermee log je in. Je krijgt een mail om het adres te bevestigen. "
            "Heb je nog geen account? Dan kies je daarna een wachtwoord."
        ),
    )

    @classmethod
    def filled_with(cls, answers: Answers) -> Self:
        """Return the form as it was sent, or else with the answers so far."""
        return cls(data={"name": answers.name, "email": answers.email})

    def check(self) -> dict[str, Any]:
        """Return name and address; show what is wrong with them."""
        try:
            return {"name": self.name.data or "", "email": normalise(self.email.data or "")}
        except InvalidInputError as refusal:
            self.add_problems(refusal.problems)
            return {}
