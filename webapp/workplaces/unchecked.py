"""Which changes go live at once, without a check before it."""

from enum import StrEnum

from sqlalchemy.orm import Session

from webapp.municipalities.settings import MAY_GO_UNCHECKED, get_settings
from webapp.organisations.models import OrganisationStatus
from webapp.workplaces import routing
from webapp.workplaces.models import Workplace, WorkplaceVersion
from webapp.workplaces.sections import FIELDS, Section
from webapp.workplaces.workflow import Action

# Where the work is decides who checks it, and a picture says more than its words: both are always
# looked at before.
_ALWAYS_FIRST = frozenset({*FIELDS[Section.WHERE], *FIELDS[Section.MEDIA]})
# Set by the site itself, when the availability changes.
_OF_ITSELF = frozenset({"availability_on"})


class Route(StrEnum):
    """What happens with a change that is handed in."""

    CHECKED_FIRST = "checked_first"
    SMALL = "small"
    TRUSTED = "trusted"


def route_of(session: Session, version: WorkplaceVersion) -> Route:
    """Return what happens, or would happen, when `version` is handed in.

    A small change (a list in the municipality's settings), and any change of an organisation that
    the municipality trusts, goes live at once; what is new, and what moves, never does. Nor does
    what a moderator took off the site again, however often it is mended.
    """
    workplace = version.workplace
    published, checker = workplace.published_version, routing.checker_of(session, version)
    if published is None or published is version or not _is_at_home(workplace, checker):
        return Route.CHECKED_FIRST
    if any(step.action == Action.SEND_BACK for step in version.changes):
        return Route.CHECKED_FIRST
    different = set(published.content.differences(version.content)) - _OF_ITSELF
    unchecked = set(get_settings(session, checker).unchecked_fields) & set(MAY_GO_UNCHECKED)
    if different <= unchecked:
        return Route.SMALL
    organisation = workplace.organisation
    is_trusted = organisation.trusted_at is not None and organisation.municipality_code == checker
    return Route.TRUSTED if is_trusted and not different & _ALWAYS_FIRST else Route.CHECKED_FIRST


def _is_at_home(workplace: Workplace, checker: str) -> bool:
    """Tell whether an approved organisation changes something on the same municipality's site."""
    is_approved = workplace.organisation.status is OrganisationStatus.APPROVED
    return is_approved and workplace.municipality_code == checker
