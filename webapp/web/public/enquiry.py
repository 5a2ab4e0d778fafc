"""Asking a question about a workplace."""

from flask import Response, abort, make_response, redirect, render_template, url_for
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response as AnyResponse

from webapp.core import clock
from webapp.enquiries import operations, queries
from webapp.enquiries.draft import EnquiryDraft
from webapp.enquiries.models import Enquiry
from webapp.permissions.principal import Principal
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, anyone, has
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.fields import Email, Line, Paragraphs
from webapp.web.forms.once import OnceForm
from webapp.web.forms.robots import OpenForm
from webapp.web.forms.rules import asked_for
from webapp.web.login import current_principal
from webapp.web.once import made_once
from webapp.web.public import just_sent
from webapp.web.public.blueprint import blueprint
from webapp.web.rate_limits import per_caller
from webapp.web.site import current_municipality, current_site
from webapp.web.workplace_links import path_of, shown_content
from webapp.workplaces.models import Workplace
from webapp.workplaces.public import find_public_workplace

_SENT = "enquiry_sent"


class EnquiryForm(OpenForm, OnceForm):
    """A question, and who asks it."""

    question = Paragraphs(
        _l("Je vraag"),
        [asked_for],
        description=_l("Schrijf niets over je gezondheid. Dat is hier niet nodig."),
    )
    name = Line(
        _l("Je naam"),
        [asked_for],
        description=_l("De werkgever ziet je naam."),
        render_kw={"autocomplete": "name"},
    )
    email = Email(
        _l("Je e-mailadres"),
        [asked_for],
        description=_l("Hier sturen we het antwoord heen. De werkgever ziet dit adres niet."),
    )

    def to_draft(self, consultant: Principal | None) -> EnquiryDraft:
        """Return the question; a consultant asks under their own name."""
        return EnquiryDraft(
            question=self.question.data or "",
            name=consultant.name if consultant else self.name.data or "",
            email=consultant.email if consultant else self.email.data or "",
            is_by_consultant=consultant is not None,
            key=self.once_key,
        )


@blueprint.route("/werkplekken/<public_id>/vraag", methods=["GET", "POST"])
@per_caller("20 per hour")
@anyone(MUNICIPALITY)
def enquiry_ask(public_id: str) -> Response | AnyResponse:
    """Ask the question: one, however often the button is pressed."""
    workplace, consultant = shown_workplace(public_id), _consultant()
    form = EnquiryForm()
    if consultant is not None:
        form.question.description = _l("Schrijf niets waaraan een inwoner te herkennen is.")
        del form.name, form.email
    if form.validate_on_submit():
        with form.showing_problems():
            enquiry = _ask(workplace, form.to_draft(consultant), consultant)
            just_sent.keep(_SENT, enquiry.reference)
            return redirect(url_for("public.enquiry_sent", public_id=public_id), code=303)
    return private_page(
        "enquiry_ask",
        status_of(form),
        form=form,
        workplace=workplace,
        title=shown_content(workplace).title,
        workplace_url=path_of(workplace),
        consultant=consultant,
    )


@blueprint.get("/werkplekken/<public_id>/vraag/verzonden")
@anyone(MUNICIPALITY)
def enquiry_sent(public_id: str) -> Response | AnyResponse:
    """Say that the question is on its way, and what happens next."""
    workplace, reference = shown_workplace(public_id), just_sent.find(_SENT)
    if reference is None:
        return redirect(url_for("public.enquiry_ask", public_id=public_id), code=303)
    return private_page("enquiry_sent", reference=reference, workplace_url=path_of(workplace))


def shown_workplace(public_id: str) -> Workplace:
    """Return a workplace in public view; 404 for any other."""
    return find_public_workplace(db(), public_id) or abort(404)


def private_page(view: str, status: int = 200, **context: object) -> Response:
    """Return a page that no browser, proxy or search engine may keep."""
    response = make_response(render_template(f"pages/public/{view}.html", **context), status)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _consultant() -> Principal | None:
    return current_principal() if has(Permission.SEARCH_FOR_CLIENT) else None


def _ask(workplace: Workplace, draft: EnquiryDraft, consultant: Principal | None) -> Enquiry:
    return made_once(
        lambda: queries.find_by_key(db(), draft.key, workplace),
        lambda: operations.ask(
            db(),
            workplace,
            draft,
            municipality=current_municipality(),
            site=current_site().for_mail,
            actor=consultant.actor if consultant else operations.ASKER,
            now=clock.now(),
        ),
    )
