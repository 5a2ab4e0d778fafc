"""The tariffs of a municipality, for who may change them."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import ConflictError, InvalidInputError
from webapp.permissions.table import Permission
from webapp.tariffs import operations
from webapp.tariffs.models import Tariff
from webapp.tariffs.queries import get_tariff, tariffs_by_year
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.versioned import VersionedForm
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.editor import editor
from webapp.web.moderator.page import page
from webapp.web.moderator.tariff_form import TariffForm, tariff_form
from webapp.web.product_words import product_names
from webapp.web.site import current_municipality

Answer = str | Response | tuple[str, int]


@blueprint.get("/moderatie/tarieven")
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def tariff_overview() -> str:
    """Show all tariffs by year."""
    years = tariffs_by_year(db(), current_municipality().code)
    return page("tariff_overview", years=years, product_names=product_names())


@blueprint.route("/moderatie/tarieven/nieuw", methods=["GET", "POST"])
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def tariff_add() -> Answer:
    """Add a tariff; the same one twice is added once."""
    form = tariff_form()
    if form.validate_on_submit():
        try:
            operations.add_tariff(
                db(), current_municipality().code, form.to_draft(), actor=editor(), now=clock.now()
            )
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        else:
            return _done(_("Het tarief is toegevoegd."))
    return page("tariff_form", form=form, tariff=None, theirs=None), status_of(form)


@blueprint.route("/moderatie/tarieven/<public_id>", methods=["GET", "POST"])
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def tariff_edit(public_id: str) -> Answer:
    """Change a tariff; the second of two who do so at once is told, and keeps what they typed."""
    tariff = get_tariff(db(), current_municipality().code, public_id)
    form = tariff_form(tariff)
    if form.validate_on_submit():
        try:
            _change(tariff, form)
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        except ConflictError:
            form.renew(tariff.version)
            return _form_page(form, tariff, theirs=tariff), 409
        else:
            return _done(_("Het tarief is bewaard."))
    return _form_page(form, tariff), status_of(form)


@blueprint.post("/moderatie/tarieven/<public_id>/verwijderen")
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def tariff_remove(public_id: str) -> Response:
    """Remove a tariff; what it was stays in the log."""
    operations.remove_tariff(
        db(),
        current_municipality().code,
        public_id,
        expected_version=VersionedForm().expected_version,
        actor=editor(),
        now=clock.now(),
    )
    return _done(_("Het tarief is verwijderd."))


def _change(tariff: Tariff, form: TariffForm) -> None:
    operations.change_tariff(
        db(),
        tariff.municipality_code,
        tariff.public_id,
        form.to_draft(),
        expected_version=form.expected_version,
        actor=editor(),
        now=clock.now(),
    )


def _form_page(form: TariffForm, tariff: Tariff, *, theirs: Tariff | None = None) -> str:
    return page(
        "tariff_form", form=form, tariff=tariff, theirs=theirs, product_names=product_names()
    )


def _done(sentence: str) -> Response:
    flash(sentence, "ok")
    return redirect(url_for("moderator.tariff_overview"), code=303)
