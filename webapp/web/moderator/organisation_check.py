"""One organisation, with all that a moderator needs to decide, and the decision."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from typing import Any

from flask import abort
from flask_babel import gettext as _

from webapp.moderation import operations
from webapp.moderation.review import OrganisationReview, get_organisation_review
from webapp.organisations.details import LABELS, details_of
from webapp.organisations.labels import MEMBER_ROLES, STATUSES
from webapp.organisations.models import Organisation
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.claims import claim_on
from webapp.web.moderator.decision_forms import (
    DecisionForm,
    LogoRemovalForm,
    OrganisationApprovalForm,
    OrganisationRejectionForm,
)
from webapp.web.moderator.decisions import Answer, Kinds, decide, forms_to_show, sent_form
from webapp.web.moderator.page import page
from webapp.web.moderator.undoing import undo_within
from webapp.web.organisation_logo import shown_logo
from webapp.web.organisation_words import detail_in_words
from webapp.web.site import current_municipality
from webapp.workplaces.labels import STATUSES as VERSION_STATUSES


class Decision(StrEnum):
    """What can be decided about an organisation; the value is the last part of the address."""

    APPROVE = "goedkeuren"
    REJECT = "afwijzen"


FORMS: Kinds = {
    Decision.APPROVE: OrganisationApprovalForm,
    Decision.REJECT: OrganisationRejectionForm,
}


@blueprint.get("/moderatie/organisaties/<public_id>")
@requires(Permission.MODERATE, MUNICIPALITY)
def organisation_check(public_id: str) -> str:
    """Show an organisation to be read and decided on."""
    return show(public_id)


@blueprint.post("/moderatie/organisaties/<public_id>/<decision>")
@requires(Permission.MODERATE, MUNICIPALITY)
def organisation_decide(public_id: str, decision: str) -> Answer:
    """Do with an organisation what `decision` names in the address."""
    if decision not in FORMS:
        abort(404)
    organisation = review_of(public_id).organisation
    return decide(
        sent_form(FORMS, decision),
        partial(_ACTS[Decision(decision)], organisation),
        show=partial(show, public_id),
        organisation=organisation,
        undo_within=undo_within(),
    )


def review_of(public_id: str) -> OrganisationReview:
    """Return an organisation that the municipality of the site checks; 404 for any other."""
    return get_organisation_review(db(), public_id, current_municipality().code)


def show(
    public_id: str,
    *,
    sent: DecisionForm | None = None,
    is_overtaken: bool = False,
    logo_form: LogoRemovalForm | None = None,
) -> str:
    """Return the page, with the form that was sent and what was typed in it."""
    review = review_of(public_id)
    organisation = review.organisation
    details = details_of(organisation)
    locks = {"expected_version": organisation.version}
    return page(
        "organisation_check",
        review=review,
        claim=claim_on("organisaties", public_id),
        organisation=organisation,
        facts=[
            {"label": _(label), "value": detail_in_words(details, key)}
            for key, label in LABELS.items()
        ],
        organisation_labels=STATUSES,
        role_labels=MEMBER_ROLES,
        status_labels=VERSION_STATUSES,
        logo=shown_logo(organisation, "moderator"),
        logo_form=_about_logo(organisation, logo_form),
        form=sent or logo_form,
        forms=forms_to_show(FORMS, locks, sent=sent, is_overtaken=is_overtaken),
        is_overtaken=is_overtaken,
    )


def _about_logo(organisation: Organisation, sent: LogoRemovalForm | None) -> LogoRemovalForm:
    """Return the form to take the logo away that is shown; what was typed in it is kept."""
    form = sent or LogoRemovalForm("logo", formdata=None)
    form.expected_key.data = organisation.logo.key if organisation.logo else ""
    return form


def _approve(organisation: Organisation, **values: Any) -> str:  # noqa: ANN401 (the operation's)
    operations.approve_organisation(db(), organisation, **values)
    return str(_("De organisatie “%(name)s” is goedgekeurd.", name=organisation.name))


def _reject(organisation: Organisation, **values: Any) -> str:  # noqa: ANN401 (the operation's)
    operations.reject_organisation(db(), organisation, **values)
    return str(_("De organisatie “%(name)s” is afgewezen.", name=organisation.name))


_ACTS: Mapping[Decision, Callable[..., str]] = {
    Decision.APPROVE: _approve,
    Decision.REJECT: _reject,
}
