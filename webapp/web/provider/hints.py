"""The help text below the label of a field, where it needs one."""

from flask_babel import lazy_gettext as _

HINTS = {
    "title": _("Kort en duidelijk, zoals: Meewerken in de moestuin."),
    "summary": _("Dit lezen bezoekers het eerst. Hooguit 400 tekens."),
    "tasks": _("Beschrijf een gewone dag. Schrijf kort en zeg “je”."),
    "learning": _("Vakwerk, maar ook samenwerken of op tijd komen."),
    "special": _("De sfeer, de plek, de mensen: wat maakt het hier fijn?"),
    "sectors": _("Kies alles wat past."),
    "rungs": _(
        "De participatieladder laat in zes treden zien hoe iemand meedoet. "
        "Op welke trede staat iemand die hier begint? Kies alles wat past."
    ),
    "products": _(
        "Een traject is een periode op een werkplek, met een doel. Welke soorten bied je hier aan?"
    ),
    "target_group": _("Schrijf op wat iemand leuk moet vinden, niet wat iemand mankeert."),
    "method": _("Wie begeleidt er, en hoe gaat dat op een gewone dag?"),
    "progress": _("Bijvoorbeeld: elke maand een gesprek."),
    "moving_on": _("Waar kan iemand na deze werkplek naartoe?"),
    "street": _("Het adres waar het werk is. Dat kan een ander adres zijn dan je kantoor."),
    "house_number": _("Met de toevoeging erbij, zoals 12a."),
    "postcode": _("Zoals 1234 AB."),
    "service_area": _(
        "Kunnen ook inwoners van een andere gemeente hier werken? Kies die gemeente."
    ),
    "public_transport": _("Welke halte, en hoe ver is het lopen?"),
    "transport_offered": _("Bijvoorbeeld een busje vanaf het station."),
    "day_parts": _("Wanneer is er werk en begeleiding? Kies alles wat kan."),
    "hours_min": _("Een heel getal, van 1 tot en met 40."),
    "hours_max": _("Een heel getal, van 1 tot en met 40."),
    "places": _("Voor hoeveel mensen tegelijk is er plek?"),
    "allowance": _("Een vergoeding voor onkosten, zoals reizen of een lunch."),
    "contact_name": _("Wie kunnen we bellen of mailen over deze werkplek?"),
    "contact_email": _("Vul een e-mailadres of een telefoonnummer in. Allebei mag ook."),
    "website": _("Een pagina met meer over deze werkplek, zoals www.voorbeeld.nl."),
}
