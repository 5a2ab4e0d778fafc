"""What visitors say is not right about the provider's workplaces."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.paging import asked_page
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import page, provider
from webapp.web.provider.standing import standing_of
from webapp.web.remark_handling import RemarkHandlingForm, handled
from webapp.workplaces.remarks import queries
from webapp.workplaces.remarks.labels import STATUSES


@blueprint.get("/aanbieder/meldingen")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def remarks() -> str:
    """Show the remarks: what waits first."""
    ids = provider().organisation_ids
    paging = asked_page(queries.count_of(db(), ids))
    listed = queries.of_organisations(db(), ids, offset=paging.offset, limit=paging.size)
    return page(
        "remarks",
        listed=[(remark, standing_of(remark.workplace).title) for remark in listed],
        paging=paging,
        labels=STATUSES,
    )


@blueprint.route("/aanbieder/meldingen/<public_id>", methods=["GET", "POST"])
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def remark(public_id: str) -> Response | tuple[str, int]:
    """Show a remark, and let a member say what became of it."""
    found = queries.get_of_organisations(db(), public_id, provider().organisation_ids)
    form = RemarkHandlingForm()
    if handled(found, form, actor=provider().actor):
        flash(_("Bewaard wat je met de melding deed."), "ok")
        return redirect(url_for("provider.remarks"), code=303)
    title = standing_of(found.workplace).title
    return page("remark", remark=found, title=title, form=form, labels=STATUSES), status_of(form)
