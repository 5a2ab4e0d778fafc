"""What the fields of a workplace, and what they choose from, are called for people."""

from collections.abc import Mapping

from webapp.core.i18n import N_
from webapp.media.focus import Focus
from webapp.workplaces.models import VersionStatus
from webapp.workplaces.sections import Section
from webapp.workplaces.vocabulary import (
    DAYS,
    PARTS,
    Access,
    Allowance,
    Availability,
    GuidanceKind,
    Independence,
    QualityMark,
    WorkPressure,
)

SECTIONS: Mapping[Section, str] = {
    Section.WHAT: N_("Het werk"),
    Section.AUDIENCE: N_("Voor wie"),
    Section.GUIDANCE: N_("Begeleiding"),
    Section.WHERE: N_("Waar het is"),
    Section.WHEN: N_("Dagen en uren"),
    Section.ACCESSIBILITY: N_("Toegankelijkheid"),
    Section.CAPACITY: N_("Hoeveel plek er is"),
    Section.MONEY: N_("Vergoeding"),
    Section.STATUS: N_("Contract en keurmerk"),
    Section.MEDIA: N_("Foto's en documenten"),
    Section.CONTACT: N_("Contact"),
}

FIELDS: Mapping[str, str] = {
    "title": N_("Naam van de werkplek"),
    "summary": N_("In het kort"),
    "tasks": N_("Wat je doet"),
    "learning": N_("Wat je kunt leren"),
    "special": N_("Wat deze werkplek bijzonder maakt"),
    "sectors": N_("Soort werk"),
    "rungs": N_("Trede op de ladder"),
    "products": N_("Soort traject"),
    "target_group": N_("Voor wie deze werkplek past"),
    "work_pressure": N_("Werkdruk"),
    "independence": N_("Zelfstandig werken"),
    "try_out": N_("Je kunt eerst meedraaien op een proefplek (hooguit 24 uur)"),
    "guidance_kind": N_("Hoeveel begeleiding"),
    "method": N_("Hoe de begeleiding gaat"),
    "progress": N_("Hoe we volgen hoe het gaat"),
    "moving_on": N_("Hoe je verder kunt groeien"),
    "training": N_("Cursussen, certificaten en praktijkverklaringen"),
    "street": N_("Straat"),
    "house_number": N_("Huisnummer"),
    "postcode": N_("Postcode"),
    "place": N_("Plaats"),
    "service_area": N_("Ook voor inwoners van"),
    "public_transport": N_("Met het openbaar vervoer"),
    "transport_offered": N_("Wij regelen vervoer"),
    "transport_notes": N_("Hoe het vervoer gaat"),
    "day_parts": N_("Dagdelen"),
    "hours_min": N_("Minste aantal uren per week"),
    "hours_max": N_("Meeste aantal uren per week"),
    "wheelchair": N_("Bereikbaar met een rolstoel"),
    "toilet": N_("Aangepast toilet"),
    "quiet_room": N_("Rustige ruimte"),
    "accessibility_notes": N_("Meer over toegankelijkheid"),
    "places": N_("Aantal plekken"),
    "availability": N_("Is er plek?"),
    "availability_on": N_("Plek bijgewerkt op"),
    "allowance": N_("Vergoeding voor onkosten"),
    "allowance_notes": N_("Meer over de vergoeding"),
    "contracts": N_("Contract"),
    "quality_marks": N_("Keurmerken"),
    "photos": N_("Foto's"),
    "documents": N_("Documenten"),
    "videos": N_("Video's"),
    "contact_name": N_("Contactpersoon"),
    "contact_phone": N_("Telefoonnummer"),
    "contact_email": N_("E-mailadres"),
    "website": N_("Website"),
    "contact_name_public": N_("Bezoekers zien de naam"),
    "contact_phone_public": N_("Bezoekers zien het telefoonnummer"),
    "contact_email_public": N_("Bezoekers zien het e-mailadres"),
}

WORK_PRESSURES: Mapping[WorkPressure, str] = {
    WorkPressure.LOW: N_("Laag: je hebt alle tijd"),
    WorkPressure.SOME: N_("Gemiddeld: soms moet iets af"),
    WorkPressure.NORMAL: N_("Gewoon: zoals bij betaald werk"),
}
INDEPENDENCES: Mapping[Independence, str] = {
    Independence.LITTLE: N_("Een beetje: er is steeds iemand bij"),
    Independence.SOME: N_("Deels: je doet vaste taken zelf"),
    Independence.MUCH: N_("Veel: je werkt zelf en vraagt hulp als het nodig is"),
}
GUIDANCE_KINDS: Mapping[GuidanceKind, str] = {
    GuidanceKind.NEAR: N_("Dichtbij: de begeleider is erbij"),
    GuidanceKind.DISTANCE: N_("Op afstand: de begeleider is te bereiken"),
    GuidanceKind.BOTH: N_("Dichtbij of op afstand: wat je nodig hebt"),
}
ACCESS: Mapping[Access, str] = {
    Access.YES: N_("Ja"),
    Access.PARTLY: N_("Deels"),
    Access.NO: N_("Nee"),
}
AVAILABILITIES: Mapping[Availability, str] = {
    Availability.FREE: N_("Er is plek"),
    Availability.WAITING_LIST: N_("Er is een wachtlijst"),
    Availability.FULL: N_("Vol"),
}
ALLOWANCES: Mapping[Allowance, str] = {
    Allowance.NONE: N_("Geen vergoeding"),
    Allowance.IN_KIND: N_("In natura, zoals een lunch"),
    Allowance.MONEY: N_("In geld"),
    Allowance.BOTH: N_("In geld en in natura"),
}
QUALITY_MARKS: Mapping[QualityMark, str] = {
    QualityMark.BLIK_OP_WERK: "Blik op Werk",
    QualityMark.NOLOC: "Noloc",
    QualityMark.OVAL: "OVAL",
}
DAY_ABBREVIATIONS: Mapping[str, str] = dict(
    zip(DAYS, (N_("ma"), N_("di"), N_("wo"), N_("do"), N_("vr"), N_("za"), N_("zo")), strict=True)
)
DAY_NAMES: Mapping[str, str] = dict(
    zip(
        DAYS,
        (
            N_("maandag"),
            N_("dinsdag"),
            N_("woensdag"),
            N_("donderdag"),
            N_("vrijdag"),
            N_("zaterdag"),
            N_("zondag"),
        ),
        strict=True,
    )
)
PART_NAMES: Mapping[str, str] = dict(
    zip(PARTS, (N_("ochtend"), N_("middag"), N_("avond")), strict=True)
)
STATUSES: Mapping[VersionStatus, str] = {
    VersionStatus.DRAFT: N_("Nog niet ingediend"),
    VersionStatus.SUBMITTED: N_("Wacht op controle"),
    VersionStatus.APPROVED: N_("Goedgekeurd"),
    VersionStatus.RETURNED: N_("Terug voor aanpassing"),
    VersionStatus.REJECTED: N_("Afgewezen"),
    VersionStatus.WITHDRAWN: N_("Ingetrokken"),
    VersionStatus.SUPERSEDED: N_("Vervangen door een nieuwere versie"),
}

FOCUSES: Mapping[Focus, str] = {
    Focus.TOP_LEFT: N_("Links boven"),
    Focus.TOP: N_("Boven"),
    Focus.TOP_RIGHT: N_("Rechts boven"),
    Focus.LEFT: N_("Links"),
    Focus.CENTRE: N_("Het midden"),
    Focus.RIGHT: N_("Rechts"),
    Focus.BOTTOM_LEFT: N_("Links onder"),
    Focus.BOTTOM: N_("Onder"),
    Focus.BOTTOM_RIGHT: N_("Rechts onder"),
}
