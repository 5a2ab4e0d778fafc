"""Sharing a list: with colleagues, and by a link with the resident whom it is for."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import refuse
from webapp.core.i18n import N_
from webapp.core.ids import hash_secret, new_secret
from webapp.shortlists import queries
from webapp.shortlists.models import Shortlist, ShortlistColleague, ShortlistLink
from webapp.shortlists.rules import LINK_LASTS
from webapp.shortlists.workflow import claim, note


def share_with(
    session: Session, shortlist: Shortlist, account_id: int | None, *, actor: Actor, now: datetime
) -> None:
    """Let a colleague see a list and work on it; once more changes nothing.

    Raise InvalidInputError for `colleague` when it is nobody with whom it can be shared.
    """
    claim(session, shortlist)
    if account_id in {each.account_id for each in shortlist.colleagues}:
        return
    possible = {each.id: each for each in queries.possible_colleagues(session, shortlist)}
    if account_id is None or account_id not in possible:
        refuse({"colleague": N_("Kies een collega uit de lijst.")})
    else:
        shortlist.colleagues.append(ShortlistColleague(account=possible[account_id]))
        note(session, shortlist, "shortlist.shared", actor=actor, now=now)


def share_no_more(
    session: Session, shortlist: Shortlist, account_id: int | None, *, actor: Actor, now: datetime
) -> None:
    """Let a colleague see a list no more."""
    claim(session, shortlist)
    for each in list(shortlist.colleagues):
        if each.account_id == account_id:
            shortlist.colleagues.remove(each)
            note(session, shortlist, "shortlist.unshared", actor=actor, now=now)


def make_link(session: Session, shortlist: Shortlist, *, actor: Actor, now: datetime) -> str:
    """Return the secret of a new link for the resident: the link before it works no more."""
    claim(session, shortlist)
    secret = new_secret()
    link = shortlist.link or ShortlistLink(shortlist_id=shortlist.id)
    link.secret_hash, link.expires_at = hash_secret(secret), now + LINK_LASTS
    session.add(link)
    note(session, shortlist, "shortlist.link_made", actor=actor, now=now)
    session.expire(shortlist, ["link"])
    return secret


def revoke_link(session: Session, shortlist: Shortlist, *, actor: Actor, now: datetime) -> None:
    """Let the link for the resident work no more."""
    claim(session, shortlist)
    if shortlist.link is not None:
        shortlist.link = None
        note(session, shortlist, "shortlist.link_revoked", actor=actor, now=now)
