"""Exceptions to the location rule: what the municipality allows from elsewhere [S0 Eis 8c]."""

from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import ConflictError, InvalidInputError, WrongStatusError
from webapp.moderation import exceptions as operations
from webapp.moderation.exceptions import get_allowable, review_of
from webapp.moderation.review import Review
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.decisions import told
from webapp.web.moderator.exception_form import ExceptionEndForm, ExceptionForm, exception_form
from webapp.web.moderator.exception_words import PHASES, described
from webapp.web.moderator.location import location_of
from webapp.web.moderator.page import page
from webapp.web.paging import asked_page
from webapp.web.site import current_municipality, current_site
from webapp.web.workplace_links import path_of
from webapp.workplaces.exceptions.models import LocationException, Phase
from webapp.workplaces.exceptions.operations import ExceptionExistsError
from webapp.workplaces.exceptions.queries import (
    count_over,
    find_open,
    get_exception,
    open_exceptions,
    over_exceptions,
)

Answer = str | Response | tuple[str, int]


@blueprint.get("/moderatie/uitzonderingen")
@requires(Permission.ALLOW_EXCEPTIONS, MUNICIPALITY)
def exceptions() -> str:
    """Show what the municipality allows now, what it will allow, and what it did."""
    code, today = current_municipality().code, clock.today()
    paging = asked_page(count_over(db(), code, today))
    over = over_exceptions(db(), code, today, offset=paging.offset, limit=paging.size)
    found = described([*open_exceptions(db(), code, today), *over])
    groups = [(phase, [each for each in found if each.phase is phase]) for phase in Phase]
    return page("exceptions", groups=groups, phase_names=PHASES, paging=paging)


@blueprint.route("/moderatie/uitzonderingen/nieuw/<public_id>", methods=["GET", "POST"])
@requires(Permission.ALLOW_EXCEPTIONS, MUNICIPALITY)
def exception_grant(public_id: str) -> Answer:
    """Allow a workplace from elsewhere; what needs no exception or has one is told so."""
    municipality = current_municipality()
    review = get_allowable(db(), public_id, municipality.code)
    existing = find_open(db(), review.workplace, municipality.code, clock.today())
    form, location = exception_form(), location_of(review)
    may_be = existing is None and location.reason is None
    if may_be and form.validate_on_submit():
        try:
            operations.grant(db(), review, municipality, form.to_draft(), **_circumstances())
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        except ExceptionExistsError:
            existing = find_open(db(), review.workplace, municipality.code, clock.today())
        else:
            return _done(_("De werkplek is toegestaan."), review)
    if existing is not None and not form.is_submitted():
        return redirect(_address_of(existing), code=303)
    status = status_of(form) if may_be and existing is None else 409 if form.is_submitted() else 200
    shown = {"review": review, "location": location, "existing": existing, "form": form}
    return page("exception_grant", page_url=_page_of(review), **shown), status


@blueprint.route("/moderatie/uitzonderingen/<public_id>", methods=["GET", "POST"])
@requires(Permission.ALLOW_EXCEPTIONS, MUNICIPALITY)
def exception_edit(public_id: str) -> Answer:
    """Change an exception; the second of two who do so at once is told, and keeps what they typed.

    One that is over can be read.
    """
    exception = get_exception(db(), current_municipality().code, public_id)
    form = exception_form(exception)
    if form.validate_on_submit():
        try:
            _change(exception, form)
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        except ConflictError:
            form.renew(exception.version)
            return _shown(exception, edit_form=form, is_overtaken=True), 409
        except WrongStatusError:
            return _shown(exception), 409
        else:
            return _done(_("De uitzondering is veranderd."), review_of(exception))
    return _shown(exception, edit_form=form), status_of(form)


@blueprint.post("/moderatie/uitzonderingen/<public_id>/beeindigen")
@requires(Permission.ALLOW_EXCEPTIONS, MUNICIPALITY)
def exception_end(public_id: str) -> Answer:
    """Let a workplace from elsewhere count no more, from this moment."""
    municipality = current_municipality()
    exception = get_exception(db(), municipality.code, public_id)
    form = ExceptionEndForm("beeindigen")
    if not form.validate_on_submit():
        return _shown(exception, end_form=form), 422
    try:
        operations.end(db(), municipality, public_id, **form.to_draft(), **_circumstances())
    except InvalidInputError as refusal:
        form.add_problems(refusal.problems)
        return _shown(exception, end_form=form), 422
    except WrongStatusError:
        return _shown(exception), 409
    return _done(_("De uitzondering is gestopt."), review_of(exception))


def _change(exception: LocationException, form: ExceptionForm) -> None:
    operations.change(
        db(),
        current_municipality(),
        exception.public_id,
        form.to_draft(),
        expected_version=form.expected_version,
        **_circumstances(),
    )


def _shown(
    exception: LocationException,
    *,
    edit_form: Form | None = None,
    end_form: Form | None = None,
    is_overtaken: bool = False,
) -> str:
    """Return the page of an exception as it now stands, with the form that was sent as it was."""
    (words,) = described([exception])
    return page(
        "exception_edit",
        described=words,
        location=location_of(words.review),
        page_url=_page_of(words.review),
        form=end_form or edit_form,
        edit_form=edit_form or exception_form(exception, formdata=None),
        end_form=end_form or ExceptionEndForm("beeindigen", formdata=None),
        is_overtaken=is_overtaken,
    )


def _circumstances() -> dict[str, Any]:
    """Return what every act takes besides: who acts, when, and on which site."""
    return {
        "actor": require(Permission.ALLOW_EXCEPTIONS).actor,
        "now": clock.now(),
        "site": current_site().for_mail,
    }


def _page_of(review: Review) -> str | None:
    return path_of(review.workplace) if review.is_on_site else None


def _address_of(exception: LocationException) -> str:
    return url_for("moderator.exception_edit", public_id=exception.public_id)


def _done(sentence: str, review: Review) -> Response:
    flash(f"{sentence} {told(review.workplace.organisation)}", "ok")
    return redirect(url_for("moderator.exceptions"), code=303)
