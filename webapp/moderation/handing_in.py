"""Several drafts of one organisation, handed in together: each by the rules of one alone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, InvalidInputError, NotFoundError, WrongStatusError
from webapp.core.text import whole_number
from webapp.mail.site import MailSite
from webapp.moderation.mails import tell_of_several
from webapp.moderation.operations import hand_in_untold
from webapp.organisations.models import Organisation
from webapp.workplaces import submission
from webapp.workplaces.models import VersionStatus, Workplace
from webapp.workplaces.queries import of_organisations
from webapp.workplaces.unchecked import Route

_DRAFTS = frozenset({VersionStatus.DRAFT, VersionStatus.RETURNED})


class Fate(StrEnum):
    """What became of a workplace that was chosen."""

    RECEIVED = "received"
    LIVE = "live"
    ALREADY = "already"
    CHANGED = "changed"
    INCOMPLETE = "incomplete"


_OF_ROUTE = {
    Route.CHECKED_FIRST: Fate.RECEIVED,
    Route.SMALL: Fate.LIVE,
    Route.TRUSTED: Fate.LIVE,
}


@dataclass(frozen=True)
class HandedIn:
    """A workplace that was chosen, by what it is called, and what became of it."""

    title: str
    fate: Fate


def is_draft(workplace: Workplace) -> bool:
    """Tell whether its provider still has to hand it in, for the first time or again."""
    return workplace.latest_version.status in _DRAFTS and workplace.removed_at is None


def drafts_of(session: Session, organisation: Organisation) -> Sequence[Workplace]:
    """Return the workplaces of an organisation that are still to be handed in, the oldest first."""
    return [each for each in of_organisations(session, {organisation.id}) if is_draft(each)]


def key_of(workplace: Workplace) -> str:
    """Return by what a draft is chosen: it is another one as soon as anything of it changes."""
    return f"{workplace.public_id}-{workplace.latest_version.lock}"


def hand_in_chosen(
    session: Session,
    organisation: Organisation,
    keys: Collection[str],
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> list[HandedIn]:
    """Hand in the drafts of an organisation with these keys, and return what became of each.

    What was changed meanwhile, or is not complete, is left as it is and keeps none of the others
    back. One mail tells of all that must be checked first. A key of anything else is left out.
    """
    locks = dict(key.split("-", 1) for key in keys if "-" in key)
    # Always in the same order, so that two who hand in the same never wait for each other.
    mine = of_organisations(session, {organisation.id})
    chosen = [workplace for workplace in mine if workplace.public_id in locks]
    titles = {each.public_id: each.latest_version.content.title for each in chosen}
    received, done = [], []
    for workplace in chosen:
        lock = locks[workplace.public_id]
        fate = _hand_in(session, workplace, lock, actor=actor, now=now)
        received += [workplace] if fate is Fate.RECEIVED else []
        done.append(HandedIn(titles[workplace.public_id], fate))
    tell_of_several(session, organisation, received, site=site, now=now)
    return done


def _hand_in(
    session: Session, workplace: Workplace, lock: str, *, actor: Actor, now: datetime
) -> Fate:
    number = whole_number(lock)
    expected_lock = -1 if number is None else number
    try:
        with session.begin_nested():
            route = hand_in_untold(
                session, workplace, expected_lock=expected_lock, actor=actor, now=now
            )
    except InvalidInputError:
        return Fate.INCOMPLETE
    except ConflictError:
        is_done = submission.was_handed_in_by(session, workplace, actor)
        return Fate.ALREADY if is_done else Fate.CHANGED
    except (NotFoundError, WrongStatusError):
        return Fate.CHANGED
    return _OF_ROUTE[route]
