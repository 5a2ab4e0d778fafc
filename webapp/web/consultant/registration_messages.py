"""What a resident wrote about a registration: answering it, or saying that it is dealt with."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import flash
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import InvalidInputError, WrongStatusError
from webapp.languages import catalogues
from webapp.permissions.table import Permission
from webapp.registrations import messages
from webapp.registrations.message_rules import can_be_answered
from webapp.registrations.models import Registration
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.answer_form import AnswerForm
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.consultant.registration import looked_at, own
from webapp.web.consultant.registration_following import back_to
from webapp.web.edge import db, writes
from webapp.web.forms.base import status_of
from webapp.web.site import current_site


@blueprint.get("/consulent/aanmeldingen/<public_id>/berichten")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
@writes
def registration_messages(public_id: str) -> Response:
    """Show what was written, and let who reads it write; the look is logged."""
    return _shown(looked_at(public_id, purpose="follow_up"), AnswerForm(), shows_talk=True)


@blueprint.post("/consulent/aanmeldingen/<public_id>/berichten")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
def registration_answer(public_id: str) -> Response:
    """Write to the resident; what colleagues wrote meanwhile stays."""
    found, form = own(public_id), AnswerForm()
    if form.validate_on_submit():
        with form.showing_problems(), _saying_that_it_is_closed():
            messages.answer(
                db(),
                found,
                form.to_draft(),
                site=current_site().for_mail,
                actor=require(Permission.FOLLOW_REGISTRATIONS).actor,
                now=clock.now(),
            )
            if found.is_link_stopped:
                said = _("Je bericht is bewaard. De link is gestopt: maak een nieuwe, of bel.")
                flash(said, "warning")
            elif found.email:
                flash(_("Je bericht staat klaar. De inwoner krijgt een mail."), "ok")
            else:
                flash(_("Je bericht staat klaar. Bel de inwoner: er is geen e-mailadres."), "ok")
            return back_to(public_id)
    # Of what is refused nothing is kept, and so no look at what the resident wrote either.
    return _shown(found, form, shows_talk=False)


@blueprint.post("/consulent/aanmeldingen/<public_id>/berichten/afgehandeld")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
def registration_messages_deal_with(public_id: str) -> Response:
    """Keep that what the resident wrote needs no answer here (any more)."""
    messages.deal_with(
        db(),
        own(public_id),
        actor=require(Permission.FOLLOW_REGISTRATIONS).actor,
        now=clock.now(),
    )
    flash(_("Het bericht is afgehandeld."), "ok")
    return back_to(public_id)


def _shown(found: Registration, form: AnswerForm, *, shows_talk: bool) -> Response:
    return page(
        "registration_messages",
        status_of(form),
        registration=found,
        language=catalogues.find(found.language),
        form=form,
        is_open=can_be_answered(found),
        shows_talk=shows_talk,
    )


@contextmanager
def _saying_that_it_is_closed() -> Iterator[None]:
    """Say above the form that nothing can be written, where that is so since the page was read."""
    try:
        yield
    except WrongStatusError as refusal:
        sentence = _("Bij deze aanmelding kan nu geen bericht meer. Je bericht is niet verstuurd.")
        raise InvalidInputError({"closed": sentence}) from refusal
