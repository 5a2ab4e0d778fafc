"""Pages for moderators."""

from webapp.web.moderator import (
    exception_search,
    exceptions,
    faq,
    organisation_check,
    queue,
    settings,
    staff,
    synonyms,
    tariffs,
    workplace_check,
    workplace_decisions,
    workplaces,
)
from webapp.web.moderator.blueprint import blueprint

__all__ = [
    "blueprint",
    "exception_search",
    "exceptions",
    "faq",
    "organisation_check",
    "queue",
    "settings",
    "staff",
    "synonyms",
    "tariffs",
    "workplace_check",
    "workplace_decisions",
    "workplaces",
]
