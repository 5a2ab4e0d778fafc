"""A short check by which residents find out whether this is something for them."""

from webapp.web.public.resident_fit import pages

__all__ = ["pages"]
