"""The form of one section of a workplace, saved by itself."""

from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask_babel import format_time
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import ConflictError, InvalidInputError
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.ports import ports
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import own_workplace, page, provider
from webapp.web.provider.section_form import SectionForm, section_form
from webapp.web.provider.standing import standing_of
from webapp.web.workplace_facts import Fact, facts_of
from webapp.web.workplace_words import names_in
from webapp.workplaces import editing, labels
from webapp.workplaces.models import VersionStatus, Workplace, WorkplaceVersion
from webapp.workplaces.sections import Section
from webapp.workplaces.tidying import tidy

Answer = str | Response | tuple[str | dict[str, object], int]


@blueprint.route("/aanbieder/werkplekken/<public_id>/<section_name>", methods=["GET", "POST"])
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_section(public_id: str, section_name: str) -> Answer:
    """Let a provider fill in one section; the second of two who do so at once is told."""
    workplace = own_workplace(public_id)
    section = _section_or_404(section_name)
    form = section_form(workplace.latest_version, section)
    if form.is_submitted() and request.accept_mimetypes.best == "application/json":
        return _save_meanwhile(workplace, form)
    if form.validate_on_submit():
        try:
            _save(workplace, form.to_draft(), form.expected_version)
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        except ConflictError:
            return _tell_of_other(workplace, section, form)
        else:
            flash(_("“%(section)s” is bewaard.", section=_(labels.SECTIONS[section])), "ok")
            return redirect(url_for("provider.workplace", public_id=public_id), code=303)
    return _section_page(workplace, section, form), status_of(form)


def _save_meanwhile(workplace: Workplace, form: SectionForm) -> Answer:
    """Save what is right so far of a draft, while its provider types; tell how that went."""
    if not _saves_itself(workplace):
        abort(409)
    form.validate()
    changes = {name: value for name, value in form.to_draft().items() if name not in form.errors}
    try:
        lock = _save_what_can_be(workplace, changes, form.expected_version)
    except ConflictError:
        return {"said": _("Iemand anders was je voor. Bewaar met de knop om te kiezen.")}, 409
    except InvalidInputError:
        return {"said": _("Nog niet vanzelf bewaard: er klopt nog iets niet.")}, 422
    time = format_time(clock.now(), "HH:mm")
    return {"version": lock, "said": _("Vanzelf bewaard om %(time)s.", time=time)}, 200


def _save_what_can_be(workplace: Workplace, changes: dict[str, Any], lock: int) -> int:
    """Save these fields without those that cannot be as they are; return the lock of now."""
    try:
        with db().begin_nested():
            return _save(workplace, changes, lock, is_typing=True).lock
    except InvalidInputError as refusal:
        right = {name: changes[name] for name in changes.keys() - refusal.problems.keys()}
        if len(right) == len(changes):
            raise
        return _save_what_can_be(workplace, right, lock)


def _saves_itself(workplace: Workplace) -> bool:
    """Tell whether it is a draft: of what others read, every word is the provider's own choice."""
    return workplace.latest_version.status in {VersionStatus.DRAFT, VersionStatus.RETURNED}


def _save(
    workplace: Workplace, changes: dict[str, Any], lock: int, *, is_typing: bool = False
) -> WorkplaceVersion:
    return editing.save(
        db(),
        workplace,
        changes,
        expected_lock=lock,
        geocoder=ports().geocoder,
        actor=provider().actor,
        now=clock.now(),
        is_typing=is_typing,
    )


def _section_or_404(name: str) -> Section:
    try:
        return Section(name)
    except ValueError:
        abort(404)


def _tell_of_other(workplace: Workplace, section: Section, form: SectionForm) -> tuple[str, int]:
    """Show what somebody else saved meanwhile beside what was filled in here.

    Saving once more then replaces what the other wrote: the form takes the lock of now.
    """
    theirs = workplace.latest_version.content
    mine = tidy(theirs.changed(**form.to_draft()))
    different = facts_of(theirs, theirs.differences(mine), names_in(db(), theirs))
    form.renew(workplace.latest_version.lock)
    return _section_page(workplace, section, form, theirs=different), 409


def _section_page(
    workplace: Workplace,
    section: Section,
    form: SectionForm,
    theirs: tuple[Fact, ...] | None = None,
) -> str:
    return page(
        "workplace_section",
        standing=standing_of(workplace),
        section=section,
        heading=_(labels.SECTIONS[section]),
        form=form,
        theirs=theirs,
        saves_itself=_saves_itself(workplace),
    )
