"""What is kept of one person: to read, give, put beyond use and wipe."""

import json
from collections.abc import Sequence
from typing import Any

from flask import Response as FlaskResponse
from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.enquiries import labels as enquiry_labels
from webapp.permissions.table import Permission
from webapp.privacy import rights
from webapp.privacy.labels import GROUNDS
from webapp.privacy.rights import Kept
from webapp.registrations import labels
from webapp.registrations.models import Registration
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.edge import db, writes
from webapp.web.filters import moment
from webapp.web.forms.base import status_of
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.page import page
from webapp.web.moderator.rights_forms import LiftForm, RestrictForm
from webapp.web.moderator.rights_search import found_kept, purpose
from webapp.web.registration_rows import rows_of
from webapp.web.site import current_site


@blueprint.get("/moderatie/inzage/<kind>/<public_id>")
@requires(Permission.MODERATE, MUNICIPALITY)
@writes
def rights_kept(kind: str, public_id: str) -> str:
    """Show all that is kept, to be read together or printed; the look is logged."""
    kept = found_kept(kind, public_id)
    rights.look(db(), kept, purpose=purpose(), **_by_whom())
    return page(
        "rights_kept",
        kind=kind,
        kept=kept,
        rows=_rows_of(kept),
        by=require(Permission.MODERATE).name,
        at=clock.now(),
        can_be_erased=rights.can_be_erased(kept),
        ground=_(GROUNDS[kept.restricted_for]) if kept.restricted_for else "",
    )


@blueprint.get("/moderatie/inzage/<kind>/<public_id>/alles.json")
@requires(Permission.MODERATE, MUNICIPALITY)
@writes
def rights_file(kind: str, public_id: str) -> FlaskResponse:
    """Give the same as a file that other systems read, with who took it out and when."""
    kept = found_kept(kind, public_id)
    disclosed = rights.disclose(db(), kept, **_by_whom())
    return FlaskResponse(
        json.dumps(disclosed, ensure_ascii=False, indent=2) + "\n",
        mimetype="application/json",
        headers={
            "Content-Disposition": f'attachment; filename="{kept.reference.lower()}.json"',
            "Cache-Control": "no-store",
        },
    )


@blueprint.route("/moderatie/inzage/<kind>/<public_id>/stilzetten", methods=["GET", "POST"])
@requires(Permission.MODERATE, MUNICIPALITY)
def rights_restrict(kind: str, public_id: str) -> Response | tuple[str, int]:
    """Put it beyond use, for one of the grounds of the law."""
    kept, form = found_kept(kind, public_id), RestrictForm()
    if form.validate_on_submit():
        rights.restrict(db(), kept, form.to_draft(), **_by_whom())
        flash(_("Dit staat stil. Niemand gebruikt of wijzigt het nu."), "ok")
        return _to_kept(kind, public_id)
    return page("rights_restrict", kind=kind, kept=kept, form=form), status_of(form)


@blueprint.route("/moderatie/inzage/<kind>/<public_id>/weer-gebruiken", methods=["GET", "POST"])
@requires(Permission.MODERATE, MUNICIPALITY)
def rights_lift(kind: str, public_id: str) -> Response | tuple[str, int]:
    """Let it be used again, for a reason."""
    kept, form = found_kept(kind, public_id), LiftForm()
    if form.validate_on_submit():
        rights.lift(db(), kept, form.to_draft(), **_by_whom())
        flash(_("Dit mag weer gebruikt worden."), "ok")
        return _to_kept(kind, public_id)
    return page("rights_lift", kind=kind, kept=kept, form=form), status_of(form)


@blueprint.get("/moderatie/inzage/<kind>/<public_id>/wissen")
@requires(Permission.MODERATE, MUNICIPALITY)
def rights_erasure(kind: str, public_id: str) -> str:
    """Ask whether it should be wiped: nothing is before the button."""
    return page("rights_erasure", kind=kind, kept=found_kept(kind, public_id))


@blueprint.post("/moderatie/inzage/<kind>/<public_id>/wissen")
@requires(Permission.MODERATE, MUNICIPALITY)
def rights_erase(kind: str, public_id: str) -> Response:
    """Wipe what is personal."""
    kept = found_kept(kind, public_id)
    reference = kept.reference
    rights.erase(db(), kept, site=current_site().for_mail, **_by_whom())
    flash(_("De gegevens bij %(reference)s zijn gewist.", reference=reference), "ok")
    return redirect(url_for("moderator.rights_found"), code=303)


def _by_whom() -> dict[str, Any]:
    return {"actor": require(Permission.MODERATE).actor, "now": clock.now()}


def _to_kept(kind: str, public_id: str) -> Response:
    return redirect(url_for("moderator.rights_kept", kind=kind, public_id=public_id), code=303)


def _rows_of(kept: Kept) -> Sequence[dict[str, Any]]:
    if isinstance(kept, Registration):
        status = labels.STATUSES[kept.status]
        rows = list(rows_of(db(), kept, who=labels.HELPERS))
    else:
        status = enquiry_labels.STATUSES[kept.status]
        rows = [
            {"label": _("Naam"), "value": kept.asker_name},
            {"label": _("E-mailadres"), "value": kept.asker_email},
        ]
    return [
        *rows,
        {"label": _("Hoe het ervoor staat"), "value": _(status)},
        {"label": _("Binnengekomen"), "value": moment(kept.created_at)},
        {"label": _("Laatst gewijzigd"), "value": moment(kept.changed_at)},
    ]
