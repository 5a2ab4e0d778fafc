"""The addresses of workplaces."""

from flask import url_for

from webapp.web.ports import ports
from webapp.web.site import current_site
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.models import Workplace


def shown_content(workplace: Workplace) -> WorkplaceContent:
    """Return what visitors read of a workplace in public view; nothing is empty before that."""
    version = workplace.published_version
    return version.content if version else WorkplaceContent()


def path_of(workplace: Workplace) -> str:
    """Return the path of a workplace's page, on any host."""
    return path_to(workplace.public_id, shown_content(workplace))


def path_to(public_id: str, content: WorkplaceContent) -> str:
    """Return the path of the page of the workplace with this public id and content."""
    return url_for("public.workplace", slug=content.slug, public_id=public_id)


def address_on(host_slug: str | None, path: str) -> str:
    """Return the full address of a path on the host of a municipality.

    A municipality that takes no part has no host; then it is the page on the site at hand.
    """
    here = current_site().municipality
    slug = host_slug or (here.slug if here else None)
    return ports().settings.address_of(slug, path)
