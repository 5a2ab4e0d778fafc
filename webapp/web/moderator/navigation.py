"""The menu beside the pages for moderators."""

from flask_babel import gettext as _

from webapp.enquiries.queries import count_for_municipality
from webapp.moderation.line import count_waiting
from webapp.web.edge import db
from webapp.web.navigation import Item, item
from webapp.web.site import current_municipality


def sections() -> list[Item]:
    """Return the parts of the moderators' area, with how much waits for them."""
    code = current_municipality().code
    waiting, enquiries = count_waiting(db(), code), count_for_municipality(db(), code)
    return [
        item(_("Wachten op controle"), "moderator.queue", count=waiting),
        item(_("Alle werkplekken"), "moderator.workplaces"),
        item(_("Vragen aan aanbieders"), "moderator.enquiries", count=enquiries),
        item(_("Uitzonderingen"), "moderator.exceptions"),
        item(_("Vragen en antwoorden"), "moderator.faq_overview"),
        item(_("Tarieven"), "moderator.tariff_overview"),
        item(_("Vindplaatsen"), "moderator.finding_places"),
        item(_("Synoniemen"), "moderator.synonyms_overview"),
        item(_("Medewerkers"), "moderator.staff"),
        item(_("Cijfers"), "moderator.figures"),
        item(_("Logboek"), "moderator.log"),
        item(_("Inzage en wissen"), "moderator.rights"),
        item(_("Register van verwerkingen"), "moderator.processing_register"),
        item(_("Instellingen"), "moderator.settings_overview"),
    ]
