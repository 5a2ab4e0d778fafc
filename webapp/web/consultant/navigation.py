"""The menu beside the pages for consultants."""

from flask_babel import gettext as _

from webapp.registrations.queries import count_asking
from webapp.web.edge import db
from webapp.web.navigation import Item, item
from webapp.web.site import current_municipality


def sections() -> list[Item]:
    """Return the parts of the consultants' area, with how many registrations have news."""
    return [
        item(_("Zoeken voor een inwoner"), "consultant.overview"),
        item(_("Bewaarde zoekopdrachten"), "consultant.saved_searches"),
        item(_("Lijstjes"), "consultant.shortlists"),
        item(
            _("Aanmeldingen"),
            "consultant.registrations",
            count=count_asking(db(), current_municipality().code),
        ),
        item(_("Inwoner aanmelden"), "public.resident_signup"),
        item(_("Plaatsingen"), "consultant.placements"),
        item(_("Termijnen"), "consultant.deadlines"),
        item(_("Vindplaatsen"), "consultant.finding_places"),
        item(_("Aanbod per trede"), "consultant.matrix"),
    ]
