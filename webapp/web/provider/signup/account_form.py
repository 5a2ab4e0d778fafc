"""The form for the account of who signs an organisation up."""

from typing import Any, Self

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.accounts import passwords
from webapp.core.errors import InvalidInputError
from webapp.mail.addresses import normalise
from webapp.web.forms.fields import Email, Line
from webapp.web.forms.passwords import NewPassword
from webapp.web.forms.robots import OpenForm
from webapp.web.forms.rules import filled, no_longer_than
from webapp.web.provider.signup.answers import Answers


class AccountForm(OpenForm):
    """Name, e-mail address and password. A password is asked once: only its hash is kept."""

    name = Line(
        _l("Je naam"),
        [
            filled(_l("Vul je naam in.")),
            no_longer_than(100, _l("Maak je naam korter: hooguit 100 tekens.")),
        ],
        render_kw={"autocomplete": "name"},
    )
    email = Email(
        _l("Je e-mailadres"),
        [filled(_l("Vul een e-mailadres in, zoals naam@voorbeeld.nl."))],
        description=_l("Hiermee log je in. Je krijgt een mail om het adres te bevestigen."),
    )
    password = NewPassword()

    @classmethod
    def filled_with(cls, answers: Answers) -> Self:
        """Return the form as it was sent, or else with the answers so far."""
        form = cls(data={"name": answers.name, "email": answers.email})
        if answers.password_hash:
            form.password.validators = []
            form.password.flags.required = False
            form.password.description = _(
                "Je hebt al een wachtwoord gekozen. Laat dit leeg om het te houden."
            )
        return form

    def check(self, kept_hash: str) -> dict[str, Any]:
        """Return name, address and the hash of the password; show what is wrong with them."""
        name, email, password = self.name.data or "", self.email.data or "", self.password.data
        try:
            email = normalise(email)
            if password:
                passwords.check(password, name=name, email=email)
        except InvalidInputError as refusal:
            self.add_problems(refusal.problems)
            return {}
        password_hash = passwords.hash_password(password) if password else kept_hash
        return {"name": name, "email": email, "password_hash": password_hash}
