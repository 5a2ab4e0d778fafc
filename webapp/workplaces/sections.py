"""The sections in which a workplace is entered, each with its fields."""

from enum import StrEnum


class Section(StrEnum):
    """A section of the task list; the value is its part of the address."""

    WHAT = "wat"
    AUDIENCE = "voor-wie"
    GUIDANCE = "begeleiding"
    WHERE = "waar"
    WHEN = "wanneer"
    ACCESSIBILITY = "toegankelijkheid"
    CAPACITY = "plaatsen"
    MONEY = "vergoeding"
    STATUS = "kwaliteit"
    MEDIA = "fotos"
    CONTACT = "contact"


FIELDS: dict[Section, tuple[str, ...]] = {
    Section.WHAT: ("title", "summary", "tasks", "learning", "special", "sectors"),
    Section.AUDIENCE: (
        "rungs",
        "products",
        "target_group",
        "work_pressure",
        "independence",
        "try_out",
    ),
    Section.GUIDANCE: ("guidance_kind", "method", "progress", "moving_on", "training"),
    Section.WHERE: (
        "street",
        "house_number",
        "postcode",
        "place",
        "service_area",
        "public_transport",
        "transport_offered",
        "transport_notes",
    ),
    Section.WHEN: ("day_parts", "hours_min", "hours_max"),
    Section.ACCESSIBILITY: ("wheelchair", "toilet", "quiet_room", "accessibility_notes"),
    Section.CAPACITY: ("places", "availability", "availability_on"),
    Section.MONEY: ("allowance", "allowance_notes"),
    Section.STATUS: ("contracts", "quality_marks"),
    Section.MEDIA: ("photos", "documents", "videos"),
    Section.CONTACT: (
        "contact_name",
        "contact_phone",
        "contact_email",
        "website",
        "contact_name_public",
        "contact_phone_public",
        "contact_email_public",
    ),
}


def section_of(field: str) -> Section:
    """Return the section that holds `field`."""
    return next(section for section, names in FIELDS.items() if field in names)
