"""Pages for consultants."""

from webapp.web.consultant import (
    comparison,
    deadlines,
    finding_places,
    overview,
    recent_searches,
    registration,
    registration_changes,
    registration_disclosure,
    registration_following,
    registration_handing_over,
    registration_intake,
    registrations,
    saved_searches,
    search,
    search_save,
    search_share,
)
from webapp.web.consultant.blueprint import blueprint

__all__ = [
    "blueprint",
    "comparison",
    "deadlines",
    "finding_places",
    "overview",
    "recent_searches",
    "registration",
    "registration_changes",
    "registration_disclosure",
    "registration_following",
    "registration_handing_over",
    "registration_intake",
    "registrations",
    "saved_searches",
    "search",
    "search_save",
    "search_share",
]
