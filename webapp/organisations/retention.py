"""Letting go of what nobody came back for."""

from datetime import datetime, timedelta

from sqlalchemy import delete, exists, or_, update
from sqlalchemy.orm import Session

from webapp.accounts.models import Account, AccountToken, Role
from webapp.core.db import changed_by
from webapp.organisations.models import Membership, Organisation, OrganisationStatus

# The link that confirms a sign-up lives three days; this leaves time to ask for help.
UNCONFIRMED_FOR = timedelta(days=14)
# An account with nothing to do: long enough to come back to other work.
WITHOUT_RIGHTS_FOR = timedelta(days=365)


def purge_unconfirmed(session: Session, *, now: datetime) -> int:
    """Remove the sign-ups that nobody confirmed, with their workplaces (decision 0003)."""
    return changed_by(
        session,
        delete(Organisation).where(
            Organisation.status == OrganisationStatus.UNCONFIRMED,
            Organisation.created_at < now - UNCONFIRMED_FOR,
        ),
    )


def purge_accounts(session: Session, *, now: datetime) -> int:
    """Remove the accounts that had no role, organisation or invitation for a year; return how many.

    When that began is noted here, at the first look. What their owner did stays in the log, under
    a number.
    """
    has_rights = or_(
        exists().where(Role.account_id == Account.id),
        exists().where(Membership.account_id == Account.id),
        exists().where(AccountToken.account_id == Account.id, AccountToken.expires_at > now),
    )
    since = Account.without_rights_since
    quietly = {"synchronize_session": False}
    session.execute(
        update(Account).where(has_rights, since.is_not(None)).values(without_rights_since=None),
        execution_options=quietly,
    )
    session.execute(
        update(Account).where(~has_rights, since.is_(None)).values(without_rights_since=now),
        execution_options=quietly,
    )
    return changed_by(session, delete(Account).where(since < now - WITHOUT_RIGHTS_FOR))
