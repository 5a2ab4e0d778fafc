"""What kinds of finding places are called."""

from collections.abc import Mapping

from webapp.core.i18n import N_
from webapp.findingplaces.models import FindingKind

KINDS: Mapping[FindingKind, str] = {
    FindingKind.WALK_IN: N_("Inloophuis of inloopspreekuur"),
    FindingKind.COMMUNITY_CENTRE: N_("Buurthuis of dorpshuis"),
    FindingKind.OUTREACH: N_("Medewerkers die de wijk in gaan"),
    FindingKind.LIBRARY: N_("Bibliotheek"),
    FindingKind.CARE: N_("Zorg of opvang"),
    FindingKind.OTHER: N_("Iets anders"),
}
FIELDS: Mapping[str, str] = {
    "name": N_("Naam"),
    "kind": N_("Soort vindplaats"),
    "neighbourhood": N_("Wijk of buurt"),
    "street": N_("Straat"),
    "house_number": N_("Huisnummer"),
    "postcode": N_("Postcode"),
    "place": N_("Plaats"),
    "hours": N_("Wanneer kun je er terecht?"),
    "for_whom": N_("Voor wie is het?"),
    "rungs": N_("Op welke trede staan de mensen die er komen?"),
    "sectors": N_("Bij welk soort werk past het?"),
    "phone": N_("Telefoonnummer"),
    "email": N_("E-mailadres"),
    "website": N_("Website"),
    "active_from": N_("Eerste dag"),
    "active_to": N_("Laatste dag"),
}
