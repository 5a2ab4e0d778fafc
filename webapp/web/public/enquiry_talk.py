"""An asker's own enquiry, behind the private link from the mails."""

from flask import Response, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.core import clock
from webapp.core.errors import NotFoundError
from webapp.enquiries import operations, queries
from webapp.enquiries.models import Enquiry
from webapp.enquiries.workflow import Action, can
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.turn import TurnForm
from webapp.web.public.blueprint import blueprint
from webapp.web.public.enquiry import private_page
from webapp.web.rate_limits import per_caller
from webapp.web.site import current_municipality, current_site
from webapp.web.workplace_links import path_of
from webapp.workplaces.public import find_public_workplace


class BrokenEnquiryLinkError(NotFoundError):
    """A private link that is wrong, too old, or of an enquiry that was wiped."""


@blueprint.route("/vragen/<secret>", methods=["GET", "POST"])
@per_caller("30 per hour")
@anyone(MUNICIPALITY)
def enquiry(secret: str) -> Response | AnyResponse:
    """Show who asked what was said, and let them write back."""
    found, form = _behind(secret), TurnForm()
    if form.validate_on_submit():
        with form.showing_problems():
            operations.write_back(
                db(),
                found,
                form.to_draft(),
                site=current_site().for_mail,
                actor=operations.ASKER,
                now=clock.now(),
            )
            flash(_("Je bericht is verstuurd. Je krijgt een mail als er antwoord is."), "ok")
            return _back_to(secret)
    workplace = find_public_workplace(db(), found.workplace.public_id)
    return private_page(
        "enquiry",
        status_of(form),
        enquiry=found,
        form=form,
        secret=secret,
        can_write=can(found, Action.ASK),
        can_close=can(found, Action.CLOSE),
        workplace_url=path_of(workplace) if workplace else None,
    )


@blueprint.post("/vragen/<secret>/afsluiten")
@per_caller("30 per hour")
@anyone(MUNICIPALITY)
def enquiry_close(secret: str) -> AnyResponse:
    """End the talk."""
    operations.close(db(), _behind(secret), actor=operations.ASKER, now=clock.now())
    flash(_("Je vraag is afgesloten."), "ok")
    return _back_to(secret)


@blueprint.get("/vragen/<secret>/wissen")
@anyone(MUNICIPALITY)
def enquiry_erasure(secret: str) -> Response:
    """Ask whether it really must go."""
    return private_page("enquiry_erasure", enquiry=_behind(secret), secret=secret)


@blueprint.post("/vragen/<secret>/wissen")
@per_caller("30 per hour")
@anyone(MUNICIPALITY)
def enquiry_erase(secret: str) -> AnyResponse:
    """Wipe the enquiry."""
    operations.erase(db(), _behind(secret), actor=operations.ASKER, now=clock.now())
    return redirect(url_for("public.enquiry_erased"), code=303)


@blueprint.get("/vragen/gewist")
@anyone(MUNICIPALITY)
def enquiry_erased() -> Response:
    """Say that all of it was wiped."""
    return private_page("enquiry_erased")


@blueprint.errorhandler(BrokenEnquiryLinkError)
def enquiry_link_broken(_error: BrokenEnquiryLinkError) -> Response:
    """Say kindly that the link does not work (any more), and what to do then."""
    return private_page("enquiry_link_broken", 404)


def _behind(secret: str) -> Enquiry:
    try:
        return queries.get_by_link(db(), secret, current_municipality().code, now=clock.now())
    except NotFoundError as error:
        raise BrokenEnquiryLinkError(*error.args) from error


def _back_to(secret: str) -> AnyResponse:
    return redirect(url_for("public.enquiry", secret=secret), code=303)
