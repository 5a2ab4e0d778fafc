"""The check, one question a page.

The answers travel in hidden fields, sent by POST, and nowhere else. In the address they would
stand in the history of a computer that others use too, in the logs of every server on the way, and
in the referrer of the next page; in a session they would be a row about somebody in a database.
So the server forgets them with each answer: no row, no session, no cookie, not even a count of who
asks. Going back is a button that sends the answers along, so nothing is lost by it; the browser's
own button works as well. Who opens the address anew begins anew.
"""

from flask import render_template, request

from webapp.trajectories.fit import Outcome, kind_of, settled
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import keeps_nothing
from webapp.web.public.blueprint import blueprint
from webapp.web.public.resident_fit import words
from webapp.web.public.resident_fit.form import NAMES, Sent, question_form, read
from webapp.web.site import current_site


@blueprint.get("/inwoners/iets-voor-mij")
@anyone(MUNICIPALITY)
def resident_fit() -> str:
    """Ask the first question."""
    return _ask(NAMES[0], Sent({}, NAMES[0], ""))


@blueprint.post("/inwoners/iets-voor-mij")
@keeps_nothing
@anyone(MUNICIPALITY)
def resident_fit_answer() -> str | tuple[str, int]:
    """Ask the next question, or the one that a button asks for; in the end, give the advice."""
    sent = read(request.form)
    if sent.asks_for:
        return _ask(sent.asks_for, sent)
    if not sent.is_answered:
        return _ask(sent.at, sent, is_refused=True), 422
    outcome = settled(sent.answers)
    return _ask(sent.first_unanswered, sent) if outcome is None else _advise(outcome, sent)


def _ask(name: str, sent: Sent, *, is_refused: bool = False) -> str:
    return render_template(
        "pages/public/resident_fit.html",
        form=question_form(name, sent.answers, is_refused=is_refused),
        at=name,
        number=NAMES.index(name) + 1,
        total=len(NAMES),
        other_answers={each: answer for each, answer in sent.answers.items() if each != name},
    )


def _advise(outcome: Outcome, sent: Sent) -> str:
    return render_template(
        "pages/public/resident_fit_advice.html",
        advice=words.ADVICE[outcome],
        kind=kind_of(outcome).value,
        answers=sent.answers,
        questions=words.QUESTIONS,
        minimum_age=current_site().settings.minimum_age,
    )
