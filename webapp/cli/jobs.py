"""What the worker of this installation does."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

import structlog
from sqlalchemy.orm import Session

from webapp.accounts import sessions, sign_up, tokens
from webapp.audit import retention as audit_retention
from webapp.audit.operations import record
from webapp.core import clock, rate_counters
from webapp.core.actor import SYSTEM
from webapp.core.db import Database
from webapp.core.settings import Settings
from webapp.core.worker import Job
from webapp.enquiries import reminders
from webapp.enquiries import retention as enquiries
from webapp.findingplaces import retention as findingplaces
from webapp.mail import dispatch, outbox, transports
from webapp.mail.site import MailSite
from webapp.media import storages
from webapp.media.orphans import Orphans
from webapp.mergers import operations as mergers
from webapp.moderation import claims, digests, removals
from webapp.municipalities.mail_sites import SiteOf
from webapp.municipalities.models import Municipality
from webapp.municipalities.settings import MunicipalitySettings
from webapp.organisations import logos
from webapp.organisations import retention as organisations
from webapp.placements import reminders as placement_reminders
from webapp.placements import retention as placements
from webapp.registrations import retention
from webapp.search import consultant_searches, engines, indexing
from webapp.search.engine import SearchEngine
from webapp.search.saved import alerts
from webapp.search.saved import retention as saved_searches
from webapp.shortlists import retention as shortlists
from webapp.statistics import counts
from webapp.workplaces.confirmations import operations as confirmations
from webapp.workplaces.media_use import keys_in_use
from webapp.workplaces.remarks import operations as remarks
from webapp.workplaces.sheets import operations as sheets

# All in seconds.
_CLEAN_UP_EVERY = 10 * 60
_CLEAN_UP_LOG_EVERY = 24 * 60 * 60
_COMPARE_INDEX_EVERY = 10 * 60
_LOOK_FOR_MERGERS_EVERY = 10 * 60
_ERASE_EVERY = 60
_REMIND_EVERY = 10 * 60
_LOOK_FOR_UNUSED_EVERY = 60 * 60


class Purge(Protocol):
    """Removes what needs to be kept no longer; returns how many it were."""

    def __call__(self, session: Session, *, now: datetime) -> int: ...


PURGES: Mapping[str, Purge] = {
    "browser sessions": sessions.purge_expired,
    "links in mails": tokens.purge_expired,
    "unconfirmed accounts": sign_up.purge_unconfirmed,
    "unconfirmed organisations": organisations.purge_unconfirmed,
    "accounts without rights": organisations.purge_accounts,
    "rate counters": rate_counters.purge_expired,
    "sent mail": outbox.purge,
    "registrations": retention.purge,
    "consultants' searches": consultant_searches.purge_expired,
    "saved searches": saved_searches.purge,
    "finding places": findingplaces.purge,
    "claims": claims.purge,
    "enquiries": enquiries.purge,
    "placements": placements.purge,
    "shortlists": shortlists.purge,
    "remarks": remarks.purge,
    "sheets": sheets.purge_expired,
    "statistics": counts.purge,
}
# Of these a line in the log proves that they went: how many, and nothing of whom. Registrations,
# enquiries, workplaces and the log itself have lines of their own; what lives no longer than some
# days has one in the log of the process alone, which would else be most of what there is to read.
_PROVEN = frozenset(
    {
        *("unconfirmed accounts", "unconfirmed organisations", "accounts without rights"),
        *("sent mail", "remarks"),
    }
)
_log = structlog.get_logger(__name__)


def jobs_of(settings: Settings, database: Database) -> Sequence[Job]:
    """Return the jobs, with the adapters that the settings ask for."""
    transport = transports.from_settings(settings)
    engine = engines.from_settings(settings)
    orphans = Orphans(storages.from_settings(settings))
    return [
        Job("index repair", partial(indexing.repair, database, engine), _COMPARE_INDEX_EVERY),
        Job("index changes", partial(indexing.apply_changes, database, engine)),
        Job("mail", partial(dispatch.send_due, database, transport)),
        Job(
            "unused files", partial(_remove_unused_files, database, orphans), _LOOK_FOR_UNUSED_EVERY
        ),
        Job("municipal mergers", partial(_carry_out_mergers, database), _LOOK_FOR_MERGERS_EVERY),
        Job("removed workplaces", partial(_erase_removed, database), _ERASE_EVERY),
        Job("reminders", partial(_remind, settings, database), _REMIND_EVERY),
        Job("placements due", partial(_remind_of_placements, settings, database), _REMIND_EVERY),
        Job("confirmations", partial(_ask_whether_right, settings, database), _REMIND_EVERY),
        Job("digests", partial(_send_digests, settings, database), _REMIND_EVERY),
        Job("news", partial(_tell_what_is_new, settings, database, engine), _REMIND_EVERY),
        *(
            Job(name, _cleaning_up(database, name, purge), _CLEAN_UP_EVERY)
            for name, purge in PURGES.items()
        ),
        Job("log", _cleaning_up(database, "log", _purge_of_log(settings)), _CLEAN_UP_LOG_EVERY),
    ]


def _carry_out_mergers(database: Database) -> None:
    with database.writing() as session:
        mergers.carry_out_due(session, today=clock.today(), actor=SYSTEM, now=clock.now())


def _erase_removed(database: Database) -> None:
    removals.erase_due(database, actor=SYSTEM, now=clock.now())


def _remind(settings: Settings, database: Database) -> None:
    with database.writing() as session:
        reminders.remind(session, site_of=_sites_of(settings), now=clock.now())


def _remind_of_placements(settings: Settings, database: Database) -> None:
    with database.writing() as session:
        placement_reminders.remind(session, site_of=_sites_of(settings), now=clock.now())


def _ask_whether_right(settings: Settings, database: Database) -> None:
    with database.writing() as session:
        confirmations.run_due(session, site_of=_sites_of(settings), now=clock.now())


def _send_digests(settings: Settings, database: Database) -> None:
    with database.writing() as session:
        digests.send_due(session, site_of=_sites_of(settings), now=clock.now())


def _tell_what_is_new(settings: Settings, database: Database, engine: SearchEngine) -> None:
    alerts.send_due(database, engine, site_of=_sites_of(settings), now=clock.now())


def _sites_of(settings: Settings) -> SiteOf:
    def site_of(municipality: Municipality, own: MunicipalitySettings) -> MailSite:
        return MailSite(
            name=own.name_of_site(municipality.name),
            url=settings.address_of(municipality.slug, ""),
            email=own.network_email or settings.platform_email,
        )

    return site_of


def _remove_unused_files(database: Database, orphans: Orphans) -> None:
    with database.reading() as session:
        in_use = keys_in_use(session) | logos.keys_in_use(session)
    orphans.remove(in_use, now=clock.now())


def _purge_of_log(settings: Settings) -> Purge:
    return partial(audit_retention.purge, years=settings.audit_retention_years)


def _cleaning_up(database: Database, name: str, purge: Purge) -> Callable[[], None]:
    def clean_up() -> None:
        now = clock.now()
        with database.writing() as session:
            count = purge(session, now=now)
            if count and name in _PROVEN:
                subject = ("records", name)
                record(
                    session, "records.erased", subject=subject, actor=SYSTEM, now=now, erased=count
                )
        if count:
            _log.info("erased", records=name, count=count)

    return clean_up
