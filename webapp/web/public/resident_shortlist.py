"""A shortlist that a consultant shares with a resident, behind a link that ends."""

from flask import Response

from webapp.core import clock
from webapp.core.clock import day_of
from webapp.core.errors import NotFoundError
from webapp.shortlists import queries
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.public.blueprint import blueprint
from webapp.web.public.enquiry import private_page
from webapp.web.shortlist_shown import public_of, shown
from webapp.web.site import current_municipality


class BrokenShortlistLinkError(NotFoundError):
    """A link that is wrong, too old or taken back, or of a list that was removed."""


@blueprint.get("/inwoners/lijstje/<secret>")
@anyone(MUNICIPALITY)
def resident_shortlist(secret: str) -> Response:
    """Show the workplaces on the list that are in public view, and how to get there."""
    try:
        found = queries.get_by_link(db(), secret, current_municipality().code, now=clock.now())
    except NotFoundError as error:
        raise BrokenShortlistLinkError(*error.args) from error
    return private_page(
        "resident_shortlist",
        shown=shown(found.items, public_of(found)),
        until=day_of(found.link.expires_at) if found.link else None,
    )


@blueprint.errorhandler(BrokenShortlistLinkError)
def resident_shortlist_link_broken(_error: BrokenShortlistLinkError) -> Response:
    """Say kindly that the link does not work (any more), and what to do then."""
    return private_page("resident_shortlist_link_broken", 404)
