"""The addresses of workplaces."""

from flask import url_for

from webapp.core.text import slugify
from webapp.web.ports import ports
from webapp.web.site import current_site
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.models import Workplace


def shown_content(workplace: Workplace) -> WorkplaceContent:
    """Return what visitors read of a workplace in public view; nothing is empty before that."""
    version = workplace.published_version
    return version.content if version else WorkplaceContent()


def slug_of(workplace: Workplace) -> str:
    """Return the readable part of a workplace's address."""
    return slugify(shown_content(workplace).title) or "werkplek"


def path_of(workplace: Workplace) -> str:
    """Return the path of a workplace's page, on any host."""
    slug = slug_of(workplace)
    return url_for("public.workplace", slug=slug, public_id=workplace.public_id)


def address_of(workplace: Workplace, host_slug: str | None) -> str:
    """Return the full address of a workplace's page on the host of a municipality.

    A municipality that takes no part has no host; then it is the page on the site at hand.
    """
    here = current_site().municipality
    slug = host_slug or (here.slug if here else None)
    return ports().settings.address_of(slug, path_of(workplace))
