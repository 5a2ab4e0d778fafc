"""Signing an organisation up, one theme a page."""

from webapp.web.provider.signup import finish, pages

__all__ = ["finish", "pages"]
