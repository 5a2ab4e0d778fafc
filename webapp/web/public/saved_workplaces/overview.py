"""The page of the list: what is still there, and what is gone."""

from collections.abc import Sequence

from flask import Response

from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.public.blueprint import blueprint
from webapp.web.public.enquiry import private_page
from webapp.web.public.saved_workplaces.cookie import LASTS, Saved, saved
from webapp.web.workplace_facts import address_lines
from webapp.web.workplace_links import path_of, shown_content
from webapp.workplaces.models import Workplace
from webapp.workplaces.public import find_public_workplaces


@blueprint.get("/bewaarde-werkplekken")
@anyone(MUNICIPALITY)
def saved_workplaces() -> Response:
    """Show what was saved in this browser, as far as visitors may still see it."""
    items = saved()
    found = still_there(items)
    there = {workplace.public_id for workplace in found}
    return private_page(
        "saved_workplaces",
        items=[_shown(workplace) for workplace in found],
        gone=[each for each in items if each.public_id not in there],
        days=LASTS.days,
    )


def still_there(items: Sequence[Saved]) -> Sequence[Workplace]:
    """Return the workplaces of the list that are in public view, in its order."""
    return find_public_workplaces(db(), [each.public_id for each in items])


def _shown(workplace: Workplace) -> dict[str, str]:
    """Return what the list shows; how to get there only as far as the provider wrote it."""
    content = shown_content(workplace)
    return {
        "public_id": workplace.public_id,
        "title": content.title,
        "url": path_of(workplace),
        "organisation": workplace.organisation.name,
        "place": ", ".join(address_lines(content)),
        "summary": content.summary,
        "public_transport": content.public_transport,
    }
