"""Pages for everyone."""

from webapp.web.public import (
    about,
    comparison,
    enquiry,
    enquiry_talk,
    explanation,
    for_machines,
    home,
    organisation,
    remark,
    resident_registration,
    resident_signup,
    search,
    street_map,
    suggestions,
    tariffs,
    workplace,
    workplace_media,
)
from webapp.web.public.blueprint import blueprint

__all__ = [
    "about",
    "blueprint",
    "comparison",
    "enquiry",
    "enquiry_talk",
    "explanation",
    "for_machines",
    "home",
    "organisation",
    "remark",
    "resident_registration",
    "resident_signup",
    "search",
    "street_map",
    "suggestions",
    "tariffs",
    "workplace",
    "workplace_media",
]
