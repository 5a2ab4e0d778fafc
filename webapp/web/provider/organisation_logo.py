"""The logo of an organisation, put there, replaced and taken off by a member."""

from flask import Response as FileResponse
from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.media.errors import FileRefusedError, MediaAwayError
from webapp.media.limits import MAX_BYTES
from webapp.organisations import logos
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.ports import ports
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.files import name_of, sentence_of, stream_of
from webapp.web.provider.logo_form import LogoForm
from webapp.web.provider.organisation import organisation_page
from webapp.web.provider.page import own_organisation, provider
from webapp.web.receiving import receives
from webapp.web.sent_files import FOR_ONE, logo_response

# Several times what is taken: a file that is too large is refused in words, on the page itself.
_MOST_BYTES = 6 * MAX_BYTES


@blueprint.post("/aanbieder/organisaties/<public_id>/logo")
@receives(_MOST_BYTES)
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def organisation_logo_put(public_id: str) -> Response | tuple[str, int]:
    """Show a logo that was sent from now on; one that is not taken leaves the old one there."""
    own_organisation(public_id)
    form = LogoForm()
    if not form.validate_on_submit():
        return _refused(public_id, form, 422)
    # A picture takes a while: nobody else who saves something must wait for it.
    db().rollback()
    file = form.to_draft()
    try:
        key, width, height = ports().uploads.take_logo(stream_of(file), name_of(file))
    except FileRefusedError as refusal:
        form.add_problems({"logo": _(refusal.sentence)})
        return _refused(public_id, form, 422)
    except MediaAwayError as fault:
        again = _("Probeer het over een paar minuten opnieuw.")
        form.add_problems({"logo": f"{sentence_of(fault)} {again}"})
        return _refused(public_id, form, 503)
    logos.put(
        db(),
        own_organisation(public_id),
        key=key,
        width=width,
        height=height,
        actor=provider().actor,
        now=clock.now(),
    )
    flash(_("Het logo staat op jullie pagina en bij jullie werkplekken."), "ok")
    return _back(public_id)


@blueprint.post("/aanbieder/organisaties/<public_id>/logo/weghalen")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def organisation_logo_remove(public_id: str) -> Response:
    """Show no logo any more."""
    logos.remove(db(), own_organisation(public_id), actor=provider().actor, now=clock.now())
    flash(_("Het logo is weggehaald."), "ok")
    return _back(public_id)


@blueprint.get("/aanbieder/organisaties/<public_id>/logo/<key>/<name>")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def organisation_logo(public_id: str, key: str, name: str) -> FileResponse:
    """Show the logo to who acts for the organisation."""
    return logo_response(own_organisation(public_id), key, name, given=FOR_ONE)


def _refused(public_id: str, form: LogoForm, status: int) -> tuple[str, int]:
    return organisation_page(own_organisation(public_id), logo_form=form), status


def _back(public_id: str) -> Response:
    return redirect(url_for("provider.organisation", public_id=public_id), code=303)
