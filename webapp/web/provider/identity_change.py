"""Another name or KvK number for an organisation: a manager asks the municipality for it."""

from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import InvalidInputError
from webapp.core.text_rules import REASON_MAX_LENGTH
from webapp.moderation import identity_changes
from webapp.organisations.details import LABELS, details_of
from webapp.organisations.identity import operations
from webapp.organisations.identity.queries import find_waiting
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.fields import Line, Paragraphs
from webapp.web.forms.rules import asked_for, filled, no_longer_than
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import managed_organisation, page, provider
from webapp.web.site import current_site


class IdentityChangeForm(Form):
    """What the organisation is to be called, and why."""

    name = Line(_l(LABELS["name"]), [asked_for], render_kw={"autocomplete": "organization"})
    kvk_number = Line(
        _l(LABELS["kvk_number"]),
        description=_l("Acht cijfers. Heb je geen KvK-nummer? Laat dit dan leeg."),
        render_kw={"inputmode": "numeric", "size": "12"},
    )
    explanation = Paragraphs(
        _l("Waarom verandert dit?"),
        [
            filled(_l("Schrijf in een paar woorden op waarom.")),
            no_longer_than(
                REASON_MAX_LENGTH,
                _l("Maak deze tekst korter: hooguit %(most)s tekens.", most=REASON_MAX_LENGTH),
            ),
        ],
        description=_l("Bijvoorbeeld: een nieuwe naam, of een fusie. De gemeente leest dit."),
    )

    def to_draft(self) -> dict[str, Any]:
        """Return what the operation takes."""
        return {name: self[name].data or "" for name in ("name", "kvk_number", "explanation")}


@blueprint.route("/aanbieder/organisaties/<public_id>/naam-wijzigen", methods=["GET", "POST"])
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def identity_change(public_id: str) -> str | Response | tuple[str, int]:
    """Ask for another name or number; who asked already goes to where that is told."""
    mine = managed_organisation(public_id)
    back = redirect(url_for("provider.organisation", public_id=public_id), code=303)
    if not operations.can_be_asked(mine) or find_waiting(db(), mine) is not None:
        return back
    now = details_of(mine)
    form = IdentityChangeForm(data={"name": now.name, "kvk_number": now.kvk_number})
    if form.validate_on_submit():
        try:
            identity_changes.request(
                db(),
                mine,
                **form.to_draft(),
                site=current_site().for_mail,
                actor=provider().actor,
                now=clock.now(),
            )
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        else:
            flash(_("Je vraag is bij de gemeente. Je krijgt een mail als zij beslist."), "ok")
            return back
    return page("identity_change", organisation=mine, form=form), status_of(form)


@blueprint.post("/aanbieder/organisaties/<public_id>/naam-wijzigen/toch-niet")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def identity_change_withdraw(public_id: str) -> Response:
    """Keep the name and the number after all, as long as the municipality did not decide."""
    mine = managed_organisation(public_id)
    operations.withdraw(db(), mine, actor=provider().actor, now=clock.now())
    flash(_("Alles blijft zoals het was. We hebben je vraag ingetrokken."), "ok")
    return redirect(url_for("provider.organisation", public_id=public_id), code=303)
