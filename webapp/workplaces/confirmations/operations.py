"""Asking whether a workplace is still right, reminding, and taking the answer."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy.orm import Session

from webapp.accounts import tokens
from webapp.accounts.models import Account, TokenPurpose
from webapp.accounts.tokens import LinkExpiredError
from webapp.core.actor import SYSTEM, Actor
from webapp.mail import outbox
from webapp.mail.site import MailSite
from webapp.municipalities.mail_sites import SiteOf
from webapp.municipalities.queries import taking_part
from webapp.municipalities.settings import get_settings
from webapp.organisations.models import MemberRole, Organisation
from webapp.organisations.queries import find_membership, reachable_members
from webapp.workplaces import log
from webapp.workplaces.confirmations import queries
from webapp.workplaces.models import Workplace

_PURPOSE = TokenPurpose.CONFIRM_WORKPLACES


def run_due(session: Session, *, site_of: SiteOf, now: datetime) -> None:
    """Ask, remind and give up, for every municipality that takes part.

    Done twice it does nothing the second time: each step is written down as it is taken.
    """
    for municipality in taking_part(session):
        own = get_settings(session, municipality.code)
        site = site_of(municipality, own)
        _give_up(session, municipality.code, now=now)
        _remind(session, municipality.code, site=site, now=now)
        _ask(session, municipality.code, own.confirmation_months, site=site, now=now)


def confirm(
    session: Session, workplaces: Iterable[Workplace], *, actor: Actor, now: datetime
) -> None:
    """Write down that `actor` says that these are still right; what was asked is answered."""
    for workplace in workplaces:
        session.refresh(workplace, with_for_update={"of": Workplace})
        workplace.confirmed_at = now
        forget_what_was_asked(workplace)
        log.record(session, "workplace.confirmed", workplace, actor=actor, now=now)
    session.flush()


def forget_what_was_asked(workplace: Workplace) -> None:
    """Begin anew: it was approved or confirmed."""
    workplace.confirmation_asked_at = None
    workplace.confirmation_reminded_at = None
    workplace.confirmation_lapsed_at = None


def behind_link(
    session: Session, secret: str, *, now: datetime
) -> tuple[Account, Organisation, Sequence[Workplace]]:
    """Return who was asked by this link, for which organisation, and what is still to confirm.

    Raise LinkExpiredError, also for who does not act for the organisation any more.
    """
    token = tokens.get_open(session, secret, _PURPOSE, now=now)
    account = session.get_one(Account, token.account_id)
    organisation_id = token.details["organisation_id"]
    if find_membership(session, organisation_id, account.id) is None:
        raise LinkExpiredError
    organisation = session.get_one(Organisation, organisation_id)
    return account, organisation, queries.asked_of(session, organisation)


def _ask(
    session: Session, municipality_code: str, months: int, *, site: MailSite, now: datetime
) -> None:
    """Mail the managers of each organisation once, about all of its workplaces that are due."""
    due = queries.to_ask(session, municipality_code, months=months, now=now)
    for organisation, workplaces in _by_organisation(due):
        for workplace in workplaces:
            workplace.confirmation_asked_at = now
        members = reachable_members(session, organisation.id)
        managers = {
            each.account_id for each in organisation.memberships if each.role is MemberRole.MANAGER
        }
        readers = [each for each in members if each.id in managers] or members
        _mail(session, "still_right", organisation, workplaces, readers, site=site, now=now)


def _remind(session: Session, municipality_code: str, *, site: MailSite, now: datetime) -> None:
    """Mail all members of each organisation that did not answer."""
    due = queries.to_remind(session, municipality_code, now=now)
    for organisation, workplaces in _by_organisation(due):
        for workplace in workplaces:
            workplace.confirmation_reminded_at = now
        readers = reachable_members(session, organisation.id)
        _mail(
            session, "still_right_reminder", organisation, workplaces, readers, site=site, now=now
        )


def _give_up(session: Session, municipality_code: str, *, now: datetime) -> None:
    """Let visitors and moderators see that nobody confirmed it; it stays where it is."""
    for workplace in queries.to_lapse(session, municipality_code, now=now):
        workplace.confirmation_lapsed_at = now
        log.record(session, "workplace.not_confirmed", workplace, actor=SYSTEM, now=now)
    session.flush()


def _by_organisation(
    workplaces: Sequence[Workplace],
) -> Iterator[tuple[Organisation, list[Workplace]]]:
    for organisation, own in groupby(workplaces, key=lambda workplace: workplace.organisation):
        yield organisation, list(own)


def _mail(  # noqa: PLR0913 (what the mails say)
    session: Session,
    message: str,
    organisation: Organisation,
    workplaces: Sequence[Workplace],
    readers: Iterable[Account],
    *,
    site: MailSite,
    now: datetime,
) -> None:
    titles = [
        workplace.published_version.content.title
        for workplace in workplaces
        if workplace.published_version is not None
    ]
    for reader in readers:
        secret = tokens.issue(
            session, reader, _PURPOSE, now=now, details={"organisation_id": organisation.id}
        )
        outbox.enqueue(
            session,
            f"workplaces/{message}",
            to=reader.email,
            site=site,
            now=now,
            name=reader.name,
            organisation_name=organisation.name,
            titles=titles,
            secret=secret,
        )
