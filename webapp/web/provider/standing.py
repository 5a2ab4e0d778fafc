"""How a workplace stands, in the words of its provider."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from webapp.workplaces import labels
from webapp.workplaces.confirmations.queries import last_confirmed
from webapp.workplaces.models import VersionStatus, Workplace
from webapp.workplaces.taking_back import can_be_taken_back
from webapp.workplaces.workflow import Action, can

_KINDS = {
    VersionStatus.DRAFT: "neutral",
    VersionStatus.SUBMITTED: "info",
    VersionStatus.APPROVED: "ok",
    VersionStatus.RETURNED: "warning",
    VersionStatus.REJECTED: "error",
    VersionStatus.WITHDRAWN: "neutral",
}
_OUT = frozenset({VersionStatus.REJECTED, VersionStatus.WITHDRAWN})
_EXPLAINED = frozenset({VersionStatus.RETURNED, VersionStatus.REJECTED, VersionStatus.WITHDRAWN})


@dataclass(frozen=True)
class Standing:
    """What a provider wants to know of a workplace at a glance.

    `kind` is that of the badge; `reason` is why it came back or was refused, if it was.
    """

    public_id: str
    organisation_id: int
    title: str
    status: str
    kind: str
    reason: str
    sight: str
    is_visible: bool
    can_be_hidden: bool
    can_be_submitted: bool
    can_be_withdrawn: bool
    can_be_taken_back: bool
    is_removed: bool
    confirmed_at: datetime | None
    must_be_confirmed: bool


def standing_of(workplace: Workplace) -> Standing:
    """Return how `workplace` stands."""
    latest = workplace.latest_version
    is_removed = workplace.removed_at is not None
    is_out = latest.status in _OUT and workplace.published_version is None
    return Standing(
        public_id=workplace.public_id,
        organisation_id=workplace.organisation_id,
        title=latest.content.title or str(_("Werkplek zonder naam")),
        status=str(_("Verwijderd") if is_removed else _(labels.STATUSES[latest.status])),
        kind="neutral" if is_removed else _KINDS[latest.status],
        reason=latest.changes[-1].reason if latest.status in _EXPLAINED and latest.changes else "",
        sight=_sight(workplace),
        is_visible=workplace.is_visible,
        can_be_hidden=not is_out and not is_removed,
        can_be_submitted=can(latest, Action.SUBMIT) and not is_removed,
        can_be_withdrawn=can(latest, Action.WITHDRAW) and not is_removed,
        can_be_taken_back=can_be_taken_back(workplace),
        is_removed=is_removed,
        confirmed_at=last_confirmed(workplace),
        must_be_confirmed=workplace.confirmation_asked_at is not None and workplace.is_visible,
    )


def _sight(workplace: Workplace) -> str:
    """Return what visitors see of it."""
    published = workplace.published_version
    is_off = workplace.removed_at is not None
    if is_off or workplace.latest_version.status is VersionStatus.WITHDRAWN:
        sight = _("Bezoekers zien deze werkplek niet meer.")
    elif not workplace.is_visible:
        sight = _("Verborgen. Bezoekers zien deze werkplek niet.")
    elif published is None:
        sight = _("Bezoekers zien deze werkplek pas na goedkeuring.")
    elif published is not workplace.latest_version:
        sight = _("Bezoekers zien nog de vorige, goedgekeurde versie.")
    else:
        sight = _("Bezoekers zien deze werkplek.")
    return str(sight)
