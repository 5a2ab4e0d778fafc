"""A record of each kind that a job of the worker ends, with a watchword in it."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from tests.support.enquiries import make_enquiry
from tests.support.mails import SITE
from tests.support.people import DUIVEN
from tests.support.registrations import CONTACT, make_registration
from tests.support.removals import remove
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts import sessions, tokens
from webapp.accounts.models import Account, Role, RoleName, TokenPurpose
from webapp.core.actor import Actor
from webapp.core.ids import new_public_id
from webapp.core.rate_counters import RateCounter
from webapp.mail.models import MailStatus, OutgoingMail
from webapp.moderation.models import Claim
from webapp.organisations.models import OrganisationStatus
from webapp.privacy.records import RECORDS
from webapp.registrations.models import (
    ContactAttempt,
    FilledInBy,
    RegistrationLink,
    RegistrationMessage,
    Side,
)
from webapp.registrations.operations import LINK_LASTS
from webapp.registrations.vocabulary import ContactChannel, ContactOutcome
from webapp.search import consultant_searches
from webapp.search.saved.models import Rhythm, SavedSearch
from webapp.shortlists.models import Shortlist, ShortlistItem
from webapp.workplaces.remarks import operations as remarks
from webapp.workplaces.sheets.models import SheetRow, WorkplaceSheet

WATCHWORD = "Schildwacht"
EMAIL = "schildwacht@voorbeeld.example"
# Who and what a record hangs on.
Scene = Mapping[str, Any]


def _registration(session: Session, now: datetime, _scene: Scene) -> Any:
    contact = type(CONTACT)(WATCHWORD, EMAIL, "0612345678", "6921 AB")
    made = make_registration(
        session, now=now, wishes=WATCHWORD, contact=contact, filled_in_by=FilledInBy.CONSULTANT,
        helper_name=WATCHWORD, agreed_with=WATCHWORD,
    )  # fmt: skip
    made.attempts.append(
        ContactAttempt(
            channel=ContactChannel.PHONE, outcome=ContactOutcome.REACHED, note=WATCHWORD,
            actor_name="Sanne", at=now,
        )
    )  # fmt: skip
    made.messages.append(
        RegistrationMessage(
            key=new_public_id(), side=Side.RESIDENT, text=WATCHWORD, created_at=now,
        )
    )  # fmt: skip
    made.links.append(RegistrationLink(secret_hash=WATCHWORD, expires_at=now + LINK_LASTS))
    return made


def _enquiry(session: Session, now: datetime, scene: Scene) -> Any:
    return make_enquiry(session, scene["workplace"], now=now, email=EMAIL)


def _remark(session: Session, now: datetime, scene: Scene) -> None:
    draft = remarks.RemarkDraft(text=WATCHWORD, email=EMAIL)
    visitor = Actor(None, "bezoeker")
    remarks.make(session, scene["workplace"], draft, site=SITE, actor=visitor, now=now)


def _search(session: Session, now: datetime, scene: Scene) -> None:
    consultant_searches.keep(
        session, DUIVEN, actor=scene["account"].actor, now=now,
        where="6921", label=WATCHWORD, query="",
    )  # fmt: skip


def _saved_search(session: Session, now: datetime, scene: Scene) -> None:
    session.add(Role(account=scene["account"], name=RoleName.CONSULTANT, municipality_code=DUIVEN))
    session.add(
        SavedSearch(
            account_id=scene["account"].id, municipality_code=DUIVEN, name=WATCHWORD, where="6921",
            query="", rhythm=Rhythm.NEVER, known=[], told_on=now.date(), created_at=now,
            used_at=now,
        )
    )  # fmt: skip


def _shortlist(session: Session, now: datetime, scene: Scene) -> None:
    session.add(Role(account=scene["account"], name=RoleName.CONSULTANT, municipality_code=DUIVEN))
    item = ShortlistItem(
        workplace=scene["workplace"], title="Tuin", position=1, note=WATCHWORD, reason=WATCHWORD
    )
    session.add(
        Shortlist(
            owner=scene["account"], municipality_code=DUIVEN, label=WATCHWORD, items=[item],
            created_at=now, changed_at=now,
        )
    )  # fmt: skip


def _removed_workplace(session: Session, now: datetime, scene: Scene) -> None:
    gone = make_workplace(session, organisation=scene["organisation"], contact_name=WATCHWORD)
    remove(session, gone, at=now)


def _organisation(session: Session, now: datetime, _scene: Scene) -> None:
    make_organisation(
        session, status=OrganisationStatus.UNCONFIRMED, contact_name=WATCHWORD, created_at=now
    )


def _sheet(session: Session, now: datetime, scene: Scene) -> None:
    sheet = WorkplaceSheet(
        organisation_id=scene["organisation"].id, account_id=scene["account"].id,
        created_at=now, expires_at=now + _lasts("sheet"),
    )  # fmt: skip
    session.add(sheet)
    session.flush()
    session.add(SheetRow(sheet_id=sheet.id, line=1, title=WATCHWORD, outcome="new", problems=[]))


def _account(session: Session, now: datetime, _scene: Scene) -> None:
    session.add(Account(email=EMAIL, name=WATCHWORD, email_confirmed_at=now, created_at=now))


def _unconfirmed_account(session: Session, now: datetime, _scene: Scene) -> None:
    session.add(Account(email=EMAIL, name=WATCHWORD, created_at=now))


def _token(session: Session, now: datetime, scene: Scene) -> None:
    tokens.issue(session, scene["account"], TokenPurpose.STOP_ALERTS, now=now)


def _claim(session: Session, now: datetime, scene: Scene) -> None:
    session.add(
        Claim(
            municipality_code=DUIVEN, subject="x", account_id=scene["account"].id,
            since=now, until=now + _lasts("claim"),
        )
    )  # fmt: skip


def _session(session: Session, now: datetime, _scene: Scene) -> None:
    data = {"half": WATCHWORD}
    sessions.open_session(session, host="duiven", data=data, account_id=None, now=now)


def _rate_counter(session: Session, now: datetime, _scene: Scene) -> None:
    session.add(RateCounter(key="x", count=1, expires_at=now + _lasts("rate_counter")))


def _mail(session: Session, now: datetime, _scene: Scene) -> None:
    session.add(
        OutgoingMail(
            kind="x/y", recipient=EMAIL, subject=WATCHWORD, body_text=WATCHWORD, body_html="",
            status=MailStatus.SENT, created_at=now, next_attempt_at=now,
        )
    )  # fmt: skip


def _lasts(name: str) -> timedelta:
    return RECORDS[name].term.lasts or timedelta(0)


PLANTS: Mapping[str, Callable[[Session, datetime, Scene], Any]] = {
    "registration": _registration,
    "enquiry": _enquiry,
    "remark": _remark,
    "search": _search,
    "saved_search": _saved_search,
    "shortlist": _shortlist,
    "removed_workplace": _removed_workplace,
    "unconfirmed_organisation": _organisation,
    "sheet": _sheet,
    "account": _account,
    "unconfirmed_account": _unconfirmed_account,
    "token": _token,
    "claim": _claim,
    "session": _session,
    "rate_counter": _rate_counter,
    "mail": _mail,
}
