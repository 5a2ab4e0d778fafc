"""A resident's own registration, behind the private link from the mail."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Response, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.core import clock
from webapp.core.errors import InvalidInputError, NotFoundError, WrongStatusError
from webapp.registrations import labels, message_rules, messages, operations, queries
from webapp.registrations.models import Registration
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.contact_correction import correct, form_for
from webapp.web.edge import db, writes
from webapp.web.forms.base import status_of
from webapp.web.forms.contact import ContactCorrectionForm
from webapp.web.forms.registration_message import MessageForm
from webapp.web.public.blueprint import blueprint
from webapp.web.rate_limits import per_caller
from webapp.web.registration_rows import rows_of
from webapp.web.site import current_municipality, current_site
from webapp.web.typed_texts import typed_texts


class BrokenLinkError(NotFoundError):
    """A private link that is wrong, too old, or of a registration that was withdrawn."""


@blueprint.get("/inwoners/aanmelding/<secret>")
@anyone(MUNICIPALITY)
@writes
def resident_registration(secret: str) -> Response:
    """Show the resident what was sent, where it stands, and what was written since.

    When an answer was first seen is kept, so that the municipality knows.
    """
    registration = _behind(secret)
    if request.method == "GET":  # what only asks whether the page is there has not seen it
        messages.see_answers(db(), registration, actor=operations.RESIDENT, now=clock.now())
    return _shown(registration, secret, MessageForm())


@blueprint.post("/inwoners/aanmelding/<secret>")
@per_caller("60 per hour")
@anyone(MUNICIPALITY)
def resident_registration_add(secret: str) -> AnyResponse:
    """Let the resident, or who helps, add or ask something."""
    registration, form = _behind(secret), MessageForm()
    if form.validate_on_submit():
        with form.showing_problems(), _saying_why_closed(registration):
            messages.add(
                db(),
                registration,
                form.to_draft(),
                site=current_site().for_mail,
                actor=operations.RESIDENT,
                now=clock.now(),
            )
            flash(_("Je bericht is verstuurd. De gemeente leest het."), "ok")
            return redirect(url_for("public.resident_registration", secret=secret), code=303)
    return _shown(registration, secret, form)


@blueprint.get("/inwoners/aanmelding/<secret>/gegevens")
@anyone(MUNICIPALITY)
def resident_contact(secret: str) -> Response:
    """Ask how the resident can be reached now."""
    return _private("resident_contact", form=form_for(_behind(secret)), secret=secret)


@blueprint.post("/inwoners/aanmelding/<secret>/gegevens")
@per_caller("20 per hour")
@anyone(MUNICIPALITY)
def resident_contact_correct(secret: str) -> AnyResponse:
    """Keep how the resident can be reached now."""
    registration, form = _behind(secret), ContactCorrectionForm()
    if correct(registration, form, actor=operations.RESIDENT, link_in_use=secret):
        flash(str(_("Je contactgegevens zijn verbeterd.")), "ok")
        return redirect(url_for("public.resident_registration", secret=secret), code=303)
    return _private("resident_contact", status_of(form), form=form, secret=secret)


@blueprint.get("/inwoners/aanmelding/<secret>/stoppen")
@anyone(MUNICIPALITY)
def resident_withdrawal(secret: str) -> Response:
    """Ask whether the resident is sure."""
    return _private("resident_withdrawal", registration=_behind(secret), secret=secret)


@blueprint.post("/inwoners/aanmelding/<secret>/stoppen")
@anyone(MUNICIPALITY)
def resident_withdraw(secret: str) -> AnyResponse:
    """Wipe the registration."""
    operations.withdraw(
        db(),
        _behind(secret),
        site=current_site().for_mail,
        actor=operations.RESIDENT,
        now=clock.now(),
    )
    return redirect(url_for("public.resident_withdrawn"), code=303)


@blueprint.get("/inwoners/aanmelding/gestopt")
@anyone(MUNICIPALITY)
def resident_withdrawn() -> str:
    """Say that the data were wiped."""
    return render_template("pages/public/resident_withdrawn.html")


@blueprint.errorhandler(BrokenLinkError)
def resident_link_broken(_error: BrokenLinkError) -> Response:
    """Say kindly that the link does not work (any more), and what to do then."""
    return _private("resident_link_broken", 404, typed=typed_texts())


def _behind(secret: str) -> Registration:
    try:
        return queries.get_by_link(db(), secret, current_municipality().code, now=clock.now())
    except NotFoundError as error:
        raise BrokenLinkError(*error.args) from error


def _shown(registration: Registration, secret: str, form: MessageForm) -> Response:
    closed = message_rules.why_closed(registration, now=clock.now())
    return _private(
        "resident_registration",
        status_of(form),
        registration=registration,
        secret=secret,
        until=queries.end_of_link(registration, secret),
        rows=rows_of(db(), registration, who=labels.HELPERS),
        progress=labels.STATUSES_FOR_RESIDENT[registration.status],
        form=form,
        closed=closed and labels.CLOSED[closed],
    )


@contextmanager
def _saying_why_closed(registration: Registration) -> Iterator[None]:
    """Say above the form why nothing can be added, where it was closed after the page was read."""
    try:
        yield
    except WrongStatusError as refusal:
        closed = message_rules.why_closed(registration, now=clock.now())
        raise InvalidInputError({"closed": labels.CLOSED[closed]} if closed else {}) from refusal


def _private(view: str, status: int = 200, **context: object) -> Response:
    """Return a page that no browser, proxy or search engine may keep."""
    response = make_response(render_template(f"pages/public/{view}.html", **context), status)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
