"""The form for how a resident can be reached."""

from flask_babel import lazy_gettext as _l
from wtforms import TelField

from webapp.registrations.contact import Contact
from webapp.web.forms.base import Form
from webapp.web.forms.fields import Email, Line
from webapp.web.forms.rules import asked_for
from webapp.web.forms.versioned import VersionedForm


class Phone(Line, TelField):
    """A telephone number, without white space around it."""


class ContactForm(Form):
    """Name, two ways to reach somebody, and where they live."""

    name = Line(
        _l("Je naam"),
        [asked_for],
        description=_l("Dan weten we hoe we je mogen noemen."),
        render_kw={"autocomplete": "name"},
    )
    email = Email(
        _l("E-mailadres"),
        description=_l("Dan sturen we je een mail, met een link naar je aanmelding."),
    )
    phone = Phone(
        _l("Telefoonnummer"),
        description=_l("Dan kunnen we je bellen."),
        render_kw={"autocomplete": "tel", "inputmode": "tel"},
    )
    residence = Line(
        _l("Je postcode of woonplaats"),
        [asked_for],
        description=_l("Dan zoeken we dicht bij jou. De vier cijfers zijn genoeg."),
        render_kw={"autocomplete": "postal-code", "size": 20},
    )

    def to_draft(self) -> Contact:
        """Return what was filled in."""
        return Contact(
            name=self.name.data or "",
            email=self.email.data or "",
            phone=self.phone.data or "",
            residence=self.residence.data or "",
        )


class ContactCorrectionForm(VersionedForm, ContactForm):
    """The same, for a registration that exists."""
