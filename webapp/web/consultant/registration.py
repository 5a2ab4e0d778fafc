"""One registration: what it says, what happened to it, and what can happen next."""

from flask import Response, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.core import clock
from webapp.core.errors import InvalidInputError
from webapp.languages import catalogues
from webapp.permissions.table import Permission
from webapp.registrations import labels, queries, workflow
from webapp.registrations.following import who_can_take
from webapp.registrations.message_rules import can_be_answered
from webapp.registrations.models import OPEN, Registration, RegistrationStatus
from webapp.registrations.operations import look
from webapp.registrations.patience import Patience
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.answer_form import AnswerForm
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.edge import db, writes
from webapp.web.forms.versioned import VersionedForm
from webapp.web.registration_rows import rows_of
from webapp.web.site import current_municipality, current_site
from webapp.web.workplace_links import path_of
from webapp.workplaces.public import find_public_workplace


@blueprint.get("/consulent/aanmeldingen/<public_id>")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
@writes
def registration(public_id: str) -> Response:
    """Show a registration; the look is logged."""
    found = looked_at(public_id, purpose="follow_up")
    form = VersionedForm()
    form.renew(found.version)
    workplace = found.workplace and find_public_workplace(db(), found.workplace.public_id)
    return page(
        "registration",
        registration=found,
        rows=rows_of(db(), found, who=labels.HELPERS),
        language=catalogues.find(found.language),
        steps=[_button(found.status, goal) for goal in _by_button(found.status)],
        can_stop=RegistrationStatus.STOPPED in workflow.TRANSITIONS[found.status],
        is_open=found.status in OPEN,
        waits_long=patience().is_over(found),
        colleagues=who_can_take(db(), found.municipality_code) if found.status in OPEN else {},
        own_id=require(Permission.FOLLOW_REGISTRATIONS).actor.public_id,
        words=labels,
        form=form,
        answer_form=AnswerForm(),
        can_be_answered=can_be_answered(found),
        workplace=workplace,
        workplace_url=path_of(workplace) if workplace else None,
    )


@blueprint.post("/consulent/aanmeldingen/<public_id>")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
def registration_follow(public_id: str) -> AnyResponse:
    """Bring a registration to another status: 409 when somebody changed it meanwhile."""
    found = own(public_id)
    workflow.follow(
        db(),
        found,
        _asked_status(),
        expected_version=VersionedForm().expected_version,
        actor=require(Permission.FOLLOW_REGISTRATIONS).actor,
        now=clock.now(),
    )
    tell_status(found)
    return redirect(url_for("consultant.registration", public_id=public_id), code=303)


def tell_status(found: Registration) -> None:
    """Say on the next page what the status of a registration is now."""
    status = _(labels.STATUSES[found.status])
    flash(_("De aanmelding staat nu op “%(status)s”.", status=status), "ok")


def patience() -> Patience:
    """Return how long a registration may wait here."""
    return Patience.of(current_site().settings, clock.now())


def own(public_id: str) -> Registration:
    """Return a registration of this municipality; 404 for any other."""
    return queries.get_registration(db(), public_id, current_municipality().code)


def looked_at(public_id: str, *, purpose: str) -> Registration:
    """Return a registration of this municipality, and log who looks at it and what for."""
    found = own(public_id)
    actor = require(Permission.FOLLOW_REGISTRATIONS).actor
    look(db(), found, purpose=purpose, actor=actor, now=clock.now())
    return found


def _button(start: RegistrationStatus, goal: RegistrationStatus) -> dict[str, str]:
    """Return the button that takes a step: onwards it says what was done, back it says so."""
    if workflow.is_back(start, goal):
        label = _("Zet terug op “%(status)s”", status=_(labels.STATUSES[goal]))
        return {"status": goal.value, "label": label, "kind": "secondary"}
    return {"status": goal.value, "label": _(labels.STEPS[goal]), "kind": "primary"}


def _by_button(start: RegistrationStatus) -> list[RegistrationStatus]:
    """Return where one press leads: to stop takes a reason, on a page of its own."""
    return [goal for goal in workflow.TRANSITIONS[start] if goal is not RegistrationStatus.STOPPED]


def _asked_status() -> RegistrationStatus:
    try:
        return RegistrationStatus(request.form.get("status", ""))
    except ValueError as error:
        raise InvalidInputError({"status": _("Kies een stap uit de lijst.")}) from error
