"""Sending a file with many workplaces: how it works, and the file itself."""

from flask import redirect, url_for
from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField, FileRequired
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.organisations.models import Organisation
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import own_organisation, page, provider
from webapp.web.receiving import receives
from webapp.web.site import current_municipality
from webapp.workplaces.exchange.columns import FOR_PROVIDERS
from webapp.workplaces.exchange.reading import FileRefusedError
from webapp.workplaces.sheets import operations as sheets

# A file that is too large gets a sentence at its field; only one that is far too large, a page.
_MOST_BYTES = 10 * sheets.MAX_BYTES


class SheetForm(Form):
    """A file with workplaces."""

    file = FileField(
        _("Je CSV-bestand"),
        [FileRequired(_("Kies een CSV-bestand."))],
        description=_("Hooguit 2 MB en hooguit 1.000 regels."),
        render_kw={"accept": ".csv,text/csv"},
    )

    def to_draft(self) -> bytes:
        """Return what is in the file, or as much of it as tells that it is too large."""
        content: bytes = self.file.data.read(sheets.MAX_BYTES + 1)
        return content


@blueprint.route("/aanbieder/organisaties/<public_id>/inlezen", methods=["GET", "POST"])
@receives(_MOST_BYTES)
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def sheet_upload(public_id: str) -> Response | tuple[str, int]:
    """Explain how a file is taken in, and read the one that is sent; no workplace changes yet."""
    organisation = own_organisation(public_id)
    form = SheetForm()
    if organisation.may_offer and form.validate_on_submit():
        try:
            sheet = sheets.keep(
                db(),
                organisation,
                form.to_draft(),
                municipality_code=current_municipality().code,
                actor=provider().actor,
                now=clock.now(),
            )
        except FileRefusedError as refusal:
            form.add_problems({"file": str(refusal)})
        else:
            address = url_for("provider.sheet", public_id=public_id, sheet_id=sheet.public_id)
            return redirect(address, code=303)
    return _upload_page(organisation, form), status_of(form)


def _upload_page(organisation: Organisation, form: SheetForm) -> str:
    return page(
        "sheet_upload",
        organisation=organisation,
        form=form if organisation.may_offer else None,
        columns=FOR_PROVIDERS.columns,
        municipality=current_municipality(),
    )
