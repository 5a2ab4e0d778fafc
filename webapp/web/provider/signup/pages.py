"""The explanation, and the pages with questions."""

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.forms.base import Form, status_of
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.signup import answers as kept
from webapp.web.provider.signup.answers import Answers
from webapp.web.provider.signup.steps import (
    Step,
    before,
    first_unanswered,
    get_step,
    number_of,
    steps,
    total,
)
from webapp.web.rate_limits import per_caller


@blueprint.get("/organisatie-aanmelden")
@anyone(MUNICIPALITY)
def signup() -> str:
    """Say what is asked and what happens then; who had begun may go on."""
    answers = kept.load()
    return render_template(
        "pages/provider/signup.html",
        first=steps()[0],
        has_begun=bool(answers.answered),
        unanswered=first_unanswered(answers),
    )


@blueprint.post("/organisatie-aanmelden/opnieuw")
@anyone(MUNICIPALITY)
def signup_restart() -> Response:
    """Forget the answers, as on a computer that others use too."""
    kept.forget()
    return redirect(url_for("provider.signup"), code=303)


@blueprint.get("/organisatie-aanmelden/<step_name>")
@anyone(MUNICIPALITY)
def signup_step(step_name: str) -> str | Response:
    """Ask the questions of one step, once those before it are answered."""
    step, answers = get_step(step_name), kept.load()
    missing = first_unanswered(answers)
    if missing is not None and number_of(missing) < number_of(step):
        return redirect(url_for("provider.signup_step", step_name=missing.name), code=303)
    return _show(step, step.form(answers))


@blueprint.post("/organisatie-aanmelden/<step_name>")
@per_caller("60 per minute")
@anyone(MUNICIPALITY)
def signup_answer(step_name: str) -> Response | tuple[str, int]:
    """Keep the answers to one step and go on, or show what must be mended."""
    step, answers = get_step(step_name), kept.load()
    form = step.form(answers)
    if form.validate_on_submit():
        answers = step.take(form, answers)
    if form.errors:
        return _show(step, form), status_of(form)
    answers.keep()
    return redirect(_address_after(answers), code=303)


def _address_after(answers: Answers) -> str:
    """Return where to go on: who changes one answer comes back to the check."""
    following = first_unanswered(answers)
    if following is None:
        return url_for("provider.signup_check")
    return url_for("provider.signup_step", step_name=following.name)


def _show(step: Step, form: Form) -> str:
    return render_template(
        "pages/provider/signup_step.html",
        step=step,
        number=number_of(step),
        total=total(),
        previous=before(step),
        form=form,
    )
