"""Who changes texts and tariffs."""

from webapp.core.actor import Actor
from webapp.permissions.table import Permission
from webapp.web.access import require


def editor() -> Actor:
    """Return who is signed in and may change what the municipality itself writes."""
    return require(Permission.EDIT_CONTENT).actor
