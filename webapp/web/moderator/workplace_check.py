"""One workplace, with all that a moderator needs to decide."""

from enum import StrEnum

from webapp.moderation.contact_checks import contact_signs
from webapp.moderation.labels import CONTACT_SIGNS, SIGNS, STEPS
from webapp.moderation.likenesses import likenesses
from webapp.moderation.review import Review, get_review
from webapp.municipalities.queries import get_municipality
from webapp.organisations.labels import STATUSES as ORGANISATION_STATUSES
from webapp.organisations.models import OrganisationStatus
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.field_comparison import compare
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.claims import claim_on
from webapp.web.moderator.decision_forms import (
    ApprovalForm,
    DecisionForm,
    JointApprovalForm,
    PutBackForm,
    RejectionForm,
    ReturnForm,
    WithdrawalForm,
)
from webapp.web.moderator.decisions import Kinds, forms_to_show
from webapp.web.moderator.location import location_of
from webapp.web.moderator.page import page
from webapp.web.site import current_municipality
from webapp.web.workplace_facts import address_lines, groups_for_visitors
from webapp.web.workplace_media import MediaAddresses
from webapp.web.workplace_words import names_in
from webapp.workplaces.labels import STATUSES
from webapp.workplaces.publication import can_be_put_back
from webapp.workplaces.queries import history
from webapp.workplaces.talk.models import Side
from webapp.workplaces.talk.queries import count_for_municipality


class Decision(StrEnum):
    """What can be decided about a workplace; the value is the last part of the address."""

    APPROVE = "goedkeuren"
    APPROVE_BOTH = "samen-goedkeuren"
    RETURN = "terugsturen"
    REJECT = "afwijzen"
    WITHDRAW = "intrekken"
    PUT_BACK = "terugzetten"


FORMS: Kinds = {
    Decision.APPROVE: ApprovalForm,
    Decision.APPROVE_BOTH: JointApprovalForm,
    Decision.RETURN: ReturnForm,
    Decision.REJECT: RejectionForm,
    Decision.WITHDRAW: WithdrawalForm,
    Decision.PUT_BACK: PutBackForm,
}


@blueprint.get("/moderatie/werkplekken/<public_id>")
@requires(Permission.MODERATE, MUNICIPALITY)
def workplace_check(public_id: str) -> str:
    """Show a workplace to be read and decided on."""
    return show(public_id)


def review_of(public_id: str) -> Review:
    """Return a workplace of the municipality of the site; 404 for any other."""
    return get_review(db(), public_id, current_municipality().code)


def show(public_id: str, *, sent: DecisionForm | None = None, is_overtaken: bool = False) -> str:
    """Return the page as things are now, with the form that was sent and what is wrong with it.

    `is_overtaken` tells that somebody was first: what is shown then is the newest.
    """
    review = review_of(public_id)
    workplace, version = review.workplace, review.version
    published = workplace.published_version
    names = names_in(db(), version.content, *([published.content] if published else []))
    addresses = MediaAddresses("moderator", public_id)
    said = count_for_municipality(db(), workplace, current_municipality().code)
    locks = {"expected_lock": version.lock, "expected_version": workplace.organisation.version}
    return page(
        "workplace_check",
        review=review,
        claim=claim_on("werkplekken", public_id),
        message_count=said[Side.PROVIDER] + said[Side.MODERATOR],
        note_count=said[Side.NOTE],
        can_be_put_back=can_be_put_back(version),
        may_approve_both=may_approve_both(review),
        groups=groups_for_visitors(version.content, names),
        media=addresses.media_of(version.content),
        undescribed=[addresses.picture(each) for each in version.content.photos if not each.alt],
        comparisons=[compare(change, names, addresses) for change in review.changes],
        unseen_comparisons=[compare(change, names, addresses) for change in review.unseen_changes],
        location=location_of(review),
        likenesses=likenesses(db(), review) if review.is_waiting else (),
        sign_labels=SIGNS,
        contact_signs=contact_signs(db(), review) if review.is_waiting else (),
        contact_labels=CONTACT_SIGNS,
        shared_with=_name_of(review.shared_with),
        address=address_lines(version.content),
        steps=history(db(), workplace),
        step_labels=STEPS,
        status_labels=STATUSES,
        organisation_labels=ORGANISATION_STATUSES,
        form=sent,
        forms=forms_to_show(FORMS, locks, sent=sent, is_overtaken=is_overtaken),
        is_overtaken=is_overtaken,
    )


def _name_of(code: str | None) -> str:
    return get_municipality(db(), code).name if code else ""


def may_approve_both(review: Review) -> bool:
    """Tell whether the organisation still waits, and for this municipality."""
    organisation = review.workplace.organisation
    return (
        organisation.status is OrganisationStatus.SUBMITTED
        and organisation.municipality_code == current_municipality().code
    )
