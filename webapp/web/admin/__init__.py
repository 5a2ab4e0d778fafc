"""Pages for administrators of the platform."""

from webapp.web.admin import log, mail, municipalities, staff
from webapp.web.admin.blueprint import blueprint

__all__ = ["blueprint", "log", "mail", "municipalities", "staff"]
