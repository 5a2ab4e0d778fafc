"""Registering a resident, one theme a page."""

from webapp.web.public.resident_signup import finish, pages

__all__ = ["finish", "pages"]
