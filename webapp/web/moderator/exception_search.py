"""Finding a workplace from elsewhere, to allow it."""

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from webapp.core.errors import NotFoundError
from webapp.core.ids import PUBLIC_ID_LENGTH, is_public_id
from webapp.core.text import one_line
from webapp.moderation.exceptions import get_allowable
from webapp.permissions.table import Permission
from webapp.search.outside import workplaces_outside
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.location_rule import own_scope
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.page import page
from webapp.web.site import current_municipality
from webapp.web.workplace_links import shown_content

_MOST = 20


@blueprint.get("/moderatie/uitzonderingen/zoeken")
@requires(Permission.ALLOW_EXCEPTIONS, MUNICIPALITY)
def exception_search() -> str | Response:
    """Show the workplaces that fit `?q=` and lie too far off; an address leads to its workplace."""
    text = one_line(request.args.get("q", ""))
    named = _named(text)
    if named is not None:
        return redirect(url_for("moderator.exception_grant", public_id=named), code=303)
    found = workplaces_outside(db(), own_scope(), text, limit=_MOST + 1) if text else []
    return page(
        "exception_search",
        text=text,
        found=[
            (workplace, shown_content(workplace), municipality_name)
            for workplace, municipality_name in found[:_MOST]
        ],
        has_more=len(found) > _MOST,
    )


def _named(text: str) -> str | None:
    """Return the public id that `text` ends with, alone or in an address, if it is a workplace."""
    public_id = text.rstrip("/")[-PUBLIC_ID_LENGTH:]
    if not is_public_id(public_id):
        return None
    try:
        get_allowable(db(), public_id, current_municipality().code)
    except NotFoundError:
        return None
    return public_id
