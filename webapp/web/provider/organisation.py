"""What an organisation says of itself, changed by a member."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import ConflictError, InvalidInputError
from webapp.organisations import operations
from webapp.organisations.details import CONTACT, LABELS, details_of
from webapp.organisations.identity.operations import can_be_asked
from webapp.organisations.identity.queries import find_last
from webapp.organisations.models import Organisation
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.forms.fields import Checkboxes, choices_of
from webapp.web.forms.versioned import VersionedForm
from webapp.web.organisation_logo import shown_logo
from webapp.web.organisation_words import detail_in_words
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.details_form import DetailsForm
from webapp.web.provider.logo_form import LogoForm
from webapp.web.provider.page import is_manager, own_organisation, page, provider
from webapp.web.workplace_facts import Fact

_CHECKED = ("name", "kvk_number")


class DetailsChangeForm(VersionedForm, DetailsForm):
    """The details of an organisation that others may change too."""

    public_contact = Checkboxes(
        _l(LABELS["public_contact"]),
        description=_l("Dit staat op de pagina van je organisatie. De gemeente ziet altijd alles."),
        choices=choices_of({name: LABELS[name] for name in CONTACT}),
    )


@blueprint.route("/aanbieder/organisaties/<public_id>", methods=["GET", "POST"])
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def organisation(public_id: str) -> str | Response | tuple[str, int]:
    """Let a member change how to reach the organisation; the second of two at once is told."""
    mine = own_organisation(public_id)
    form = DetailsChangeForm.filled_with(details_of(mine), without=_CHECKED)
    if not form.is_submitted():
        form.renew(mine.version)
    if form.validate_on_submit():
        try:
            _save(mine, form)
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        except ConflictError:
            form.renew(mine.version)
            return organisation_page(mine, form, theirs=_differences(mine, form)), 409
        else:
            flash(_("De gegevens van je organisatie zijn bewaard."), "ok")
            return redirect(url_for("provider.overview"), code=303)
    return organisation_page(mine, form), status_of(form)


def _save(mine: Organisation, form: DetailsChangeForm) -> None:
    operations.change_details(
        db(),
        mine,
        form.to_draft(),
        expected_version=form.expected_version,
        actor=provider().actor,
        now=clock.now(),
    )


def _differences(mine: Organisation, form: DetailsChangeForm) -> list[Fact]:
    """Return what somebody else saved meanwhile, where it is other than what was sent."""
    theirs, sent = details_of(mine), form.to_draft().tidied()
    return [
        Fact(str(_(LABELS[name])), detail_in_words(theirs, name))
        for name in form.names
        if getattr(theirs, name) != getattr(sent, name)
    ]


def organisation_page(
    mine: Organisation,
    details_form: DetailsChangeForm | None = None,
    *,
    theirs: list[Fact] | None = None,
    logo_form: LogoForm | None = None,
) -> str:
    """Return the page with its two forms: as sent, or else with what is kept."""
    identity, manages = find_last(db(), mine), is_manager(mine)
    is_free = can_be_asked(mine) and (identity is None or not identity.is_waiting)
    return page(
        "organisation",
        organisation=mine,
        form=logo_form or details_form,
        details_form=details_form or _unsent_form(mine),
        theirs=theirs,
        logo=shown_logo(mine, "provider"),
        logo_form=logo_form or LogoForm(formdata=None),
        identity=identity,
        manages=manages,
        can_ask=manages and is_free,
    )


def _unsent_form(mine: Organisation) -> DetailsChangeForm:
    form = DetailsChangeForm.filled_with(details_of(mine), without=_CHECKED, formdata=None)
    form.renew(mine.version)
    return form
