"""Mail that could not be sent."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.mail import outbox, queries
from webapp.permissions.table import Permission
from webapp.web.access import PLATFORM, requires
from webapp.web.admin.blueprint import blueprint
from webapp.web.admin.page import page
from webapp.web.edge import db


@blueprint.get("/beheer/mail")
@requires(Permission.ADMINISTER, PLATFORM)
def mail() -> str:
    """Show which mails were given up, and why."""
    return page("mail", mails=queries.given_up(db()), waiting=queries.count_waiting(db()))


@blueprint.post("/beheer/mail/opnieuw")
@requires(Permission.ADMINISTER, PLATFORM)
def mail_retry() -> Response:
    """Queue everything that was given up once more."""
    for each in queries.given_up(db()):
        outbox.retry(each, now=clock.now())
    flash(_("We proberen het opnieuw."), "ok")
    return redirect(url_for("admin.mail"), code=303)
