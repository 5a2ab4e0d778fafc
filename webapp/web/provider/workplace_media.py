"""The section with photos, documents and videos: files come in, and are put in order."""

from typing import Any

from flask import Response as FileResponse
from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import ConflictError, InvalidInputError
from webapp.media.errors import MediaAwayError
from webapp.media.limits import MAX_BYTES, MAX_DOCUMENTS, MAX_PHOTOS
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.ports import ports
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.files import sentence_of
from webapp.web.provider.media_change import Change, asked_change
from webapp.web.provider.media_form import MediaForm, media_form
from webapp.web.provider.media_intake import Intake, take_in
from webapp.web.provider.page import own_workplace, page, provider
from webapp.web.provider.standing import standing_of
from webapp.web.receiving import receives
from webapp.web.sent_files import FOR_ONE, document_response, photo_response
from webapp.web.workplace_media import MediaAddresses
from webapp.workplaces import editing, labels
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.models import Workplace
from webapp.workplaces.sections import Section

# All files of a form, and what is typed in it.
_MOST_BYTES = (MAX_PHOTOS + MAX_DOCUMENTS) * MAX_BYTES + 1_000_000
Answer = str | Response | tuple[str, int]


@blueprint.route("/aanbieder/werkplekken/<public_id>/fotos", methods=["GET", "POST"])
@receives(_MOST_BYTES)
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_media(public_id: str) -> Answer:
    """Let a provider add files, say what is on them, and put them in order."""
    workplace = own_workplace(public_id)
    form = media_form(workplace.latest_version)
    if not form.validate_on_submit():
        return _media_page(workplace, form), status_of(form)
    if form.expected_version != workplace.latest_version.lock:
        return _tell_of_other(workplace, form)
    # Photos take seconds: nobody else who saves something must wait for them.
    db().rollback()
    try:
        intake = take_in(ports().uploads, form)
    except MediaAwayError as fault:
        return _tell_of_fault(own_workplace(public_id), form, fault)
    return _save(own_workplace(public_id), form, intake)


@blueprint.get("/aanbieder/werkplekken/<public_id>/fotos/<key>/<name>")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_photo(public_id: str, key: str, name: str) -> FileResponse:
    """Show a photo to who offers the workplace."""
    return photo_response(_contents(public_id), key, name, given=FOR_ONE)


@blueprint.get("/aanbieder/werkplekken/<public_id>/documenten/<key>")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_document(public_id: str, key: str) -> FileResponse:
    """Give a document to who offers the workplace."""
    return document_response(_contents(public_id), key, given=FOR_ONE)


def _contents(public_id: str) -> list[WorkplaceContent]:
    workplace = own_workplace(public_id)
    versions = (workplace.latest_version, workplace.published_version)
    return [version.content for version in versions if version]


def _save(workplace: Workplace, form: MediaForm, intake: Intake) -> Answer:
    """Save what was typed and taken; nothing when no file was any good, so it can be mended."""
    if intake.problems and not intake.has_some:
        form.add_problems({name: " ".join(texts) for name, texts in intake.problems.items()})
        return _media_page(workplace, form), 422
    change = asked_change(request.form.get("do", ""))
    try:
        _keep(workplace, form, change.applied_to(intake.added_to(form.to_draft())))
    except InvalidInputError as refusal:
        form.add_problems(refusal.problems)
        return _media_page(workplace, form), 422
    except ConflictError:
        return _tell_of_other(workplace, form)
    return _go_on(workplace, change, intake)


def _keep(workplace: Workplace, form: MediaForm, changes: dict[str, Any]) -> None:
    editing.save(
        db(),
        workplace,
        changes,
        expected_lock=form.expected_version,
        geocoder=ports().geocoder,
        actor=provider().actor,
        now=clock.now(),
    )


def _go_on(workplace: Workplace, change: Change, intake: Intake) -> Response:
    """Tell what was done, and lead to what is to be done next."""
    for sentence in (text for texts in intake.problems.values() for text in texts):
        flash(sentence, "error")
    if intake.has_some:
        flash(_what_was_added(intake), "ok")
    elif change.sentence:
        flash(_(change.sentence), "ok")
    elif not change.is_done and not intake.problems:
        flash(_("Wat je typte, is bewaard. Er was geen bestand gekozen om toe te voegen."), "ok")
    if change.is_done and not intake.has_some and not intake.problems:
        section = _(labels.SECTIONS[Section.MEDIA])
        flash(_("“%(section)s” is bewaard.", section=section), "ok")
        return redirect(url_for("provider.workplace", public_id=workplace.public_id), code=303)
    return redirect(url_for("provider.workplace_media", public_id=workplace.public_id), code=303)


def _what_was_added(intake: Intake) -> str:
    sentences = []
    if intake.photos:
        added = ngettext(
            "%(num)s foto is toegevoegd. Schrijf er nog bij wat erop te zien is.",
            "%(num)s foto's zijn toegevoegd. Schrijf er nog bij wat erop te zien is.",
            len(intake.photos),
        )
        sentences.append(added)
    if intake.documents:
        number = len(intake.documents)
        sentences.append(
            ngettext(
                "%(num)s document is toegevoegd.", "%(num)s documenten zijn toegevoegd.", number
            )
        )
    return " ".join(sentences)


def _tell_of_fault(workplace: Workplace, form: MediaForm, fault: MediaAwayError) -> tuple[str, int]:
    """Say that no file can be taken now; what was typed stays on the page."""
    again = _("Wat je typte, staat hieronder nog. Probeer het over een paar minuten opnieuw.")
    form.form_errors = [*form.form_errors, f"{sentence_of(fault)} {again}"]
    return _media_page(workplace, form), 503


def _tell_of_other(workplace: Workplace, form: MediaForm) -> tuple[str, int]:
    """Say that somebody else saved meanwhile; what was typed about what is still there stays."""
    mine = media_form(workplace.latest_version)
    mine.renew(workplace.latest_version.lock)
    has_files = bool(form.sent("photos") or form.sent("documents"))
    return _media_page(workplace, mine, is_overtaken=True, has_files=has_files), 409


def _media_page(
    workplace: Workplace, form: MediaForm, *, is_overtaken: bool = False, has_files: bool = False
) -> str:
    addresses = MediaAddresses("provider", workplace.public_id)
    content = form.content
    return page(
        "workplace_media",
        standing=standing_of(workplace),
        heading=_(labels.SECTIONS[Section.MEDIA]),
        form=form,
        photos=[
            (photo, addresses.picture(photo), addresses.card(photo)) for photo in content.photos
        ],
        documents=list(zip(content.documents, addresses.media_of(content).documents, strict=True)),
        is_overtaken=is_overtaken,
        has_files=has_files,
    )
