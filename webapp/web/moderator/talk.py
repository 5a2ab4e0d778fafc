"""What is said with the provider about a workplace, and what moderators note for each other."""

from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.organisations.queries import reachable_members
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.fields import Paragraphs
from webapp.web.forms.message import MessageForm
from webapp.web.forms.rules import asked_for
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.page import page
from webapp.web.moderator.workplace_check import review_of
from webapp.web.site import current_municipality, current_site
from webapp.workplaces.talk import operations, queries

Answer = Response | tuple[str, int]


class NoteForm(MessageForm):
    """A note for the other moderators, beside the form for a message."""

    text = Paragraphs(_l("Je notitie"), [asked_for])

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        super().__init__(**options)
        for field in self:
            field.id = field.label.field_id = f"notitie-{field.short_name}"


@blueprint.route("/moderatie/werkplekken/<public_id>/gesprek", methods=["GET", "POST"])
@requires(Permission.MODERATE, MUNICIPALITY)
def workplace_talk(public_id: str) -> Answer:
    """Show what was said and noted, and say something to the provider."""
    form = MessageForm()
    if form.validate_on_submit():
        with form.showing_problems():
            operations.tell_provider(
                db(),
                review_of(public_id).workplace,
                form.to_draft(),
                municipality_code=current_municipality().code,
                site=current_site().for_mail,
                actor=require(Permission.MODERATE).actor,
                now=clock.now(),
            )
            flash(_("Je bericht staat hieronder. We mailen het naar de aanbieder."), "ok")
            return _back_to(public_id)
    return _shown(public_id, form, NoteForm(formdata=None)), status_of(form)


@blueprint.post("/moderatie/werkplekken/<public_id>/notities")
@requires(Permission.MODERATE, MUNICIPALITY)
def workplace_note(public_id: str) -> Answer:
    """Keep a note for the other moderators."""
    form = NoteForm()
    if form.validate_on_submit():
        with form.showing_problems():
            operations.note(
                db(),
                review_of(public_id).workplace,
                form.to_draft(),
                municipality_code=current_municipality().code,
                actor=require(Permission.MODERATE).actor,
                now=clock.now(),
            )
            flash(_("Je notitie is bewaard."), "ok")
            return _back_to(public_id)
    return _shown(public_id, MessageForm(formdata=None), form), status_of(form)


def _shown(public_id: str, message_form: MessageForm, note_form: NoteForm) -> str:
    workplace, code = review_of(public_id).workplace, current_municipality().code
    return page(
        "workplace_talk",
        workplace=workplace,
        title=workplace.latest_version.content.title,
        messages=queries.messages_for_municipality(db(), workplace, code),
        notes=queries.notes_of_municipality(db(), workplace, code),
        has_readers=bool(reachable_members(db(), workplace.organisation_id)),
        message_form=message_form,
        note_form=note_form,
    )


def _back_to(public_id: str) -> Response:
    return redirect(url_for("moderator.workplace_talk", public_id=public_id), code=303)
