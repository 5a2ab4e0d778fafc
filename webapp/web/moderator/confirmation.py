"""A moderator who heard from the provider that what visitors read is still right."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.edge import db
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.workplace_check import review_of
from webapp.workplaces.confirmations import operations


@blueprint.post("/moderatie/werkplekken/<public_id>/klopt-nog")
@requires(Permission.MODERATE, MUNICIPALITY)
def workplace_confirm(public_id: str) -> Response:
    """Write down that it is still right."""
    review = review_of(public_id)
    actor = require(Permission.MODERATE).actor
    operations.confirm(db(), [review.workplace], actor=actor, now=clock.now())
    flash(
        _(
            "Bezoekers zien niet meer dat “%(title)s” niet is bevestigd.",
            title=review.version.content.title,
        ),
        "ok",
    )
    return redirect(url_for("moderator.queue"), code=303)
