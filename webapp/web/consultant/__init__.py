"""Pages for consultants."""

from webapp.web.consultant import (
    overview,
    registration,
    registration_changes,
    registrations,
    search,
)
from webapp.web.consultant.blueprint import blueprint

__all__ = [
    "blueprint",
    "overview",
    "registration",
    "registration_changes",
    "registrations",
    "search",
]
