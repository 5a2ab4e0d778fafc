"""Pages for administrators of the platform."""

from webapp.web.admin import mail, municipalities, staff
from webapp.web.admin.blueprint import blueprint

__all__ = ["blueprint", "mail", "municipalities", "staff"]
