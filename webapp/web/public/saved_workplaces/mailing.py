"""Mailing the list to an address, as to oneself or to who helps."""

from flask import Response, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response as AnyResponse

from webapp.core import clock
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.fields import Email
from webapp.web.forms.robots import OpenForm
from webapp.web.forms.rules import filled
from webapp.web.languages import language_code
from webapp.web.public.blueprint import blueprint
from webapp.web.public.enquiry import private_page
from webapp.web.public.saved_workplaces.cookie import saved
from webapp.web.public.saved_workplaces.overview import still_there
from webapp.web.rate_limits import address_key, is_within, per_caller
from webapp.web.site import current_site
from webapp.web.workplace_links import path_of, shown_content
from webapp.workplaces.saved_list import MailedWorkplace, mail_list


class MailForm(OpenForm):
    """Where the list goes."""

    to = Email(
        _l("Naar welk e-mailadres?"),
        [filled(_l("Vul een e-mailadres in, zoals naam@voorbeeld.nl."))],
        description=_l("Van jezelf, of van iemand die je helpt. Na een maand wissen we het adres."),
    )


@blueprint.route("/bewaarde-werkplekken/mail", methods=["GET", "POST"])
@per_caller("10 per hour")
@anyone(MUNICIPALITY)
def saved_mail() -> Response | AnyResponse:
    """Send the list; without one there is nothing to send."""
    form, items = MailForm(), saved()
    if not items:
        return redirect(url_for("public.saved_workplaces"), code=303)
    if form.validate_on_submit():
        with form.showing_problems():
            _send(form.to.data)
            flash(str(_("De lijst is onderweg. Kijk straks in de mail.")), "ok")
            return redirect(url_for("public.saved_workplaces"), code=303)
    return private_page("saved_mail", status_of(form), form=form)


def _send(address: str) -> None:
    # Whoever presses the button, a mailbox gets no more than this, and nobody is told.
    if not is_within("3 per hour", f"saved list {address_key(address)}"):
        return
    site = current_site().for_mail.in_language(language_code())
    items = [
        MailedWorkplace(content.title, site.url + path_of(workplace), content.public_transport)
        for workplace in still_there(saved())
        for content in [shown_content(workplace)]
    ]
    mail_list(db(), items, to=address, site=site, now=clock.now())
