"""The form about an organisation."""

from collections.abc import Collection
from dataclasses import asdict
from typing import Any, Self

from flask_babel import lazy_gettext as _

from webapp.organisations.details import LABELS, REQUIRED, OrganisationDetails, problems_of
from webapp.web.forms.base import Form
from webapp.web.forms.fields import Email, Line, Paragraphs
from webapp.web.forms.rules import asked_for

_HINTS = {
    "kvk_number": _("Acht cijfers. Heb je geen KvK-nummer? Laat dit dan leeg."),
    "description": _("Wie zijn jullie en wat doen jullie? Een paar zinnen is genoeg."),
    "contact_name": _("Wie kan de gemeente bellen of mailen?"),
}


def _options(name: str, **attributes: str) -> dict[str, Any]:
    return {
        "label": _(LABELS[name]),
        "description": _HINTS.get(name, ""),
        "validators": [asked_for] if name in REQUIRED else [],
        "render_kw": attributes,
    }


class DetailsForm(Form):
    """What an organisation says of itself."""

    name = Line(**_options("name", autocomplete="organization"))
    kvk_number = Line(**_options("kvk_number", inputmode="numeric", size="12"))
    description = Paragraphs(**_options("description"))
    website = Line(**_options("website", inputmode="url", spellcheck="false"))
    contact_name = Line(**_options("contact_name", autocomplete="name"))
    contact_email = Email(**_options("contact_email"))
    contact_phone = Line(**_options("contact_phone", autocomplete="tel", inputmode="tel"))

    @property
    def names(self) -> list[str]:
        """The fields of an organisation that are asked for."""
        return [name for name in LABELS if name in self]

    def to_draft(self) -> OrganisationDetails:
        """Return the details that were filled in."""
        values = {name: self[name].data for name in self.names}
        if "public_contact" in values:
            values["public_contact"] = " ".join(values["public_contact"])
        return OrganisationDetails(**values)

    def check(self) -> OrganisationDetails:
        """Return the tidied details; show at the fields what is wrong with them."""
        details = self.to_draft().tidied()
        self.add_problems(problems_of(details))
        return details

    @classmethod
    def filled_with(
        cls,
        details: OrganisationDetails,
        *,
        without: Collection[str] = (),
        **options: Any,  # noqa: ANN401 (those of WTForms)
    ) -> Self:
        """Return the form as it was sent, or else with `details`; some fields may be left out."""
        values = {**asdict(details), "public_contact": details.public_contact.split()}
        form = cls(data=values, **options)
        for name in without:
            del form[name]
        return form
