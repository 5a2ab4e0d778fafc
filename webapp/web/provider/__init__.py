"""Pages for providers: signing up, and managing their workplaces."""

from webapp.web.provider import (
    new_workplace,
    organisation,
    overview,
    section,
    signup,
    submission,
    workplace,
)
from webapp.web.provider.blueprint import blueprint

__all__ = [
    "blueprint",
    "new_workplace",
    "organisation",
    "overview",
    "section",
    "signup",
    "submission",
    "workplace",
]
