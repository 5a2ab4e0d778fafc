"""An organisation that wants another name or KvK number: old and new, and the decision."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from typing import Any

from flask import abort
from flask_babel import gettext as _

from webapp.moderation import identity_changes
from webapp.moderation.identity_changes import IdentityReview, get_identity_review
from webapp.organisations.details import LABELS
from webapp.organisations.identity.models import IdentityChange
from webapp.organisations.labels import STATUSES
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.field_comparison import compare_texts
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.claims import claim_on
from webapp.web.moderator.decision_forms import (
    DecisionForm,
    IdentityApprovalForm,
    IdentityRefusalForm,
)
from webapp.web.moderator.decisions import Answer, Kinds, decide, forms_to_show, sent_form
from webapp.web.moderator.page import page
from webapp.web.site import current_municipality


class Decision(StrEnum):
    """What can be decided about it; the value is the last part of the address."""

    APPROVE = "goedkeuren"
    REFUSE = "weigeren"


FORMS: Kinds = {Decision.APPROVE: IdentityApprovalForm, Decision.REFUSE: IdentityRefusalForm}


@blueprint.get("/moderatie/naamswijzigingen/<public_id>")
@requires(Permission.MODERATE, MUNICIPALITY)
def identity_change(public_id: str) -> str:
    """Show what an organisation is called, and what it wants to be called."""
    return _show(public_id)


@blueprint.post("/moderatie/naamswijzigingen/<public_id>/<decision>")
@requires(Permission.MODERATE, MUNICIPALITY)
def identity_change_decide(public_id: str, decision: str) -> Answer:
    """Do with the change what `decision` names in the address."""
    if decision not in FORMS:
        abort(404)
    change = _review_of(public_id).change
    return decide(
        sent_form(FORMS, decision),
        partial(_ACTS[Decision(decision)], change),
        show=partial(_show, public_id),
        organisation=change.organisation,
    )


def _review_of(public_id: str) -> IdentityReview:
    """Return the last change of an organisation that the municipality of the site checks."""
    return get_identity_review(db(), public_id, current_municipality().code)


def _show(public_id: str, *, sent: DecisionForm | None = None, is_overtaken: bool = False) -> str:
    review = _review_of(public_id)
    change = review.change
    locks = {"expected_version": change.version}
    return page(
        "identity_change",
        review=review,
        change=change,
        claim=claim_on("naamswijzigingen", public_id),
        comparisons=[
            compare_texts(str(_(LABELS[name])), change.old[name] or "", change.new[name] or "")
            for name in change.fields
        ],
        organisation_labels=STATUSES,
        form=sent,
        forms=forms_to_show(FORMS, locks, sent=sent, is_overtaken=is_overtaken),
        is_overtaken=is_overtaken,
    )


def _approve(change: IdentityChange, **values: Any) -> str:  # noqa: ANN401 (the operation's)
    identity_changes.approve(db(), change, **values)
    return str(_("De gegevens van “%(name)s” zijn aangepast.", name=change.name))


def _refuse(change: IdentityChange, **values: Any) -> str:  # noqa: ANN401 (the operation's)
    identity_changes.refuse(db(), change, **values)
    return str(_("De gegevens van “%(name)s” blijven zoals ze waren.", name=change.old_name))


_ACTS: Mapping[Decision, Callable[..., str]] = {
    Decision.APPROVE: _approve,
    Decision.REFUSE: _refuse,
}
