"""The button by which a provider says that what visitors read is still right."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import own_workplace, provider
from webapp.web.provider.standing import standing_of
from webapp.workplaces.confirmations import operations


@blueprint.post("/aanbieder/werkplekken/<public_id>/klopt-nog")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_confirm(public_id: str) -> Response:
    """Write down that it is still right."""
    workplace = own_workplace(public_id)
    operations.confirm(db(), [workplace], actor=provider().actor, now=clock.now())
    title = standing_of(workplace).title
    flash(_("Dank je wel. We weten nu dat “%(title)s” klopt.", title=title), "ok")
    return redirect(url_for("provider.overview"), code=303)
