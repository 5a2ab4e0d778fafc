"""Changes that went live before a moderator looked at them, and organisations that may do so."""

from flask import flash, make_response, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import ConflictError
from webapp.moderation import afterwards
from webapp.moderation.review import get_organisation_review
from webapp.organisations import operations as organisations
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.edge import db
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.workplace_check import review_of, show
from webapp.web.site import current_municipality


@blueprint.post("/moderatie/werkplekken/<public_id>/gezien")
@requires(Permission.MODERATE, MUNICIPALITY)
def workplace_seen(public_id: str) -> Response:
    """Note that somebody looked at what went live; not at what went live while they read."""
    review = review_of(public_id)
    title = (review.unseen or review.version).content.title
    actor = require(Permission.MODERATE).actor
    lock = request.form.get("lock", 0, type=int)
    try:
        afterwards.mark_seen(
            db(), review.workplace, expected_lock=lock, actor=actor, now=clock.now()
        )
    except ConflictError:
        db().rollback()
        flash(_("De aanbieder heeft intussen weer iets veranderd. Lees ook dat."), "warning")
        return make_response(show(public_id), 409)
    flash(_("De wijziging van “%(title)s” is bekeken.", title=title), "ok")
    return redirect(url_for("moderator.queue"), code=303)


@blueprint.post("/moderatie/organisaties/<public_id>/vertrouwen")
@requires(Permission.MODERATE, MUNICIPALITY)
def organisation_trust(public_id: str) -> Response:
    """Let the changes of an organisation go live at once, or no longer."""
    organisation = get_organisation_review(
        db(), public_id, current_municipality().code
    ).organisation
    is_trusted = request.form.get("trusted") == "yes"
    organisations.trust(
        db(),
        organisation,
        is_trusted=is_trusted,
        actor=require(Permission.MODERATE).actor,
        now=clock.now(),
    )
    if is_trusted:
        flash(
            _("Wijzigingen van %(name)s staan voortaan meteen op de site.", name=organisation.name),
            "ok",
        )
    else:
        flash(_("Wijzigingen van %(name)s wachten weer op controle.", name=organisation.name), "ok")
    return redirect(url_for("moderator.organisation_check", public_id=public_id), code=303)
