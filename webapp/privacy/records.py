"""Every kind of record with personal data: why it is kept, how long, and what ends it.

One table: pages that ask for data show it, the municipality's register of processing is made of it,
and a test demands that each table of the database is in it, and that each job does what it says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from webapp.accounts import sessions, tokens
from webapp.accounts.models import TokenPurpose
from webapp.audit.retention import SHORTEST_YEARS
from webapp.core.i18n import N_
from webapp.mail import outbox
from webapp.moderation import claims
from webapp.organisations import retention as organisations
from webapp.registrations import labels
from webapp.search import consultant_searches
from webapp.search.saved.rules import KEPT_UNUSED
from webapp.workplaces.remarks import operations as remarks
from webapp.workplaces.sheets import operations as sheets


class Unit(StrEnum):
    """What a setting of a municipality counts."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True)
class Term:
    """How long: so many of `unit` as a setting of the municipality says, or a fixed time, `after`.

    Without either of them it ends with something else, which `after` tells.
    """

    after: str
    setting: str = ""
    unit: Unit = Unit.MONTHS
    lasts: timedelta | None = None


@dataclass(frozen=True)
class RecordType:
    """A kind of record. `basis` is the setting with the legal basis, as a municipality words it.

    `tables` are the ones it lies in; what is under the first goes with it. `job` is the name of the
    worker's job that ends it, '' where a person does.
    """

    title: str
    people: str
    data: str
    purpose: str
    basis: str
    tables: tuple[str, ...]
    term: Term
    job: str = ""


_TASK, _ASKED, _OFFERS, _STAFF = (
    "legal_basis",
    "enquiry_legal_basis",
    "organisation_legal_basis",
    "staff_legal_basis",
)
RECORDS: Mapping[str, RecordType] = {
    "registration": RecordType(
        N_("Aanmelding van een inwoner"),
        N_("Inwoners, wie hen helpt met aanmelden, en met wie dat is afgesproken"),
        N_(
            "Naam, e-mail, telefoon, postcode of plaats, wensen, wat iemand nodig heeft, contact, "
            "berichten"
        ),
        N_("Een werkplek vinden die past"),
        _TASK,
        (
            *("registration", "registration_change", "registration_follow_up"),
            *("registration_agreement", "contact_attempt"),
            *("registration_message", "registration_link"),
        ),
        Term(labels.KEPT_AFTER, setting="registration_retention_months"),
        "registrations",
    ),
    "enquiry": RecordType(
        N_("Vraag over een werkplek"),
        N_("Wie een vraag stelt, en wie antwoordt"),
        N_("Naam, e-mail, vragen en antwoorden"),
        N_("Vragen over een werkplek beantwoorden"),
        _ASKED,
        ("enquiry", "enquiry_turn", "enquiry_link"),
        Term(N_("na het laatste bericht"), setting="enquiry_retention_months"),
        "enquiries",
    ),
    "remark": RecordType(
        N_("Melding dat iets niet klopt"),
        N_("Bezoekers die iets melden"),
        N_("Wat iemand meldt, en een e-mailadres als iemand dat geeft"),
        N_("De gegevens van een werkplek verbeteren"),
        _ASKED,
        ("workplace_remark",),
        Term(N_("na de melding"), lasts=remarks.KEPT),
        "remarks",
    ),
    "search": RecordType(
        N_("Zoekvraag voor een inwoner"),
        N_("Inwoners voor wie een consulent zoekt"),
        N_("Cijfers van de postcode, en een naam die de consulent zelf kiest"),
        N_("Een werkplek vinden die past"),
        _TASK,
        ("consultant_search",),
        Term(N_("na het zoeken"), lasts=consultant_searches.KEPT_FOR),
        "consultants' searches",
    ),
    "saved_search": RecordType(
        N_("Bewaarde zoekopdracht"),
        N_("Inwoners voor wie een consulent zoekt"),
        N_("Cijfers van de postcode, en een naam die de consulent zelf kiest"),
        N_("Laten weten dat er een nieuwe werkplek is die past"),
        _TASK,
        ("saved_search",),
        Term(N_("nadat de zoekopdracht voor het laatst gebruikt is"), lasts=KEPT_UNUSED),
        "saved searches",
    ),
    "placement": RecordType(
        N_("Plaatsing op een werkplek"),
        N_("Inwoners die op een werkplek begonnen"),
        N_("Werkplek, traject, dagen, trede, en een kenmerk van de consulent, zonder naam"),
        N_("Volgen hoe het gaat, en verantwoorden wat het oplevert"),
        _TASK,
        ("placement", "placement_mark", "placement_reminder"),
        Term(N_("na het einde"), setting="placement_retention_years", unit=Unit.YEARS),
        "placements",
    ),
    "shortlist": RecordType(
        N_("Lijstje met werkplekken voor een inwoner"),
        N_("Inwoners voor wie een consulent zoekt"),
        N_("Een kenmerk van de consulent, aantekeningen, en wat er van een werkplek kwam"),
        N_("Samen een werkplek kiezen, en werkgevers vragen of er plek is"),
        _TASK,
        (
            *("shortlist", "shortlist_item", "shortlist_question", "shortlist_colleague"),
            "shortlist_link",
        ),
        Term(
            N_("nadat iemand het lijstje voor het laatst veranderde"),
            setting="shortlist_retention_months",
        ),
        "shortlists",
    ),
    "organisation": RecordType(
        N_("Organisatie en haar werkplekken"),
        N_("Contactpersonen van werkgevers"),
        N_("Naam, e-mail en telefoon van wie over de organisatie of een werkplek gaat"),
        N_("Werkplekken aanbieden en controleren"),
        _OFFERS,
        (
            *("organisation", "organisation_logo", "organisation_identity_change", "membership"),
            *("workplace", "workplace_version", "workplace_message", "workplace_removal"),
            *("status_change", "location_exception"),
        ),
        Term(N_("tot de werkgever een werkplek weghaalt of de gemeente de organisatie wist")),
    ),
    "removed_workplace": RecordType(
        N_("Werkplek die weggehaald is"),
        N_("Contactpersonen van werkgevers"),
        N_("Alles wat over de werkplek bewaard is"),
        N_("Herstellen als het een vergissing was"),
        _OFFERS,
        ("workplace",),
        Term(N_("na het weghalen"), setting="removal_grace_days", unit=Unit.DAYS),
        "removed workplaces",
    ),
    "unconfirmed_organisation": RecordType(
        N_("Organisatie die nooit bevestigd is"),
        N_("Wie een organisatie aanmeldt"),
        N_("Naam, e-mail en telefoon"),
        N_("Wachten tot iemand de aanmelding bevestigt"),
        _OFFERS,
        ("organisation",),
        Term(N_("na het aanmelden"), lasts=organisations.UNCONFIRMED_FOR),
        "unconfirmed organisations",
    ),
    "sheet": RecordType(
        N_("Bestand met werkplekken dat ingelezen is"),
        N_("Contactpersonen van werkgevers"),
        N_("Wat er in het bestand stond"),
        N_("Werkplekken uit een bestand overnemen"),
        _OFFERS,
        ("workplace_sheet", "workplace_sheet_row"),
        Term(N_("na het inlezen"), lasts=sheets.KEPT_FOR),
        "sheets",
    ),
    "account": RecordType(
        N_("Account"),
        N_("Medewerkers van de gemeente en leden van werkgevers"),
        N_("Naam, e-mail, rollen, en waarmee iemand inlogt"),
        N_("Inloggen, en weten wie wat deed"),
        _STAFF,
        ("account", "role", "second_factor", "recovery_code", "digest"),
        Term(N_("nadat iemand niets meer te doen heeft"), lasts=organisations.WITHOUT_RIGHTS_FOR),
        "accounts without rights",
    ),
    "unconfirmed_account": RecordType(
        N_("Account dat nooit bevestigd is"),
        N_("Wie een account aanvraagt"),
        N_("Naam en e-mail"),
        N_("Wachten tot iemand het e-mailadres bevestigt"),
        _STAFF,
        ("account",),
        Term(N_("na het aanvragen"), lasts=tokens.LIFETIME[TokenPurpose.CONFIRM_EMAIL]),
        "unconfirmed accounts",
    ),
    "token": RecordType(
        N_("Link die gemaild is"),
        N_("Wie een account heeft"),
        N_("Waar de link voor is"),
        N_("Laten zien dat een e-mailadres van iemand is"),
        _STAFF,
        ("account_token",),
        Term(N_("na het mailen, op zijn langst"), lasts=max(tokens.LIFETIME.values())),
        "links in mails",
    ),
    "claim": RecordType(
        N_("Wie iets in behandeling heeft"),
        N_("Moderatoren"),
        N_("Wie met welke controle bezig is"),
        N_("Niet met zijn tweeën hetzelfde doen"),
        _STAFF,
        ("claim",),
        Term(N_("na het oppakken"), lasts=claims.LASTS),
        "claims",
    ),
    "session": RecordType(
        N_("Sessie van een browser"),
        N_("Wie inlogt of iets invult"),
        N_("Wie ingelogd is, en wat iemand half heeft ingevuld"),
        N_("Ingelogd blijven, en verder kunnen met invullen"),
        _ASKED,
        ("browser_session",),
        Term(N_("na het begin, op zijn langst"), lasts=sessions.ABSOLUTE_LIMIT),
        "browser sessions",
    ),
    "rate_counter": RecordType(
        N_("Teller van verzoeken"),
        N_("Bezoekers"),
        N_("Internetadres, niet leesbaar"),
        N_("De site beschermen tegen misbruik"),
        _ASKED,
        ("rate_counter",),
        Term(N_("na het tellen, op zijn langst"), lasts=timedelta(days=1)),
        "rate counters",
    ),
    "mail": RecordType(
        N_("Mail die de site stuurde"),
        N_("Wie een mail krijgt"),
        N_("E-mailadres en tekst van de mail"),
        N_("Mail bezorgen, en zien of dat lukte"),
        _ASKED,
        ("outgoing_mail",),
        Term(N_("na het versturen"), lasts=outbox.KEEP_SENT),
        "sent mail",
    ),
    "log": RecordType(
        N_("Logboek"),
        N_("Medewerkers en leden van werkgevers"),
        N_("Wie wat wanneer deed of bekeek, met een nummer en zonder gegevens van inwoners"),
        N_("Verantwoorden wie gegevens bekeek of veranderde"),
        _TASK,
        ("audit_event",),
        Term(N_("na wat er gebeurde, op zijn kortst"), lasts=timedelta(days=365) * SHORTEST_YEARS),
        "log",
    ),
}
# Tables with nothing of anybody in them.
NOTHING_PERSONAL = frozenset(
    {
        *("faq_entry", "municipality", "municipality_merger", "municipality_neighbour"),
        *("municipality_setting", "place", "place_neighbour", "postcode_area", "public_stamp"),
        *("publication_change", "search_build", "search_document", "search_posting"),
        *("search_shelf", "sector", "service_area", "synonym_group", "tariff"),
        *("worker_heartbeat", "workplace_count", "finished_placement", "finding_place"),
    }
)
