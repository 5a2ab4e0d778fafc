"""Questions about the provider's workplaces: the list, and one of them."""

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.text import one_line
from webapp.enquiries import operations, queries
from webapp.enquiries.labels import STATUSES
from webapp.enquiries.models import Enquiry, EnquiryStatus
from webapp.enquiries.workflow import Action, can
from webapp.municipalities.queries import get_municipality
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.turn import TurnForm
from webapp.web.paging import asked_page
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import page, provider
from webapp.web.provider.standing import standing_of
from webapp.web.site import current_site


@blueprint.get("/aanbieder/vragen")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def enquiries() -> str:
    """Show the questions, the last changed first; `?q=` and `?status=` narrow the list."""
    status = request.args.get("status", None, type=EnquiryStatus)
    text = one_line(request.args.get("q", ""))
    found = queries.list_of(db(), provider().organisation_ids, status=status, text=text)
    paging = asked_page(queries.count(db(), found))
    listed = queries.page_of(db(), found, offset=paging.offset, limit=paging.size)
    return page(
        "enquiries",
        listed=[(enquiry, standing_of(enquiry.workplace).title) for enquiry in listed],
        paging=paging,
        status=status,
        text=text,
        labels=STATUSES,
    )


@blueprint.route("/aanbieder/vragen/<public_id>", methods=["GET", "POST"])
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def enquiry(public_id: str) -> Response | tuple[str, int]:
    """Show what was said, and let a member answer."""
    found, form = _own(public_id), TurnForm()
    if form.validate_on_submit():
        with form.showing_problems():
            operations.answer(
                db(),
                found,
                form.to_draft(),
                site=current_site().for_mail,
                actor=provider().actor,
                now=clock.now(),
            )
            flash(_("Je antwoord gaat per mail naar %(name)s.", name=found.asker_name), "ok")
            return _back_to(found)
    return page(
        "enquiry",
        enquiry=found,
        title=standing_of(found.workplace).title,
        form=form,
        labels=STATUSES,
        can_answer=can(found, Action.ANSWER),
        can_close=can(found, Action.CLOSE),
        can_report=can(found, Action.REPORT),
        municipality=get_municipality(db(), found.municipality_code),
    ), status_of(form)


@blueprint.post("/aanbieder/vragen/<public_id>/afsluiten")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def enquiry_close(public_id: str) -> Response:
    """End the talk."""
    found = _own(public_id)
    operations.close(db(), found, actor=provider().actor, now=clock.now())
    flash(_("De vraag is afgesloten."), "ok")
    return _back_to(found)


@blueprint.post("/aanbieder/vragen/<public_id>/misbruik")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def enquiry_report(public_id: str) -> Response:
    """Tell the municipality that this is abuse."""
    found = _own(public_id)
    operations.report(db(), found, actor=provider().actor, now=clock.now())
    flash(_("De gemeente kijkt naar je melding. De vraag is afgesloten."), "ok")
    return _back_to(found)


def _own(public_id: str) -> Enquiry:
    return queries.get_of_organisations(db(), public_id, provider().organisation_ids)


def _back_to(found: Enquiry) -> Response:
    return redirect(url_for("provider.enquiry", public_id=found.public_id), code=303)
