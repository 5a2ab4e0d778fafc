"""Handing a workplace in, after a look at all of it; and taking it back."""

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import ConflictError, InvalidInputError
from webapp.core.text import whole_number
from webapp.moderation import operations as moderation
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.fields import Paragraphs
from webapp.web.forms.rules import filled
from webapp.web.provider.answers import answers_of, problem_links
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import own_workplace, page, provider
from webapp.web.provider.standing import standing_of
from webapp.web.site import current_site
from webapp.workplaces import submission
from webapp.workplaces.models import Workplace
from webapp.workplaces.unchecked import Route, route_of

_RECEIVED = {
    Route.CHECKED_FIRST: lazy_gettext(
        "Je werkplek is ingediend. De gemeente kijkt ernaar. Dat duurt een paar dagen."
    ),
    Route.SMALL: lazy_gettext("Je wijziging staat nu op de site."),
    Route.TRUSTED: lazy_gettext(
        "Je wijziging staat nu op de site. De gemeente kijkt er later naar."
    ),
}


@blueprint.get("/aanbieder/werkplekken/<public_id>/indienen")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_check(public_id: str) -> str:
    """Show all answers before they are handed in."""
    return _check_page(own_workplace(public_id), {})


@blueprint.post("/aanbieder/werkplekken/<public_id>/indienen")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_submit(public_id: str) -> Response | tuple[str, int]:
    """Hand the workplace in, as it was on the page that was read: once, however often."""
    workplace = own_workplace(public_id)
    lock = whole_number(request.form.get("lock", ""))
    route = Route.CHECKED_FIRST
    try:
        route = moderation.hand_in(
            db(),
            workplace,
            expected_lock=-1 if lock is None else lock,
            site=current_site().for_mail,
            actor=provider().actor,
            now=clock.now(),
        )
    except InvalidInputError as refusal:
        return _check_page(workplace, refusal.problems), 422
    except ConflictError:
        if not submission.was_handed_in_by(db(), workplace, provider().actor):
            raise
    flash(str(_RECEIVED[route]), "ok")
    return redirect(url_for("provider.overview"), code=303)


class WithdrawalForm(Form):
    """Why a workplace is withdrawn."""

    reason = Paragraphs(
        lazy_gettext("Waarom trek je de werkplek in?"),
        [filled(lazy_gettext("Schrijf in een paar woorden op waarom."))],
        description=lazy_gettext("De gemeente leest dit mee."),
    )

    def to_draft(self) -> str:
        """Return the reason."""
        return str(self.reason.data)


@blueprint.route("/aanbieder/werkplekken/<public_id>/intrekken", methods=["GET", "POST"])
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_withdraw(public_id: str) -> str | Response | tuple[str, int]:
    """Take a workplace off the site, for a reason."""
    workplace = own_workplace(public_id)
    form = WithdrawalForm()
    if form.validate_on_submit():
        try:
            submission.withdraw(
                db(), workplace, reason=form.to_draft(), actor=provider().actor, now=clock.now()
            )
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        else:
            flash(_("Je werkplek is ingetrokken. Bezoekers zien hem niet meer."), "ok")
            return redirect(url_for("provider.overview"), code=303)
    return page("workplace_withdraw", standing=standing_of(workplace), form=form), status_of(form)


def _check_page(workplace: Workplace, problems: dict[str, str]) -> str:
    return page(
        "workplace_check",
        standing=standing_of(workplace),
        lock=workplace.latest_version.lock,
        groups=answers_of(workplace),
        problems=problem_links(workplace, problems),
        route=route_of(db(), workplace.latest_version).value,
    )
