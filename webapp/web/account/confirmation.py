"""A provider says, by the link in a mail, that what visitors read is still right."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.core import clock
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.account.blueprint import blueprint
from webapp.web.account.links import Answer, opened_by_link
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.fields import Checkboxes
from webapp.web.forms.rules import filled
from webapp.web.rate_limits import per_caller
from webapp.workplaces.confirmations import operations


class ConfirmationForm(Form):
    """Which workplaces are still right: all of them, unless somebody leaves one out."""

    workplaces = Checkboxes(
        _l("Wat klopt er nog?"), [filled(_l("Kies welke werkplekken nog kloppen."))]
    )


@blueprint.route("/account/klopt-het/<secret>", methods=["GET", "POST"])
@anyone(MUNICIPALITY)
@per_caller("60 per hour")
@opened_by_link
def still_right(secret: str) -> Answer:
    """Show what somebody is asked to confirm, and take their yes."""
    account, organisation, workplaces = operations.behind_link(db(), secret, now=clock.now())
    titles = {
        each.public_id: each.published_version.content.title
        for each in workplaces
        if each.published_version is not None
    }
    form = ConfirmationForm(data={"workplaces": list(titles)})
    form.workplaces.choices = list(titles.items())
    if titles and form.validate_on_submit():
        chosen = [each for each in workplaces if each.public_id in form.workplaces.data]
        operations.confirm(db(), chosen, actor=account.actor, now=clock.now())
        flash(_("Dank je wel. We weten nu dat het klopt."), "ok")
        return redirect(url_for("account.still_right", secret=secret), code=303)
    page = render_template(
        "pages/account/still_right.html",
        organisation=organisation,
        has_more=bool(titles),
        form=form,
        action=url_for("account.still_right", secret=secret),
    )
    return page, status_of(form)
