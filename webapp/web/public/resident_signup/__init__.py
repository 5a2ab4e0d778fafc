"""Registering a resident, one theme a page."""

from webapp.web.public.resident_signup import finish, pages, paper

__all__ = ["finish", "pages", "paper"]
