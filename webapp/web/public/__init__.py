"""Pages for everyone."""

from webapp.web.public import (
    about,
    explanation,
    for_machines,
    home,
    resident_registration,
    resident_signup,
    search,
    tariffs,
    workplace,
)
from webapp.web.public.blueprint import blueprint

__all__ = [
    "about",
    "blueprint",
    "explanation",
    "for_machines",
    "home",
    "resident_registration",
    "resident_signup",
    "search",
    "tariffs",
    "workplace",
]
