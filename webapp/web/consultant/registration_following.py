"""Taking a registration, noting that somebody was tried to reach, and stopping with a reason."""

from typing import Any

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.registrations import following, labels, workflow
from webapp.registrations.models import Registration, RegistrationStatus
from webapp.registrations.vocabulary import ContactChannel, ContactOutcome, StopReason
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.consultant.registration import own, tell_status
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.fields import Paragraphs, choices_of
from webapp.web.forms.rules import filled
from webapp.web.forms.typed_fields import OneChoice
from webapp.web.forms.versioned import VersionedForm


class AttemptForm(VersionedForm):
    """How somebody was tried to reach, and what came of it."""

    channel = OneChoice(
        _l("Hoe probeerde je het?"), [filled(_l("Kies hoe."))], choices=choices_of(labels.CHANNELS)
    )
    outcome = OneChoice(
        _l("Lukte het?"),
        [filled(_l("Kies of het lukte."))],
        choices=choices_of(labels.OUTCOMES),
    )
    note = Paragraphs(
        _l("Notitie voor je collega's"),
        description=_l(
            "Bijvoorbeeld wanneer je het weer probeert. Schrijf niets op over gezondheid. De "
            "inwoner mag dit lezen als die erom vraagt."
        ),
        render_kw={"rows": 3},
    )

    def to_draft(self) -> tuple[ContactChannel, ContactOutcome, str]:
        """Return what was filled in."""
        outcome = ContactOutcome(self.outcome.data)
        return ContactChannel(self.channel.data), outcome, self.note.data or ""


class StopForm(VersionedForm):
    """Why a registration stops."""

    reason = OneChoice(
        _l("Waarom stopt het?"),
        [filled(_l("Kies waarom de aanmelding stopt."))],
        choices=choices_of(labels.STOP_REASONS),
    )

    def to_draft(self) -> StopReason:
        """Return the reason."""
        return StopReason(self.reason.data)


@blueprint.post("/consulent/aanmeldingen/<public_id>/toewijzen")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
def registration_assign(public_id: str) -> Response:
    """Let a colleague follow a registration up, or nobody."""
    found = own(public_id)
    following.assign(
        db(),
        found,
        request.form.get("wie", ""),
        expected_version=VersionedForm().expected_version,
        **_by_whom(),
    )
    assignee = found.follow_up.assignee
    if assignee is None:
        flash(_("Niemand volgt deze aanmelding nu."), "ok")
    else:
        flash(_("%(name)s volgt deze aanmelding.", name=assignee.name), "ok")
    return back_to(public_id)


@blueprint.route("/consulent/aanmeldingen/<public_id>/contact", methods=["GET", "POST"])
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
def registration_attempt(public_id: str) -> Response:
    """Note that somebody was tried to reach."""
    found, form = own(public_id), AttemptForm()
    if form.validate_on_submit():
        with form.showing_problems():
            version = form.expected_version
            following.note_attempt(
                db(), found, *form.to_draft(), expected_version=version, **_by_whom()
            )
            flash(_("Bewaard dat je contact zocht."), "ok")
            return back_to(public_id)
    return form_page("registration_attempt", found, form)


@blueprint.route("/consulent/aanmeldingen/<public_id>/stoppen", methods=["GET", "POST"])
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
def registration_stop(public_id: str) -> Response:
    """Stop with a registration, for a reason; the data stay for as long as they may."""
    found, form = own(public_id), StopForm()
    if form.validate_on_submit():
        workflow.follow(
            db(),
            found,
            RegistrationStatus.STOPPED,
            stop_reason=form.to_draft(),
            expected_version=form.expected_version,
            **_by_whom(),
        )
        tell_status(found)
        return back_to(public_id)
    return form_page("registration_stop", found, form)


def form_page(
    view: str,
    found: Registration,
    form: VersionedForm,
    **context: Any,  # noqa: ANN401
) -> Response:
    """Return a page with a form about a registration: only the reference is shown."""
    if not form.is_submitted():
        form.renew(found.version)
    return page(view, status_of(form), registration=found, form=form, **context)


def back_to(public_id: str) -> Response:
    """Go on to the registration."""
    return redirect(url_for("consultant.registration", public_id=public_id), code=303)


def _by_whom() -> dict[str, Any]:
    return {"actor": require(Permission.FOLLOW_REGISTRATIONS).actor, "now": clock.now()}
