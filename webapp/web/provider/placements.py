"""Placements at the provider's workplaces: without anything of who it is."""

from datetime import date
from typing import cast

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.placements import marks, queries
from webapp.placements.draft import MarkDraft
from webapp.placements.models import Placement
from webapp.placements.vocabulary import MarkKind
from webapp.trajectories.deadlines import Task
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.once import OnceForm
from webapp.web.forms.rules import filled
from webapp.web.forms.typed_fields import Day
from webapp.web.placements import (
    calendar_of,
    card_of,
    due_rows,
    payer_of,
    product_name,
    settings_of,
)
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import page, provider


class SentForm(OnceForm):
    """When the provider sent a message."""

    day = Day(
        _l("Op welke dag stuurde je het bericht?"),
        [filled(_l("Vul een dag in, zoals 31-12-2026."))],
    )

    def to_draft(self) -> MarkDraft:
        """Return what was filled in."""
        return MarkDraft(MarkKind.PROGRESS_SENT, cast("date", self.day.data), self.once_key)


@blueprint.get("/aanbieder/plaatsingen")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def placements() -> str:
    """Show the placements that go on, the first to end first."""
    found = queries.open_of_organisations(db(), provider().organisation_ids)
    settings = settings_of(found)
    return page(
        "placements", listed=[card_of(each, settings[each.municipality_code]) for each in found]
    )


@blueprint.get("/aanbieder/plaatsingen/termijnen.ics")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def placements_file() -> Response:
    """Give what is to be done as a file for a calendar."""
    found = queries.open_of_organisations(db(), provider().organisation_ids)
    settings = settings_of(found)
    pairs = [(each, settings[each.municipality_code]) for each in found]
    return calendar_of("plaatsingen", pairs, is_own=False)


@blueprint.route("/aanbieder/plaatsingen/<public_id>", methods=["GET", "POST"])
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def placement(public_id: str) -> Response | tuple[str, int]:
    """Show a placement; a member may say that a message was sent."""
    found, form = _own(public_id), SentForm()
    if form.validate_on_submit():
        with form.showing_problems():
            marks.say_sent(db(), found, form.to_draft(), actor=provider().actor, now=clock.now())
            flash(_("Bewaard. De consulent ziet dat je een bericht stuurde."), "ok")
            return redirect(url_for("provider.placement", public_id=public_id), code=303)
    if not form.is_submitted():
        form.day.process_data(clock.today())
    settings = settings_of([found])[found.municipality_code]
    rows = due_rows(found, settings)
    return page(
        "placement",
        placement=found,
        product=product_name(found, settings),
        payer=payer_of(found),
        dues=rows,
        has_message=any(row.due.task is Task.PROGRESS and row.due.done_on is None for row in rows),
        form=form,
    ), status_of(form)


def _own(public_id: str) -> Placement:
    return queries.get_of_organisations(db(), public_id, provider().organisation_ids)
