"""One workplace of a provider: its task list, and how visitors will see it."""

from flask import abort
from werkzeug.wrappers import Response

from webapp.core.ids import new_public_id
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.field_comparison import compare
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import own_workplace, page
from webapp.web.provider.standing import standing_of
from webapp.web.provider.tasks import tasks_of
from webapp.web.workplace_facts import groups_for_visitors
from webapp.web.workplace_media import MediaAddresses
from webapp.web.workplace_words import names_in
from webapp.workplaces.changes import changes_between
from webapp.workplaces.completeness import completeness
from webapp.workplaces.removals.queries import find_last


@blueprint.get("/aanbieder/werkplekken/<public_id>")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace(public_id: str) -> str | Response:
    """Show what is filled in, what is not yet, and what the municipality said."""
    mine = own_workplace(public_id)
    return page(
        "workplace",
        workplace=mine,
        standing=standing_of(mine),
        tasks=tasks_of(mine),
        completeness=completeness(mine.latest_version.content),
        removal=find_last(db(), mine),
        copy_key=new_public_id() if mine.organisation.may_offer else None,
    )


@blueprint.get("/aanbieder/werkplekken/<public_id>/verschillen")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_changes(public_id: str) -> str | Response:
    """Show what the latest version says otherwise than what visitors see."""
    mine = own_workplace(public_id)
    published = mine.published_version or abort(404)
    old, new = published.content, mine.latest_version.content
    names, addresses = names_in(db(), old, new), MediaAddresses("provider", public_id)
    return page(
        "workplace_changes",
        standing=standing_of(mine),
        comparisons=[compare(each, names, addresses) for each in changes_between(old, new)],
    )


@blueprint.get("/aanbieder/werkplekken/<public_id>/voorbeeld")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_preview(public_id: str) -> str | Response:
    """Show the latest version as visitors will see it."""
    mine = own_workplace(public_id)
    content = mine.latest_version.content
    return page(
        "workplace_preview",
        workplace=mine,
        standing=standing_of(mine),
        content=content,
        media=MediaAddresses("provider", public_id).media_of(content),
        groups=groups_for_visitors(content, names_in(db(), content)),
    )
