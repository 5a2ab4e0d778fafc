"""Who gets to see what of the private objects.

It is derived from the mark of the endpoint, the table of permissions, and whose the object is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tests.support.private_objects import Kind, Owner
from webapp.accounts.models import RoleName
from webapp.organisations.models import MemberRole
from webapp.permissions.principal import Principal
from webapp.permissions.table import Permission, Subject, is_allowed
from webapp.web.access import Rule
from webapp.web.site import SiteKind

DUIVEN, WESTERVOORT, APELDOORN = "GM0226", "GM0293", "GM0200"
# In these examples an organisation is known by its number.
OURS, THEIRS = 1, 2


class Answer(StrEnum):
    """What somebody gets who asks for an object of Duiven."""

    ALLOWED = "ja"
    OWN = "eigen"
    WITH_LINK = "met de link"
    LOG_IN = "inloggen"
    REFUSED = "403"
    NOT_THERE = "404"


@dataclass(frozen=True)
class Person:
    """Somebody, on the site of a municipality (None: the site of the platform)."""

    title: str
    principal: Principal | None
    site: str | None = DUIVEN

    @property
    def kind_of_site(self) -> SiteKind:
        """What kind of site they look at."""
        return SiteKind.MUNICIPALITY if self.site else SiteKind.PLATFORM


def _staff(role: RoleName, code: str | None) -> Principal:
    return Principal(1, "p", "Sanne", "s@voorbeeld.nl", roles=frozenset({(role, code)}))


def _member(organisation: int, role: MemberRole) -> Principal:
    return Principal(
        1, "p", "Sanne", "s@voorbeeld.nl", memberships=frozenset({(organisation, role)})
    )


_C, _M, _A = RoleName.CONSULTANT, RoleName.MODERATOR, RoleName.ADMINISTRATOR
PEOPLE: Mapping[str, Person] = {
    "visitor": Person("Zonder inloggen", None),
    "manager": Person("Beheerder van de werkgever", _member(OURS, MemberRole.MANAGER)),
    "member": Person("Lid van de werkgever", _member(OURS, MemberRole.EMPLOYEE)),
    "competitor": Person("Andere werkgever", _member(THEIRS, MemberRole.MANAGER)),
    "consultant": Person("Consulent", _staff(_C, DUIVEN)),
    "moderator": Person("Moderator", _staff(_M, DUIVEN)),
    "consultant next door": Person("Consulent van de buren", _staff(_C, WESTERVOORT), WESTERVOORT),
    "moderator next door": Person("Moderator van de buren", _staff(_M, WESTERVOORT), WESTERVOORT),
    "moderator far away": Person("Moderator van elders", _staff(_M, APELDOORN), APELDOORN),
    "moderator on a visit": Person("Moderator van elders, op deze site", _staff(_M, APELDOORN)),
    "administrator": Person("Beheerder, op deze site", _staff(_A, None)),
    "administrator at home": Person("Beheerder, op de hoofdsite", _staff(_A, None), None),
}


def expected(kind: Kind, rule: Rule, person: Person) -> Answer:
    """Return what `person` gets of an object of Duiven and of OURS at an endpoint."""
    if person.kind_of_site not in rule.sites:
        return Answer.NOT_THERE
    if rule.permission is None:
        is_here = person.site in {DUIVEN, None} or kind.endpoints[0].startswith("account.")
        return Answer.WITH_LINK if is_here else Answer.NOT_THERE
    if person.principal is None:
        return Answer.LOG_IN
    is_let_in = is_allowed(person.principal, rule.permission, Subject(person.site))
    return _of_object(kind, person, person.principal) if is_let_in else Answer.REFUSED


def _of_object(kind: Kind, person: Person, principal: Principal) -> Answer:
    if kind.owner is Owner.ACCOUNT or kind.is_many:
        return Answer.OWN
    if kind.owner in {Owner.ORGANISATION, Owner.MANAGERS}:
        return _of_organisation(kind, principal)
    is_theirs = kind.owner is Owner.PLATFORM or person.site == DUIVEN
    return Answer.ALLOWED if is_theirs else Answer.NOT_THERE


def _of_organisation(kind: Kind, principal: Principal) -> Answer:
    if OURS not in principal.organisation_ids:
        return Answer.NOT_THERE
    is_manager = is_allowed(
        principal, Permission.MANAGE_ORGANISATION, Subject(organisation_id=OURS)
    )
    is_enough = is_manager or kind.owner is Owner.ORGANISATION
    return Answer.ALLOWED if is_enough else Answer.REFUSED
