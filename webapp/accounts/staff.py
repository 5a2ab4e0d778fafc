"""People who work for a municipality or for the platform."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from webapp.accounts import sessions
from webapp.accounts.mails import tell
from webapp.accounts.models import Account, Role, RoleName
from webapp.accounts.sign_up import account_for, put_into_use
from webapp.audit.operations import record
from webapp.core.actor import SYSTEM, Actor
from webapp.mail.site import MailSite


@dataclass(frozen=True)
class Post:
    """A role for a municipality; an administrator has none, and serves the platform."""

    role: RoleName
    municipality_code: str | None

    def __post_init__(self) -> None:
        if (self.role is RoleName.ADMINISTRATOR) != (self.municipality_code is None):
            message = f"{self.role} for {self.municipality_code}"
            raise ValueError(message)


def give_role(
    session: Session, account: Account, post: Post, *, actor: Actor, now: datetime
) -> None:
    """Let an account take up a post; once is enough."""
    if not account.has_role(post.role, post.municipality_code):
        account.roles.append(Role(name=post.role, municipality_code=post.municipality_code))
        note(session, "staff.role_given", account, post=post, actor=actor, now=now)


def withdraw_role(
    session: Session, account: Account, post: Post, *, actor: Actor, now: datetime
) -> None:
    """Take a role away from an account."""
    for role in list(account.roles):
        if (role.name, role.municipality_code) == (post.role, post.municipality_code):
            account.roles.remove(role)
            note(session, "staff.role_withdrawn", account, post=post, actor=actor, now=now)


def change_roles(  # noqa: PLR0913 (what every operation takes, and the roles)
    session: Session,
    account: Account,
    municipality_code: str | None,
    wanted: Collection[RoleName],
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Let an account have these roles for a municipality (None: the platform), and no other.

    Its owner gets a mail when something changed.
    """
    if _change_roles(session, account, municipality_code, wanted, actor, now):
        tell(session, account, "roles_changed", site=site, now=now)


def _change_roles(
    session: Session,
    account: Account,
    municipality_code: str | None,
    wanted: Collection[RoleName],
    actor: Actor,
    now: datetime,
) -> bool:
    """Give and withdraw roles; tell whether that changed anything."""
    is_changed = False
    for role in RoleName:
        has_it = account.has_role(role, municipality_code)
        if has_it == (role in wanted):
            continue
        is_changed = True
        change = withdraw_role if has_it else give_role
        change(session, account, Post(role, municipality_code), actor=actor, now=now)
    return is_changed


def end_access(
    session: Session,
    account: Account,
    municipality_code: str | None,
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Take all roles for a municipality (None: the platform) away, and end all sessions.

    The owner of the account gets a mail.
    """
    if _change_roles(session, account, municipality_code, (), actor, now):
        tell(session, account, "access_ended", site=site, now=now)
    sessions.end_sessions_of(session, account.id)
    record(
        session,
        "staff.access_ended",
        subject=("account", account.public_id),
        actor=actor,
        now=now,
        municipality_code=municipality_code,
    )


def create_administrator(
    session: Session, *, email: str, name: str, password: str, now: datetime
) -> Account:
    """Make the account at this address an administrator; one not yet in use gets the password.

    Raises InvalidInputError for `email` or `password`.
    """
    account = account_for(session, email=email, name=name, now=now)
    if not account.is_confirmed:
        put_into_use(account, name=name, password=password, now=now)
    give_role(session, account, Post(RoleName.ADMINISTRATOR, None), actor=SYSTEM, now=now)
    return account


def disable(session: Session, account: Account, *, actor: Actor, now: datetime) -> None:
    """Close an account: its sessions end at once, and nobody can log in to it."""
    account.disabled_at = account.disabled_at or now
    sessions.end_sessions_of(session, account.id)
    note(session, "account.disabled", account, actor=actor, now=now)


def enable(session: Session, account: Account, *, actor: Actor, now: datetime) -> None:
    """Open an account again."""
    account.disabled_at = None
    note(session, "account.enabled", account, actor=actor, now=now)


def note(
    session: Session,
    action: str,
    account: Account,
    *,
    actor: Actor,
    now: datetime,
    post: Post | None = None,
) -> None:
    """Log what was done to a member of staff."""
    record(
        session,
        action,
        subject=("account", account.public_id),
        actor=actor,
        now=now,
        municipality_code=post.municipality_code if post else None,
        **({"role": post.role.value} if post else {}),
    )
