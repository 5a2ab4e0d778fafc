"""What is said with the municipality about a workplace."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.message import MessageForm
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import own_workplace, page, provider
from webapp.web.provider.standing import standing_of
from webapp.web.site import current_site
from webapp.workplaces.talk import operations, queries


@blueprint.route("/aanbieder/werkplekken/<public_id>/gesprek", methods=["GET", "POST"])
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_talk(public_id: str) -> Response | tuple[str, int]:
    """Show what was said, and say something to the municipality."""
    workplace, form = own_workplace(public_id), MessageForm()
    if form.validate_on_submit():
        with form.showing_problems():
            operations.tell_moderators(
                db(),
                workplace,
                form.to_draft(),
                site=current_site().for_mail,
                actor=provider().actor,
                now=clock.now(),
            )
            flash(_("Je bericht staat hieronder. De gemeente krijgt een mail."), "ok")
            return redirect(url_for("provider.workplace_talk", public_id=public_id), code=303)
    return page(
        "workplace_talk",
        standing=standing_of(workplace),
        messages=queries.messages_for_provider(db(), workplace),
        form=form,
    ), status_of(form)
