"""Stopping the mails about saved searches, by the link that is in each of them."""

from flask import redirect, render_template, request, url_for

from webapp.core import clock
from webapp.search.saved import operations
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.account.blueprint import blueprint
from webapp.web.account.links import Answer, opened_by_link
from webapp.web.edge import asks_no_token, db
from webapp.web.rate_limits import per_caller


@blueprint.route("/account/mail-stoppen/<secret>", methods=["GET", "POST"])
@anyone(MUNICIPALITY)
@per_caller("60 per hour")
@opened_by_link
@asks_no_token
def mail_stop(secret: str) -> Answer:
    """Show one button; pressing it stops the mails, and opening the page does not.

    A mail program may press it too, without opening the page (RFC 8058).
    """
    if request.method == "POST":
        operations.stop_mails(db(), secret, now=clock.now())
        return redirect(url_for("account.mail_stopped"), code=303)
    operations.owner_of_link(db(), secret, now=clock.now())
    return render_template("pages/account/mail_stop.html", secret=secret)


@blueprint.get("/account/mail-gestopt")
@anyone(MUNICIPALITY)
def mail_stopped() -> str:
    """Say that no more of these mails come, and where they can be had again."""
    return render_template("pages/account/mail_stopped.html")
