"""Staff of a municipality that goes into another."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.accounts.models import AccountToken, Role, TokenPurpose
from webapp.mergers.change import Change
from webapp.moderation.models import Digest


def move_roles(session: Session, change: Change) -> int:
    """Give staff the same role in the new municipality; who has it there has it once."""
    roles = session.scalars(select(Role).where(Role.municipality_code == change.old)).all()
    rows = session.execute(
        select(Role.account_id, Role.name).where(Role.municipality_code == change.new)
    )
    already = {(account_id, name) for account_id, name in rows}
    for role in roles:
        if (role.account_id, role.name) in already:
            session.delete(role)
        else:
            role.municipality_code = change.new
    session.flush()
    return len(roles)


def move_invitations(session: Session, change: Change) -> int:
    """Let the links in invitations lead to a role in the new municipality."""
    count = 0
    invitations = select(AccountToken).where(AccountToken.purpose == TokenPurpose.INVITATION)
    for token in session.scalars(invitations):
        if token.details.get("municipality_code") == change.old:
            token.details = {**token.details, "municipality_code": change.new}
            count += 1
    session.flush()
    return count


def move_digests(session: Session, change: Change) -> int:
    """Let moderators hear of the new municipality as often as of their own; once is enough."""
    moved = session.scalars(select(Digest).where(Digest.municipality_code == change.old)).all()
    already = set(
        session.scalars(select(Digest.account_id).where(Digest.municipality_code == change.new))
    )
    for digest in moved:
        if digest.account_id in already:
            session.delete(digest)
        else:
            digest.municipality_code = change.new
    session.flush()
    return len(moved)
