"""Saying what is not right about a workplace."""

from flask import Response, redirect, url_for
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response as AnyResponse

from webapp.core import clock
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.fields import Email, Paragraphs
from webapp.web.forms.once import OnceForm
from webapp.web.forms.robots import OpenForm
from webapp.web.forms.rules import asked_for
from webapp.web.once import made_once
from webapp.web.public import just_sent
from webapp.web.public.blueprint import blueprint
from webapp.web.public.enquiry import private_page, shown_workplace
from webapp.web.rate_limits import per_caller
from webapp.web.site import current_site
from webapp.web.workplace_links import path_of, shown_content
from webapp.workplaces.models import Workplace
from webapp.workplaces.remarks import operations, queries
from webapp.workplaces.remarks.models import WorkplaceRemark
from webapp.workplaces.remarks.operations import RemarkDraft

_SENT = "remark_sent"


class RemarkForm(OpenForm, OnceForm):
    """What is not right, and where the outcome may be sent."""

    text = Paragraphs(
        _l("Wat klopt er niet?"),
        [asked_for],
        description=_l("Bijvoorbeeld: de werkplek is verhuisd, of de tijden zijn anders."),
    )
    email = Email(
        _l("Je e-mailadres"),
        description=_l("Dan mailen we wat we ermee doen. Daarna wissen we je adres."),
    )

    def to_draft(self) -> RemarkDraft:
        """Return what was filled in."""
        return RemarkDraft(
            text=self.text.data or "", email=self.email.data or "", key=self.once_key
        )


@blueprint.route("/werkplekken/<public_id>/klopt-niet", methods=["GET", "POST"])
@per_caller("10 per hour")
@anyone(MUNICIPALITY)
def remark_make(public_id: str) -> Response | AnyResponse:
    """Take the remark: one, however often the button is pressed."""
    workplace, form = shown_workplace(public_id), RemarkForm()
    if form.validate_on_submit():
        with form.showing_problems():
            just_sent.keep(_SENT, _make(workplace, form.to_draft()).reference)
            return redirect(url_for("public.remark_sent", public_id=public_id), code=303)
    return private_page(
        "remark_make",
        status_of(form),
        form=form,
        workplace=workplace,
        title=shown_content(workplace).title,
        workplace_url=path_of(workplace),
    )


@blueprint.get("/werkplekken/<public_id>/klopt-niet/verzonden")
@anyone(MUNICIPALITY)
def remark_sent(public_id: str) -> Response | AnyResponse:
    """Say that it is in, and who looks at it."""
    workplace, reference = shown_workplace(public_id), just_sent.find(_SENT)
    if reference is None:
        return redirect(url_for("public.remark_make", public_id=public_id), code=303)
    return private_page("remark_sent", reference=reference, workplace_url=path_of(workplace))


def _make(workplace: Workplace, draft: RemarkDraft) -> WorkplaceRemark:
    return made_once(
        lambda: queries.find_by_key(db(), draft.key, workplace),
        lambda: operations.make(
            db(),
            workplace,
            draft,
            site=current_site().for_mail,
            actor=operations.VISITOR,
            now=clock.now(),
        ),
    )
