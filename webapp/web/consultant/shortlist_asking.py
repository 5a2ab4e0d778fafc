"""Asking the providers of a shortlist at once whether there is place."""

from flask import flash
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from webapp.accounts.queries import get_account
from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.shortlists import asking
from webapp.shortlists.asking import Asker
from webapp.shortlists.models import Shortlist
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.client_search import own_id
from webapp.web.consultant.page import page
from webapp.web.consultant.shortlist import back_to, seen
from webapp.web.consultant.shortlist_forms import AskForm
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.rate_limits import per_caller
from webapp.web.shortlist_shown import public_of
from webapp.web.site import current_municipality, current_site


@blueprint.route("/consulent/lijstjes/<public_id>/vragen", methods=["GET", "POST"])
@per_caller("60 per hour")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def shortlist_ask(public_id: str) -> Response:
    """Ask each provider of the chosen workplaces once, however often the button is pressed."""
    found, form = seen(public_id), AskForm()
    public = public_of(found)
    titles = {
        each.public_id: each.title for each in found.items if asking.can_be_asked(each, public)
    }
    form.offer(titles)
    if form.validate_on_submit():
        with form.showing_problems(), db().begin_nested():
            return _ask(found, form)
    if not form.is_submitted():
        # Of which it is known what came of it, nobody needs to ask.
        form.items.data = [each.public_id for each in found.items if each.outcome is None]
        form.question.data = _("Is er bij jullie plek voor iemand die wil beginnen? Vanaf wanneer?")
    return page("shortlist_ask", status_of(form), shortlist=found, form=form)


def _ask(found: Shortlist, form: AskForm) -> Response:
    chosen = [each for each in found.items if each.public_id in form.items.data]
    count = asking.ask_all(
        db(),
        found,
        chosen,
        form.to_round(_("Het gaat om deze werkplekken: {titles}.")),
        asker=Asker(get_account(db(), own_id()), current_municipality(), current_site().for_mail),
        now=clock.now(),
    )
    if count:
        flash(
            ngettext(
                "De vraag is naar %(num)s werkgever gestuurd.",
                "De vraag is naar %(num)s werkgevers gestuurd.",
                count,
            ),
            "ok",
        )
    return back_to(found)
