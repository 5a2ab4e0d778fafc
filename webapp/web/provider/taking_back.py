"""Taking a change back with one button."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import own_workplace, provider
from webapp.workplaces import taking_back


@blueprint.post("/aanbieder/werkplekken/<public_id>/wijziging-terugnemen")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def change_take_back(public_id: str) -> Response:
    """Let go of a change; what the municipality approved stays on the site."""
    workplace = own_workplace(public_id)
    taking_back.take_back(db(), workplace, actor=provider().actor, now=clock.now())
    flash(_("Je wijziging is weg. De goedgekeurde versie blijft staan."), "ok")
    return redirect(url_for("provider.workplace", public_id=public_id), code=303)
