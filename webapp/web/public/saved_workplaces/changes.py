"""Saving a workplace, taking one out of the list, and forgetting the whole of it."""

from flask import Response, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.forms.base import Form, status_of
from webapp.web.public.blueprint import blueprint
from webapp.web.public.enquiry import private_page, shown_workplace
from webapp.web.public.saved_workplaces.cookie import (
    LASTS,
    MOST,
    Saved,
    keep,
    saved,
    with_new,
    without,
)
from webapp.web.workplace_links import path_of, shown_content


@blueprint.route("/bewaarde-werkplekken/bewaar/<public_id>", methods=["GET", "POST"])
@anyone(MUNICIPALITY)
def saved_add(public_id: str) -> Response | AnyResponse:
    """Say what saving means, and save after the button is pressed, not before."""
    workplace, form = shown_workplace(public_id), Form()
    title, items = shown_content(workplace).title, saved()
    if form.validate_on_submit():
        if len(with_new(public_id, title)) <= MOST:
            return _keep(with_new(public_id, title))
        form.form_errors = [_("Je lijst is vol. Haal er eerst een werkplek uit.")]
    return private_page(
        "saved_add",
        status_of(form),
        form=form,
        workplace=workplace,
        title=title,
        workplace_url=path_of(workplace),
        is_saved=any(each.public_id == public_id for each in items),
        count=len(items),
        days=LASTS.days,
    )


@blueprint.post("/bewaarde-werkplekken/weghalen")
@anyone(MUNICIPALITY)
def saved_remove() -> AnyResponse:
    """Take one out of the list."""
    return _keep(without(request.form.get("id", "")))


@blueprint.post("/bewaarde-werkplekken/vergeten")
@anyone(MUNICIPALITY)
def saved_forget() -> AnyResponse:
    """Leave nothing of the list in this browser."""
    return _keep(())


def _keep(items: tuple[Saved, ...]) -> AnyResponse:
    return keep(redirect(url_for("public.saved_workplaces"), code=303), items)
