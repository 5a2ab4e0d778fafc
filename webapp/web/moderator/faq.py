"""The questions of a municipality, for who may change them."""

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.content import operations
from webapp.content.faq import Origin, Question
from webapp.content.placeholders import Placeholder
from webapp.content.queries import faq_for_editing, get_question
from webapp.core import clock
from webapp.core.errors import ConflictError, InvalidInputError
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.editor import editor
from webapp.web.moderator.page import page
from webapp.web.moderator.question_form import AUDIENCES, QuestionForm, form_for, form_for_new
from webapp.web.site import current_municipality
from webapp.web.texts import site_words

Answer = str | Response | tuple[str, int]


@blueprint.get("/moderatie/vragen")
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def faq_overview() -> str:
    """Show all questions, and which of them are hidden or the municipality's own."""
    sections = faq_for_editing(db(), current_municipality().code)
    return page("faq_overview", sections=sections, audiences=AUDIENCES)


@blueprint.route("/moderatie/vragen/nieuw", methods=["GET", "POST"])
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def faq_add() -> Answer:
    """Add a question of the municipality's own."""
    form = form_for_new()
    if form.validate_on_submit() and not _wants_preview():
        try:
            operations.add_question(
                db(), current_municipality().code, form.to_draft(), actor=editor(), now=clock.now()
            )
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        else:
            return _done(_("De vraag staat op de site."))
    return _form_page(form, question=None), status_of(form)


@blueprint.route("/moderatie/vragen/<key>", methods=["GET", "POST"])
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def faq_edit(key: str) -> Answer:
    """Change a question; the second of two who do so at once is told, and keeps what they typed."""
    code = current_municipality().code
    question = get_question(db(), code, key)
    form = form_for(question, is_own=question.origin is Origin.OWN)
    if form.validate_on_submit() and not _wants_preview():
        try:
            operations.change_question(
                db(),
                code,
                key,
                form.to_draft(question.group_key),
                expected_version=form.expected_version,
                actor=editor(),
                now=clock.now(),
            )
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        except ConflictError:
            theirs = get_question(db(), code, key)
            form.renew(theirs.version)
            return _form_page(form, question=theirs, theirs=theirs), 409
        else:
            return _done(_("De vraag is bewaard."))
    return _form_page(form, question=question), status_of(form)


@blueprint.post("/moderatie/vragen/<key>/verbergen")
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def faq_hide(key: str) -> Response:
    """Leave a question out of the site."""
    operations.hide_question(
        db(), current_municipality().code, key, actor=editor(), now=clock.now()
    )
    return _done(_("De vraag staat niet meer op de site."))


@blueprint.post("/moderatie/vragen/<key>/tonen")
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def faq_show(key: str) -> Response:
    """Show a hidden question again."""
    operations.show_question(
        db(), current_municipality().code, key, actor=editor(), now=clock.now()
    )
    return _done(_("De vraag staat weer op de site."))


@blueprint.post("/moderatie/vragen/<key>/herstellen")
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def faq_restore(key: str) -> Response:
    """Give a question the answer back that all municipalities share."""
    operations.restore_question(
        db(), current_municipality().code, key, actor=editor(), now=clock.now()
    )
    return _done(_("De vraag heeft het gezamenlijke antwoord weer."))


def _wants_preview() -> bool:
    return "preview" in request.form


def _done(sentence: str) -> Response:
    flash(sentence, "ok")
    return redirect(url_for("moderator.faq_overview"), code=303)


def _form_page(
    form: QuestionForm, *, question: Question | None, theirs: Question | None = None
) -> str:
    return page(
        "faq_form",
        form=form,
        question=question,
        theirs=theirs,
        preview=_wants_preview() and not form.errors,
        placeholders=[(name.value, site_words().get(name, "")) for name in Placeholder],
    )
