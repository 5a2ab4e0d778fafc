"""Who may do what: one table."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from webapp.accounts.models import RoleName
from webapp.organisations.models import MemberRole
from webapp.permissions.principal import Principal


class Permission(StrEnum):
    """Something that not everyone may do."""

    HAVE_ACCOUNT = "have_account"
    OFFER_WORKPLACES = "offer_workplaces"
    MANAGE_ORGANISATION = "manage_organisation"
    MODERATE = "moderate"
    ALLOW_EXCEPTIONS = "allow_exceptions"
    EDIT_CONTENT = "edit_content"
    INVITE_STAFF = "invite_staff"
    SEARCH_FOR_CLIENT = "search_for_client"
    FOLLOW_REGISTRATIONS = "follow_registrations"
    FOLLOW_PLACEMENTS = "follow_placements"
    ADMINISTER = "administer"


@dataclass(frozen=True)
class Subject:
    """What it is done to: something of a municipality, or of an organisation."""

    municipality_code: str | None = None
    organisation_id: int | None = None


Predicate = Callable[[Principal, Subject], bool]


def _anyone(_principal: Principal, _subject: Subject) -> bool:
    return True


def _member(principal: Principal, subject: Subject) -> bool:
    """Act for the organisation; without one in view: for any organisation at all."""
    if subject.organisation_id is None:
        return bool(principal.memberships)
    return subject.organisation_id in principal.organisation_ids


def _manager(principal: Principal, subject: Subject) -> bool:
    return (subject.organisation_id, MemberRole.MANAGER) in principal.memberships


def _staff(*names: RoleName) -> Predicate:
    """Have one of these roles for the municipality."""

    def has_role_there(principal: Principal, subject: Subject) -> bool:
        code = subject.municipality_code
        return code is not None and any(principal.has_role(name, code) for name in names)

    return has_role_there


def _administrator(principal: Principal, _subject: Subject) -> bool:
    return principal.has_role(RoleName.ADMINISTRATOR, None)


def _either(*predicates: Predicate) -> Predicate:
    return lambda principal, subject: any(holds(principal, subject) for holds in predicates)


_moderator = _staff(RoleName.MODERATOR)
_municipal_staff = _staff(RoleName.MODERATOR, RoleName.CONSULTANT)

TABLE: dict[Permission, Predicate] = {
    Permission.HAVE_ACCOUNT: _anyone,
    Permission.OFFER_WORKPLACES: _member,
    Permission.MANAGE_ORGANISATION: _manager,
    Permission.MODERATE: _moderator,
    Permission.ALLOW_EXCEPTIONS: _moderator,
    Permission.EDIT_CONTENT: _moderator,
    Permission.INVITE_STAFF: _either(_moderator, _administrator),
    Permission.SEARCH_FOR_CLIENT: _municipal_staff,
    Permission.FOLLOW_REGISTRATIONS: _municipal_staff,
    Permission.FOLLOW_PLACEMENTS: _municipal_staff,
    Permission.ADMINISTER: _administrator,
}


def is_allowed(principal: Principal, permission: Permission, subject: Subject) -> bool:
    """Tell whether `principal` may do what `permission` names to `subject`."""
    return TABLE[permission](principal, subject)
