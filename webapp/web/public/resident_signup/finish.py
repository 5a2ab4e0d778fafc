"""The check of all answers, and what follows on sending them."""

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import InvalidInputError
from webapp.municipalities import queries
from webapp.registrations import contact, labels, operations
from webapp.registrations.draft import RegistrationDraft
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.robots import OpenForm
from webapp.web.login import current_principal
from webapp.web.public.blueprint import blueprint
from webapp.web.public.resident_signup import answers as kept
from webapp.web.public.resident_signup.answers import Answers, Sent
from webapp.web.rate_limits import address_key, is_within, per_caller
from webapp.web.registration_rows import rows_of
from webapp.web.site import current_municipality, current_site
from webapp.workplaces.public import find_public_workplace


@blueprint.get("/inwoners/aanmelden/controle")
@anyone(MUNICIPALITY)
def resident_signup_check() -> str | Response:
    """Show all answers, each with a way to change it; nothing was sent before."""
    answers = kept.load()
    return _where_to_be(answers) or _show(OpenForm(), answers)


@blueprint.post("/inwoners/aanmelden/controle")
@per_caller("30 per hour")
@anyone(MUNICIPALITY)
def resident_signup_send() -> str | Response | tuple[str, int]:
    """Make the registration: one, however often the button is pressed."""
    answers, form = kept.load(), OpenForm()
    elsewhere = _where_to_be(answers)
    if elsewhere is not None:
        return elsewhere
    if form.validate_on_submit() and _send(answers.to_draft(), form):
        return redirect(url_for("public.resident_signup_sent"), code=303)
    return _show(form, answers), status_of(form)


@blueprint.get("/inwoners/aanmelden/verzonden")
@anyone(MUNICIPALITY)
def resident_signup_sent() -> str | Response:
    """Say that it is in: the reference, what happens next, and the private link."""
    sent = kept.find_sent()
    if sent is None:
        return redirect(url_for("public.resident_signup"), code=303)
    return render_template("pages/public/resident_signup_sent.html", sent=sent)


def _where_to_be(answers: Answers) -> Response | None:
    """Return the way to the step that must still be done, or to what was sent already."""
    missing = answers.first_unanswered
    if missing is None:
        return None
    if not answers.answered and kept.find_sent():
        return redirect(url_for("public.resident_signup_sent"), code=303)
    return redirect(url_for("public.resident_signup_step", step=missing.name), code=303)


def _send(draft: RegistrationDraft, form: OpenForm) -> bool:
    """Register; tell whether it worked. What the domain refuses is shown above the answers."""
    # Whoever typed it, a mailbox gets no more than this; the registration is made all the same.
    is_mailed = is_within("3 per hour", f"registration {address_key(draft.contact.email)}")
    principal = current_principal()
    try:
        registration = operations.register(
            db(),
            draft,
            municipality=current_municipality(),
            site=current_site().for_mail,
            actor=principal.actor if principal else operations.RESIDENT,
            now=clock.now(),
            is_mailed=is_mailed,
        )
    except InvalidInputError as refusal:
        form.add_problems(refusal.problems)
        return False
    link_secret = None if registration.email else draft.link_secret
    kept.keep_sent(Sent(registration.reference, link_secret))
    return True


def _show(form: OpenForm, answers: Answers) -> str:
    draft = answers.to_draft()
    workplace = find_public_workplace(db(), draft.workplace_public_id or "")
    return render_template(
        "pages/public/resident_signup_check.html",
        form=form,
        total=answers.way.total,
        rows=[
            {**row, "change_url": url_for("public.resident_signup_step", step=row["step"])}
            for row in rows_of(db(), draft, who=labels.FILLED_IN_BY)
        ],
        workplace=workplace,
        lives_elsewhere=_municipality_elsewhere(draft),
    )


def _municipality_elsewhere(draft: RegistrationDraft) -> str | None:
    """Return the name of the municipality where the resident lives, when it is another one."""
    here = current_municipality()
    residence = contact.find_residence(db(), draft.contact.residence, near=here.code)
    if residence is None or residence.municipality_code == here.code:
        return None
    return queries.get_municipality(db(), residence.municipality_code).name
