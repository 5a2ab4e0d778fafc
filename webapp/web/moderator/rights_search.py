"""Finding what is kept of somebody who asks for it; what is sought stays out of every address."""

from datetime import datetime, timedelta

from flask import abort, flash, redirect, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.privacy import people
from webapp.privacy.labels import REQUESTS
from webapp.privacy.people import Found, RequestKind, Sought, SoughtBy
from webapp.privacy.rights import Kept
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.page import page
from webapp.web.moderator.rights_forms import PersonForm
from webapp.web.rate_limits import per_caller
from webapp.web.site import current_municipality

_KEY = "person_sought"
_LASTS = timedelta(minutes=30)


@blueprint.route("/moderatie/inzage", methods=["GET", "POST"])
@requires(Permission.MODERATE, MUNICIPALITY)
@per_caller("120 per hour")
def rights() -> Response | tuple[str, int]:
    """Ask whom to look for and what for; the search is logged, and kept in the sealed session."""
    form = PersonForm()
    if form.validate_on_submit():
        with form.showing_problems():
            typed, request = form.to_draft()
            sought, now = people.sought_in(typed), clock.now()
            actor = require(Permission.MODERATE).actor
            code = current_municipality().code
            people.find_noting(db(), code, sought, request=request, actor=actor, now=now)
            session[_KEY] = {
                "by": sought.by.value,
                "text": sought.text,
                "request": request.value,
                "at": now.isoformat(),
            }
            return redirect(url_for("moderator.rights_found"), code=303)
    return page("rights", form=form), status_of(form)


@blueprint.get("/moderatie/inzage/gevonden")
@requires(Permission.MODERATE, MUNICIPALITY)
def rights_found() -> Response | str:
    """Show what was found; who did not look for anybody is asked whom to look for."""
    now_sought = _sought()
    if now_sought is None:
        return redirect(url_for("moderator.rights"), code=303)
    sought, request = now_sought
    return page(
        "rights_found",
        sought=sought,
        request_name=_(REQUESTS[request]),
        found=people.find(db(), current_municipality().code, sought),
    )


@blueprint.post("/moderatie/inzage/klaar")
@requires(Permission.MODERATE, MUNICIPALITY)
def rights_done() -> Response:
    """Forget whom was looked for."""
    session.pop(_KEY, None)
    flash(_("We onthouden niet meer wie je zocht."), "ok")
    return redirect(url_for("moderator.rights"), code=303)


def found_kept(kind: str, public_id: str) -> Kept:
    """Return what the last search found under this id; 404 for all else.

    So nobody opens a question of a visitor who did not say first what for.
    """
    now_sought = _sought()
    if now_sought is None:
        abort(404)
    found: Found = people.find(db(), current_municipality().code, now_sought[0])
    kept: dict[str, list[Kept]] = {
        "aanmelding": list(found.registrations),
        "vraag": list(found.enquiries),
    }
    these = (each for each in kept.get(kind, ()) if each.public_id == public_id)
    return next(these, None) or abort(404)


def purpose() -> str:
    """Return what the last search was for."""
    now_sought = _sought()
    return now_sought[1].value if now_sought else ""


def _sought() -> tuple[Sought, RequestKind] | None:
    kept = session.get(_KEY)
    if kept is None or clock.now() - datetime.fromisoformat(kept["at"]) > _LASTS:
        return None
    return Sought(SoughtBy(kept["by"]), kept["text"]), RequestKind(kept["request"])
