"""What the worker of this installation does."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

from sqlalchemy.orm import Session

from webapp.accounts import sessions, sign_up, tokens
from webapp.core import clock, rate_counters
from webapp.core.actor import SYSTEM
from webapp.core.db import Database
from webapp.core.settings import Settings
from webapp.core.worker import Job
from webapp.mail import dispatch, outbox, transports
from webapp.mergers import operations as mergers
from webapp.organisations import retention as organisations
from webapp.registrations import retention
from webapp.search import consultant_searches, engines, indexing

# All in seconds.
_CLEAN_UP_EVERY = 10 * 60
_COMPARE_INDEX_EVERY = 10 * 60
_LOOK_FOR_MERGERS_EVERY = 10 * 60


class Purge(Protocol):
    """Removes what needs to be kept no longer."""

    def __call__(self, session: Session, *, now: datetime) -> object: ...


PURGES: Mapping[str, Purge] = {
    "browser sessions": sessions.purge_expired,
    "links in mails": tokens.purge_expired,
    "unconfirmed accounts": sign_up.purge_unconfirmed,
    "unconfirmed organisations": organisations.purge_unconfirmed,
    "rate counters": rate_counters.purge_expired,
    "sent mail": outbox.purge,
    "registrations": retention.purge,
    "consultants' searches": consultant_searches.purge_expired,
}


def jobs_of(settings: Settings, database: Database) -> Sequence[Job]:
    """Return the jobs, with the adapters that the settings ask for."""
    transport = transports.from_settings(settings)
    engine = engines.from_settings(settings)
    return [
        Job("index repair", partial(indexing.repair, database, engine), _COMPARE_INDEX_EVERY),
        Job("index changes", partial(indexing.apply_changes, database, engine)),
        Job("mail", partial(dispatch.send_due, database, transport)),
        Job("municipal mergers", partial(_carry_out_mergers, database), _LOOK_FOR_MERGERS_EVERY),
        *(
            Job(name, _cleaning_up(database, purge), _CLEAN_UP_EVERY)
            for name, purge in PURGES.items()
        ),
    ]


def _carry_out_mergers(database: Database) -> None:
    with database.writing() as session:
        mergers.carry_out_due(session, today=clock.today(), actor=SYSTEM, now=clock.now())


def _cleaning_up(database: Database, purge: Purge) -> Callable[[], None]:
    def clean_up() -> None:
        with database.writing() as session:
            purge(session, now=clock.now())

    return clean_up
