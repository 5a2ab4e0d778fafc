"""How an organisation stands on its page, and where that page is."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from webapp.core.text import slugify
from webapp.municipalities.models import Municipality
from webapp.organisations.models import Organisation
from webapp.web.workplace_links import address_on, path_of, shown_content
from webapp.workplaces.models import Workplace


@dataclass(frozen=True)
class OfferedWorkplace:
    """One workplace in the list of its organisation; `url` is on the site that it belongs to."""

    title: str
    url: str
    place: str
    summary: str


def organisation_slug(organisation: Organisation) -> str:
    """Return the readable part of the address of an organisation's page."""
    return slugify(organisation.name) or "organisatie"


def organisation_path(organisation: Organisation) -> str:
    """Return the path of an organisation's page, on any host."""
    return url_for(
        "public.organisation",
        slug=organisation_slug(organisation),
        public_id=organisation.public_id,
    )


def cards_on(municipality: Municipality, workplaces: Sequence[Workplace]) -> list[OfferedWorkplace]:
    """Return those of the workplaces that are on the site of a municipality."""
    return [
        OfferedWorkplace(
            title=shown_content(workplace).title,
            url=address_on(municipality.slug, path_of(workplace)),
            place=shown_content(workplace).place,
            summary=shown_content(workplace).summary,
        )
        for workplace in workplaces
        if workplace.municipality_code == municipality.code
    ]


def about(organisation: Organisation, url: str) -> dict[str, str]:
    """Return an organisation as programs read it (schema.org)."""
    known = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": organisation.name,
        "url": url,
        "description": organisation.description,
        "sameAs": organisation.website,
    }
    return {name: value for name, value in known.items() if value}
