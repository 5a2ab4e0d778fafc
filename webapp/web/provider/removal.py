"""Letting a workplace go for good: asking, coming back on it, and throwing a draft away."""

from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import InvalidInputError
from webapp.core.text_rules import REASON_MAX_LENGTH
from webapp.moderation import removals as moderation
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.fields import Paragraphs, choices_of
from webapp.web.forms.rules import asked_for, no_longer_than
from webapp.web.forms.typed_fields import OneChoice
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import own_workplace, page, provider
from webapp.web.provider.standing import standing_of
from webapp.web.site import current_site
from webapp.workplaces.removals import operations
from webapp.workplaces.removals.labels import REASONS
from webapp.workplaces.removals.models import RemovalReason
from webapp.workplaces.removals.queries import find_open


class RemovalForm(Form):
    """Why a workplace can go."""

    reason = OneChoice(_l("Waarom kan de werkplek weg?"), [asked_for], choices=choices_of(REASONS))
    explanation = Paragraphs(
        _l("Uitleg"),
        [
            no_longer_than(
                REASON_MAX_LENGTH,
                _l("Maak deze tekst korter: hooguit %(most)s tekens.", most=REASON_MAX_LENGTH),
            )
        ],
        description=_l("De gemeente leest dit mee. Nodig als je “Iets anders” kiest."),
    )

    def to_draft(self) -> dict[str, Any]:
        """Return what the operation takes."""
        chosen = self.reason.data
        return {
            "reason": RemovalReason(chosen) if chosen else None,
            "explanation": self.explanation.data or "",
        }


@blueprint.route("/aanbieder/werkplekken/<public_id>/verwijderen", methods=["GET", "POST"])
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_removal(public_id: str) -> str | Response | tuple[str, int]:
    """Ask the municipality to remove a workplace, for a reason."""
    workplace, form = own_workplace(public_id), RemovalForm()
    if operations.is_own_draft(workplace):
        return page("workplace_discard", standing=standing_of(workplace))
    if workplace.removed_at is not None or find_open(db(), workplace) is not None:
        return redirect(url_for("provider.workplace", public_id=public_id), code=303)
    if form.validate_on_submit():
        try:
            operations.request(
                db(), workplace, **form.to_draft(), actor=provider().actor, now=clock.now()
            )
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        else:
            flash(_("Je vraag is bij de gemeente. Je krijgt een mail als zij beslist."), "ok")
            return redirect(url_for("provider.workplace", public_id=public_id), code=303)
    days = current_site().settings.removal_grace_days
    standing = standing_of(workplace)
    return page("workplace_removal", standing=standing, form=form, days=days), status_of(form)


@blueprint.post("/aanbieder/werkplekken/<public_id>/verwijderen/toch-niet")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def removal_withdraw(public_id: str) -> Response:
    """Let a workplace be after all, as long as the municipality did not decide."""
    workplace = own_workplace(public_id)
    operations.withdraw(db(), workplace, actor=provider().actor, now=clock.now())
    flash(_("De werkplek blijft. We hebben je vraag ingetrokken."), "ok")
    return redirect(url_for("provider.workplace", public_id=public_id), code=303)


@blueprint.post("/aanbieder/werkplekken/<public_id>/terugzetten")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_restore(public_id: str) -> Response:
    """Bring a removed workplace back, hidden."""
    moderation.restore(
        db(),
        own_workplace(public_id),
        site=current_site().for_mail,
        actor=provider().actor,
        now=clock.now(),
    )
    flash(_("De werkplek is terug. Hij is nog verborgen: maak hem zelf zichtbaar."), "ok")
    return redirect(url_for("provider.workplace", public_id=public_id), code=303)


@blueprint.post("/aanbieder/werkplekken/<public_id>/weggooien")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_discard(public_id: str) -> Response:
    """Throw away a draft that was never handed in."""
    workplace = own_workplace(public_id)
    title = standing_of(workplace).title
    operations.discard(db(), workplace, actor=provider().actor, now=clock.now())
    flash(_("“%(title)s” is weggegooid.", title=title), "ok")
    return redirect(url_for("provider.overview"), code=303)
