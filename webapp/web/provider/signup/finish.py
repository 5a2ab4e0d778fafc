"""The check of all answers, sending them, and the page that says so."""

from dataclasses import replace

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import InvalidInputError
from webapp.core.ids import hash_secret
from webapp.organisations.queries import find_organisation
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.robots import OpenForm
from webapp.web.login import current_principal
from webapp.web.once import made_once
from webapp.web.ports import ports
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.signup import answers as kept
from webapp.web.provider.signup.answers import Answers
from webapp.web.provider.signup.rows import groups_of
from webapp.web.provider.signup.steps import first_unanswered, steps, total
from webapp.web.rate_limits import caller_key, limiter, per_caller
from webapp.web.site import current_municipality, current_site
from webapp.web.steady_time import hide_time
from webapp.workplaces.signing_up import Application, sign_up


def _address_key() -> str:
    """Return a key for the address that a mail would go to, or for who asks when there is none."""
    email = _load().email
    return hash_secret(email) if email else caller_key()


@blueprint.get("/organisatie-aanmelden/controleren")
@anyone(MUNICIPALITY)
def signup_check() -> str | Response:
    """Show all answers, each with a way to change it; nothing was sent before."""
    answers = _load()
    return _where_to_be(answers) or _show(OpenForm(), answers)


@blueprint.post("/organisatie-aanmelden/controleren")
@per_caller("20 per hour")
@limiter.limit("5 per hour", methods=["POST"], key_func=_address_key)
@anyone(MUNICIPALITY)
def signup_send() -> str | Response | tuple[str, int]:
    """Sign up: one organisation, however often the button is pressed."""
    hide_time()
    answers, form = _load(), OpenForm()
    elsewhere = _where_to_be(answers)
    if elsewhere is not None:
        return elsewhere
    if form.validate_on_submit():
        hide_time()
        if _send(answers, form):
            return redirect(url_for("provider.signup_sent"), code=303)
    return _show(form, answers), status_of(form)


@blueprint.get("/organisatie-aanmelden/verstuurd")
@anyone(MUNICIPALITY)
def signup_sent() -> str | Response:
    """Say that it is in, what happens next and when, and whom to call."""
    email = kept.find_sent()
    if email is None:
        return redirect(url_for("provider.signup"), code=303)
    return render_template("pages/provider/signup_sent.html", email=email)


def _load() -> Answers:
    """Return the answers; who is signed in signs up with the account at hand."""
    answers, principal = kept.load(), current_principal()
    if principal is None:
        return answers
    return replace(answers, name=principal.name, email=principal.email)


def _where_to_be(answers: Answers) -> Response | None:
    """Return the way to the step that must still be done, or to what was sent already."""
    missing = first_unanswered(answers)
    if missing is None:
        return None
    if not answers.answered and kept.find_sent():
        return redirect(url_for("provider.signup_sent"), code=303)
    return redirect(url_for("provider.signup_step", step_name=missing.name), code=303)


def _send(answers: Answers, form: OpenForm) -> bool:
    """Sign up; tell whether it worked. What the domain refuses is shown above the answers."""
    application = Application(
        name=answers.name,
        email=answers.email,
        organisation=answers.organisation,
        workplace=answers.workplace,
        key=answers.key,
    )
    try:
        made_once(
            lambda: find_organisation(db(), answers.key),
            lambda: sign_up(
                db(),
                application,
                municipality_code=current_municipality().code,
                site=current_site().for_mail,
                geocoder=ports().geocoder,
                now=clock.now(),
            ),
        )
    except InvalidInputError as refusal:
        form.add_problems(refusal.problems)
        return False
    kept.keep_sent(answers.email)
    return True


def _show(form: OpenForm, answers: Answers) -> str:
    return render_template(
        "pages/provider/signup_check.html",
        form=form,
        total=total(),
        previous=steps()[-1],
        groups=groups_of(answers),
    )
