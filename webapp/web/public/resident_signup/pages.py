"""The pages with questions."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp.registrations import rules
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.public.blueprint import blueprint
from webapp.web.public.resident_signup import answers as kept
from webapp.web.public.resident_signup.answers import Answers
from webapp.web.public.resident_signup.questions import NO
from webapp.web.public.resident_signup.steps import STEPS, WORK, Step, Way, get_step
from webapp.web.rate_limits import per_caller
from webapp.web.site import current_municipality
from webapp.workplaces.models import Workplace
from webapp.workplaces.public import find_public_workplace
from webapp.workplaces.sectors import all_sectors


@blueprint.get("/inwoners/aanmelden")
@anyone(MUNICIPALITY)
def resident_signup() -> str:
    """Say what is asked and what happens then; who had begun may go on."""
    answers, chosen = kept.load(), _sectors_asked_for()
    return render_template(
        "pages/public/resident_signup.html",
        has_begun=bool(answers.answered),
        begin_url=_address_of(STEPS[0]),
        resume_url=_address_to_resume(answers),
        workplace=_workplace_asked_for(),
        sectors=[sector for sector in all_sectors(db()) if sector.key in chosen],
    )


@blueprint.post("/inwoners/aanmelden/opnieuw")
@anyone(MUNICIPALITY)
def resident_signup_restart() -> Response:
    """Forget the answers, as on a computer that others use too."""
    kept.forget()
    return redirect(url_for("public.resident_signup"), code=303)


@blueprint.get("/inwoners/aanmelden/<step>")
@anyone(MUNICIPALITY)
def resident_signup_step(step: str) -> str | Response:
    """Ask the questions of one step, once those before it are answered."""
    at, answers = get_step(step), kept.load()
    if not _is_in_turn(at, answers):
        return redirect(_address_to_go_on(answers), code=303)
    chosen = _sectors_asked_for()
    values = answers.values | ({"sectors": chosen} if chosen else {})
    return _show(at, at.form(data=values), answers)


@blueprint.post("/inwoners/aanmelden/<step>")
@per_caller("60 per minute")
@anyone(MUNICIPALITY)
def resident_signup_answer(step: str) -> str | Response | tuple[str, int]:
    """Keep the answers to one step and go on, or show what must be mended."""
    at, form, before = get_step(step), get_step(step).form(), kept.load()
    if at in before.way.left_out:
        return redirect(_address_to_go_on(before), code=303)
    answers = before.with_answers_of(at, form)
    if form.validate_on_submit():
        if form.data.get("meets_age_condition") == NO:
            answers.reopen(at)
            answers.keep()
            return redirect(url_for("public.resident_signup_elsewhere"), code=303)
        form.add_problems(_problems(form, answers))
    if form.errors:
        return _show(at, form, answers), status_of(form)
    _take_along(answers, at)
    answers.keep()
    return redirect(_address_after(at, answers), code=303)


@blueprint.get("/inwoners/aanmelden/iets-anders")
@anyone(MUNICIPALITY)
def resident_signup_elsewhere() -> str:
    """Say what else there is, and whom to call, when the condition is not met."""
    return render_template("pages/public/resident_signup_elsewhere.html")


def _is_in_turn(step: Step, answers: Answers) -> bool:
    """Tell whether a step is asked in the channel that was chosen, and all before it are done."""
    way, missing = answers.way, answers.first_unanswered
    if step in way.left_out:
        return False
    return missing is None or way.number_of(missing) >= way.number_of(step)


def _show(step: Step, form: Form, answers: Answers) -> str:
    # What a consultant who is signed in need not fill in counts already.
    way = Way.of(answers.values | form.data)
    return render_template(
        "pages/public/resident_signup_step.html",
        step=step,
        number=way.number_of(step),
        total=way.total,
        previous=way.before(step),
        form=form,
        answer_url=_address_of(step, "public.resident_signup_answer"),
        for_somebody_else=answers.are_for_somebody_else,
    )


def _problems(form: Form, answers: Answers) -> dict[str, str]:
    """Return what the domain refuses in the fields of this step."""
    problems = rules.problems_of(db(), answers.to_draft(), near=current_municipality().code)
    return {name: sentence for name, sentence in problems.items() if name in form}


def _address_after(step: Step, answers: Answers) -> str:
    """Return where to go on: who changes one answer comes back to the check."""
    following = answers.way.after(step)
    if following is None or answers.first_unanswered is None:
        return url_for("public.resident_signup_check")
    return url_for("public.resident_signup_step", step=following.name)


def _address_to_resume(answers: Answers) -> str:
    """Return where to go on: a choice of work that was made meanwhile is looked at first."""
    if _sectors_asked_for() and WORK.name in answers.answered:
        return _address_of(WORK)
    return _address_to_go_on(answers)


def _address_to_go_on(answers: Answers) -> str:
    """Return where the first step is that must still be done, or else the check."""
    missing = answers.first_unanswered
    return _address_of(missing) if missing else url_for("public.resident_signup_check")


def _address_of(step: Step, endpoint: str = "public.resident_signup_step") -> str:
    """Return the address of a step, with the workplace and the work that this address names."""
    workplace = _workplace_asked_for()
    return url_for(
        endpoint,
        step=step.name,
        werkplek=workplace.public_id if workplace else None,
        werk=_sectors_asked_for(),
    )


def _take_along(answers: Answers, step: Step) -> None:
    """Add the workplace and the work that the address names, unless this step asked for it."""
    workplace, chosen = _workplace_asked_for(), _sectors_asked_for()
    answers.workplace = workplace.public_id if workplace else answers.workplace
    if chosen and step is not WORK:
        answers.values["sectors"] = chosen


def _sectors_asked_for() -> list[str]:
    """Return the keys of the sectors that the address names, as far as they exist."""
    asked = request.args.getlist("werk")
    return [sector.key for sector in all_sectors(db()) if sector.key in asked] if asked else []


def _workplace_asked_for() -> Workplace | None:
    """Return the workplace that the address names, if the public may see it."""
    return find_public_workplace(db(), request.args.get("werkplek", ""))
