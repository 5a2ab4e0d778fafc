"""Every private object of the site, with each endpoint that takes or lists it.

What somebody gets to see of one is not written down: `who_sees` derives it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

WITHOUT_PERSONAL = Path("tests/conventions/without_personal_data.txt")


class Owner(StrEnum):
    """Whose an object is: who may do something at all sees only what is theirs."""

    MUNICIPALITY = "municipality"
    ORGANISATION = "organisation"
    MANAGERS = "managers"
    ACCOUNT = "account"
    LINK = "link"
    PLATFORM = "platform"


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
            "registration_messages registration_answer registration_messages_deal_with "
            "registration_stop registration_assign registration_withdrawal registration_withdraw "
            "registration_link registration_link_renew registration_link_revoke",
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
            "resident_registration resident_registration_add resident_contact "
            "resident_contact_correct resident_withdrawal resident_withdraw",
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
        "Lijstje met werkplekken voor een cliënt",
        Owner.ACCOUNT,
        _of(
            "consultant",
            "shortlist shortlist_print shortlist_edit shortlist_remove shortlist_item "
            "shortlist_write_back shortlist_move_up shortlist_take_off shortlist_share "
            "shortlist_unshare shortlist_link shortlist_link_revoke shortlist_ask",
        ),
    ),
    Kind(
        "Lijst van lijstjes",
        Owner.ACCOUNT,
        _of("consultant", "shortlists shortlist_add"),
        is_many=True,
    ),
    Kind(
        "Lijstje, met de link die een inwoner kreeg",
        Owner.LINK,
        _of("public", "resident_shortlist"),
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
