"""The synonyms that searching knows, for moderators; all municipalities share them."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import ConflictError, InvalidInputError
from webapp.permissions.table import Permission
from webapp.search import synonyms
from webapp.search.models import SynonymGroup
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.fields import Line
from webapp.web.forms.rules import filled
from webapp.web.forms.versioned import VersionedForm
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.editor import editor
from webapp.web.moderator.page import page

Answer = str | Response | tuple[str, int]


class SynonymForm(VersionedForm):
    """Words that mean much the same, on one line."""

    words = Line(
        _l("Woorden"),
        [filled(_l("Schrijf minstens twee woorden op, met een spatie ertussen."))],
        description=_l("Losse woorden met een spatie ertussen, zoals: tuin groen hovenier."),
    )


@blueprint.get("/moderatie/synoniemen")
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def synonyms_overview() -> str:
    """Show all groups of synonyms."""
    return page("synonyms_overview", groups=synonyms.all_groups(db()))


@blueprint.route("/moderatie/synoniemen/nieuw", methods=["GET", "POST"])
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def synonyms_add() -> Answer:
    """Add a group."""
    form = SynonymForm()
    if form.validate_on_submit():
        try:
            synonyms.add_group(db(), form.words.data, actor=editor(), now=clock.now())
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        else:
            return _done(_("De woorden zijn bewaard. Binnen tien minuten vindt de site ze."))
    return _form_page(form, group=None), status_of(form)


@blueprint.route("/moderatie/synoniemen/<public_id>", methods=["GET", "POST"])
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def synonyms_edit(public_id: str) -> Answer:
    """Change a group; the second of two who do so at once is told, and keeps what they typed."""
    group = synonyms.get_group(db(), public_id)
    form = SynonymForm(data={"words": " ".join(group.words), "version": str(group.version)})
    if form.validate_on_submit():
        try:
            synonyms.change_group(
                db(),
                public_id,
                form.words.data,
                expected_version=form.expected_version,
                actor=editor(),
                now=clock.now(),
            )
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        except ConflictError:
            form.renew(group.version)
            theirs = [{"label": _("Woorden"), "value": " ".join(group.words)}]
            return _form_page(form, group=group, theirs=theirs), 409
        else:
            return _done(_("De woorden zijn bewaard. Binnen tien minuten vindt de site ze."))
    return _form_page(form, group=group), status_of(form)


@blueprint.post("/moderatie/synoniemen/<public_id>/verwijderen")
@requires(Permission.EDIT_CONTENT, MUNICIPALITY)
def synonyms_remove(public_id: str) -> Response:
    """Remove a group."""
    synonyms.remove_group(db(), public_id, actor=editor(), now=clock.now())
    return _done(_("De groep is weg. Binnen tien minuten zoekt de site er niet meer mee."))


def _done(sentence: str) -> Response:
    flash(sentence, "ok")
    return redirect(url_for("moderator.synonyms_overview"), code=303)


def _form_page(
    form: SynonymForm, *, group: SynonymGroup | None, theirs: list[dict[str, str]] | None = None
) -> str:
    return page("synonyms_form", form=form, group=group, theirs=theirs)
