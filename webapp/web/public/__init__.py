"""Pages for everyone."""

from webapp.web.public import (
    about,
    comparison,
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
    "comparison",
    "explanation",
    "for_machines",
    "home",
    "resident_registration",
    "resident_signup",
    "search",
    "tariffs",
    "workplace",
]
