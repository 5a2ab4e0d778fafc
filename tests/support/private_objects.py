"""Every private object of the site, with each endpoint that takes or lists it.

What somebody gets to see of one is not written down here: `expected` derives it from the mark of
the endpoint, the table of permissions, and whose the object is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from webapp.accounts.models import RoleName
from webapp.organisations.models import MemberRole
from webapp.permissions.principal import Principal
from webapp.permissions.table import Permission, Subject, is_allowed
from webapp.web.access import Rule
from webapp.web.site import SiteKind

WITHOUT_PERSONAL = Path("tests/conventions/without_personal_data.txt")
DUIVEN, WESTERVOORT, APELDOORN = "GM0226", "GM0293", "GM0200"
# In these examples an organisation is known by its number.
OURS, THEIRS = 1, 2


class Owner(StrEnum):
    """Whose an object is: who may do something at all sees only what is theirs."""

    MUNICIPALITY = "municipality"
    ORGANISATION = "organisation"
    MANAGERS = "managers"
    ACCOUNT = "account"
    LINK = "link"
    PLATFORM = "platform"


class Answer(StrEnum):
    """What somebody gets who asks for an object of Duiven."""

    ALLOWED = "ja"
    OWN = "eigen"
    WITH_LINK = "met de link"
    LOG_IN = "inloggen"
    REFUSED = "403"
    NOT_THERE = "404"


@dataclass(frozen=True)
class Kind:
    """A kind of private object, whose it is, and the endpoints that take or list it.

    `is_many`: they list objects, so that who may come gets an answer, with only their own in it.
    """

    title: str
    owner: Owner
    endpoints: tuple[str, ...]
    is_many: bool = False


def _of(audience: str, names: str) -> tuple[str, ...]:
    return tuple(f"{audience}.{name}" for name in names.split())


KINDS = (
    Kind(
        "Aanmelding van een inwoner, met wat er daarna gebeurt",
        Owner.MUNICIPALITY,
        _of(
            "consultant",
            "registration registration_follow registration_attempt registration_contact "
            "registration_contact_correct registration_intake registration_intake_file "
            "registration_disclosure registration_disclosure_file registration_hand_over "
            "registration_stop registration_assign registration_withdrawal registration_withdraw",
        ),
    ),
    Kind(
        "Lijsten van aanmeldingen",
        Owner.MUNICIPALITY,
        _of("consultant", "overview registrations deadlines"),
        is_many=True,
    ),
    Kind(
        "De eigen aanmelding van een inwoner",
        Owner.LINK,
        _of(
            "public",
            "resident_registration resident_contact resident_contact_correct "
            "resident_withdrawal resident_withdraw",
        ),
    ),
    Kind(
        "Zoekvraag voor een cliënt",
        Owner.ACCOUNT,
        _of("consultant", "search search_share search_map workplaces_compare search_forget"),
    ),
    Kind(
        "Bewaarde zoekopdracht",
        Owner.ACCOUNT,
        _of("consultant", "search_save saved_search saved_search_run saved_search_remove"),
    ),
    Kind(
        "Lijst van bewaarde zoekopdrachten",
        Owner.ACCOUNT,
        _of("consultant", "saved_searches"),
        is_many=True,
    ),
    Kind(
        "Plaatsing op een werkplek",
        Owner.MUNICIPALITY,
        _of(
            "consultant",
            "placement placement_mark placement_take placement_take_back placement_extend "
            "placement_edit placement_end placement_erase placement_file",
        ),
    ),
    Kind(
        "Lijsten van plaatsingen",
        Owner.MUNICIPALITY,
        _of("consultant", "placements placements_file"),
        is_many=True,
    ),
    Kind(
        "Plaatsing, bij de werkgever",
        Owner.ORGANISATION,
        _of("provider", "placement"),
    ),
    Kind(
        "Lijsten van plaatsingen, bij de werkgever",
        Owner.ORGANISATION,
        _of("provider", "placements placements_file"),
        is_many=True,
    ),
    Kind(
        "Vraag van een bezoeker, bij de werkgever",
        Owner.ORGANISATION,
        _of("provider", "enquiry enquiry_close enquiry_report"),
    ),
    Kind(
        "Lijsten van vragen en meldingen, bij de werkgever",
        Owner.ORGANISATION,
        _of("provider", "enquiries remarks overview"),
        is_many=True,
    ),
    Kind(
        "Vraag die als misbruik gemeld is",
        Owner.MUNICIPALITY,
        _of("moderator", "enquiry enquiry_restore"),
    ),
    Kind(
        "Lijsten van vragen, bij de gemeente",
        Owner.MUNICIPALITY,
        _of("moderator", "enquiries queue"),
        is_many=True,
    ),
    Kind(
        "Zoeken wat er van iemand bewaard wordt",
        Owner.MUNICIPALITY,
        _of("moderator", "rights rights_found rights_done"),
        is_many=True,
    ),
    Kind(
        "Wat er van iemand bewaard wordt, na zoeken",
        Owner.MUNICIPALITY,
        _of(
            "moderator",
            "rights_kept rights_file rights_restrict rights_lift rights_erasure rights_erase",
        ),
    ),
    Kind(
        "De eigen vraag van een bezoeker",
        Owner.LINK,
        _of("public", "enquiry enquiry_close enquiry_erasure enquiry_erase"),
    ),
    Kind("Melding van een bezoeker, bij de werkgever", Owner.ORGANISATION, ("provider.remark",)),
    Kind("Melding van een bezoeker, bij de gemeente", Owner.MUNICIPALITY, ("moderator.remark",)),
    Kind(
        "Contact van een organisatie",
        Owner.ORGANISATION,
        _of("provider", "organisation organisation_leave workplaces_file"),
    ),
    Kind(
        "Leden van een organisatie",
        Owner.ORGANISATION,
        _of("provider", "members_overview"),
    ),
    Kind(
        "Leden veranderen",
        Owner.MANAGERS,
        _of(
            "provider",
            "member_act member_role member_invite invitation_withdraw invitation_renew",
        ),
    ),
    Kind(
        "Organisatie die gecontroleerd wordt",
        Owner.MUNICIPALITY,
        _of("moderator", "organisation_check organisation_decide"),
    ),
    Kind(
        "Medewerker van de gemeente",
        Owner.MUNICIPALITY,
        _of(
            "moderator",
            "staff_member staff_access_end staff_second_factor_reset staff_invitation_withdraw",
        ),
    ),
    Kind(
        "Lijst van medewerkers van de gemeente",
        Owner.MUNICIPALITY,
        _of("moderator", "staff staff_rights_file"),
        is_many=True,
    ),
    Kind(
        "Medewerkers, bij de beheerder",
        Owner.PLATFORM,
        _of(
            "admin",
            "administrators staff_list staff_member account_open account_close staff_access_end "
            "staff_second_factor_reset staff_invitation_withdraw staff_rights_file",
        ),
    ),
    Kind(
        "Logboek van de gemeente",
        Owner.MUNICIPALITY,
        _of("moderator", "log log_file"),
        is_many=True,
    ),
    Kind("Logboek van de site", Owner.PLATFORM, _of("admin", "log log_file"), is_many=True),
    Kind("Mail in de wachtrij", Owner.PLATFORM, _of("admin", "mail mail_retry"), is_many=True),
    Kind(
        "Eigen account",
        Owner.ACCOUNT,
        _of(
            "account",
            "overview email_change name_edit own_sessions own_session_end sessions_end two_steps "
            "recovery_paper recovery_paper_kept second_factor_setup second_factor_end "
            "password_change",
        ),
        is_many=True,
    ),
    Kind(
        "Link voor één account",
        Owner.LINK,
        _of(
            "account",
            "sign_up_link email_link email_confirm still_right membership invitation "
            "password_reset mail_stop",
        ),
    ),
)
KIND_OF: Mapping[str, Kind] = {name: kind for kind in KINDS for name in kind.endpoints}


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
