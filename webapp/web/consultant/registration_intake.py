"""Planning an intake, and taking it along in a calendar."""

from datetime import date, datetime
from datetime import time as time_of_day
from typing import cast

from flask import abort, flash
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.registrations.intake import plan_intake
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.calendar_answer import Entry, calendar_answer
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.registration import own
from webapp.web.consultant.registration_following import back_to, form_page
from webapp.web.edge import db
from webapp.web.forms.fields import Line
from webapp.web.forms.rules import filled
from webapp.web.forms.typed_fields import Day, TimeOfDay
from webapp.web.forms.versioned import VersionedForm
from webapp.web.site import current_site


class IntakeForm(VersionedForm):
    """When and where."""

    day = Day(_l("Op welke dag?"), [filled(_l("Vul een dag in, zoals 31-12-2026."))])
    time = TimeOfDay(_l("Hoe laat?"), [filled(_l("Vul een tijd in, zoals 14.30."))])
    place = Line(
        _l("Waar?"),
        [filled(_l("Vul in waar het gesprek is."))],
        description=_l("Bijvoorbeeld: gemeentehuis, balie 2. Of: bij de inwoner thuis."),
    )

    def to_draft(self) -> tuple[datetime, str]:
        """Return the moment and the place."""
        day, time = cast("date", self.day.data), cast("time_of_day", self.time.data)
        return datetime.combine(day, time, clock.AMSTERDAM), self.place.data or ""

    def offer(self, at: datetime, place: str) -> None:
        """Begin with the intake as it was planned before."""
        local = at.astimezone(clock.AMSTERDAM)
        self.process(data={"day": local.date(), "time": local.time(), "place": place})


@blueprint.route("/consulent/aanmeldingen/<public_id>/intake", methods=["GET", "POST"])
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
def registration_intake(public_id: str) -> Response:
    """Plan the intake, or plan it anew."""
    found, form = own(public_id), IntakeForm()
    planned = found.follow_up.intake_at
    if planned and not form.is_submitted():
        form.offer(planned, found.follow_up.intake_place)
    if form.validate_on_submit():
        with form.showing_problems():
            plan_intake(
                db(),
                found,
                *form.to_draft(),
                expected_version=form.expected_version,
                site=current_site().for_mail,
                actor=require(Permission.FOLLOW_REGISTRATIONS).actor,
                now=clock.now(),
            )
            if found.email:
                flash(_("De intake staat. De inwoner krijgt een mail."), "ok")
            else:
                flash(_("De intake staat. Bel de inwoner: er is geen e-mailadres."), "ok")
            return back_to(public_id)
    return form_page("registration_intake", found, form)


@blueprint.get("/consulent/aanmeldingen/<public_id>/intake.ics")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
def registration_intake_file(public_id: str) -> Response:
    """Give the intake as a file for a calendar: with the reference, and nothing of the resident."""
    found = own(public_id)
    if found.follow_up.intake_at is None:
        abort(404)
    entry = Entry(
        key=f"intake-{found.public_id}",
        at=found.follow_up.intake_at,
        title=_("Intake %(reference)s", reference=found.reference),
        text="",
        place=found.follow_up.intake_place,
    )
    return calendar_answer(f"intake-{found.reference.lower()}", [entry])
