"""Undoing what was just decided about a workplace or an organisation."""

from datetime import timedelta

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import ConflictError, WrongStatusError
from webapp.moderation import undoing
from webapp.moderation.review import get_organisation_review
from webapp.moderation.undoing import Undoable
from webapp.organisations.models import Organisation
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.edge import db
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.workplace_check import review_of
from webapp.web.ports import ports
from webapp.web.site import current_municipality


def undo_within() -> timedelta:
    """Return for how long a decision can be undone here."""
    return timedelta(minutes=ports().settings.undo_minutes)


def just_decided() -> list[tuple[Undoable, int]]:
    """Return what can still be undone here, each with how many minutes are left, at least one."""
    now = clock.now()
    found = undoing.undoable(db(), current_municipality().code, within=undo_within(), now=now)
    return [(each, -(-(each.until - now) // timedelta(minutes=1))) for each in found]


def organisations_just_decided() -> list[tuple[Organisation, int]]:
    """Return the organisations of which the same holds, each with how many minutes are left."""
    now, within = clock.now(), undo_within()
    found = undoing.undoable_organisations(
        db(), current_municipality().code, within=within, now=now
    )
    return [
        (each, -(-(each.decided_at + within - now) // timedelta(minutes=1)))
        for each in found
        if each.decided_at is not None
    ]


@blueprint.post("/moderatie/werkplekken/<public_id>/ongedaan-maken")
@requires(Permission.MODERATE, MUNICIPALITY)
def workplace_undo(public_id: str) -> Response:
    """Let a workplace wait again that was just decided on."""
    review = review_of(public_id)
    title = review.version.content.title
    try:
        with db().begin_nested():
            is_with_organisation = undoing.undo(
                db(),
                review.version,
                within=undo_within(),
                actor=require(Permission.MODERATE).actor,
                now=clock.now(),
            )
    except (ConflictError, WrongStatusError):
        sentence = _(
            "Het besluit over “%(title)s” staat vast: het is te lang geleden, of er is intussen "
            "iets veranderd.",
            title=title,
        )
        flash(sentence, "warning")
    else:
        flash(_("“%(title)s” wacht weer op je besluit. Er gaat geen mail uit.", title=title), "ok")
        if is_with_organisation:
            name = review.workplace.organisation.name
            flash(_("Ook de organisatie %(name)s wacht weer op controle.", name=name), "ok")
    return redirect(url_for("moderator.workplace_check", public_id=public_id), code=303)


@blueprint.post("/moderatie/organisaties/<public_id>/ongedaan-maken")
@requires(Permission.MODERATE, MUNICIPALITY)
def organisation_undo(public_id: str) -> Response:
    """Let an organisation wait again that was just decided on."""
    code = current_municipality().code
    organisation = get_organisation_review(db(), public_id, code).organisation
    try:
        with db().begin_nested():
            undoing.undo_organisation(
                db(),
                organisation,
                within=undo_within(),
                actor=require(Permission.MODERATE).actor,
                now=clock.now(),
            )
    except (ConflictError, WrongStatusError):
        sentence = _(
            "Het besluit over %(name)s staat vast: het is te lang geleden, of er is intussen iets "
            "veranderd. Staat er al een werkplek op de site? Maak dat besluit dan eerst ongedaan.",
            name=organisation.name,
        )
        flash(sentence, "warning")
    else:
        sentence = _(
            "%(name)s wacht weer op je besluit. Er gaat geen mail uit.", name=organisation.name
        )
        flash(sentence, "ok")
    return redirect(url_for("moderator.organisation_check", public_id=public_id), code=303)
