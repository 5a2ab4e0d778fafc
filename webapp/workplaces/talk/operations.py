"""Saying something about a workplace: to the other side, or to one's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from webapp.accounts.models import Account
from webapp.core.actor import Actor
from webapp.core.errors import refuse
from webapp.core.i18n import N_
from webapp.core.text_rules import length_problem
from webapp.mail import outbox
from webapp.mail.site import MailSite
from webapp.organisations.queries import reachable_members
from webapp.workplaces import log
from webapp.workplaces.models import Workplace
from webapp.workplaces.talk import queries
from webapp.workplaces.talk.models import Side, WorkplaceMessage

TEXT_MAX_LENGTH = 2000


@dataclass(frozen=True)
class MessageDraft:
    """What somebody writes; `key` makes it one message, however often it is sent."""

    text: str
    key: str


def tell_moderators(
    session: Session,
    workplace: Workplace,
    draft: MessageDraft,
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Let a provider say something to the municipality that looks at the newest version.

    Its moderators are mailed: who spoke before, or else all. Raise InvalidInputError for `text`.
    """
    code = workplace.latest_version.checked_by
    if not _say(session, workplace, Side.PROVIDER, draft, code=code, actor=actor, now=now):
        return
    readers, text = queries.moderators_in(session, workplace, code), draft.text.strip()
    _mail(session, "message_for_moderator", workplace, readers, site=site, now=now, text=text)


def tell_provider(  # noqa: PLR0913 (what every operation takes)
    session: Session,
    workplace: Workplace,
    draft: MessageDraft,
    *,
    municipality_code: str,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Let a moderator say something to the provider; all members are mailed.

    Raise InvalidInputError for `text`.
    """
    side, code = Side.MODERATOR, municipality_code
    if not _say(session, workplace, side, draft, code=code, actor=actor, now=now):
        return
    readers, text = reachable_members(session, workplace.organisation_id), draft.text.strip()
    _mail(session, "message_for_provider", workplace, readers, site=site, now=now, text=text)


def note(
    session: Session,
    workplace: Workplace,
    draft: MessageDraft,
    *,
    municipality_code: str,
    actor: Actor,
    now: datetime,
) -> None:
    """Keep something for the other moderators. Raise InvalidInputError for `text`."""
    _say(session, workplace, Side.NOTE, draft, code=municipality_code, actor=actor, now=now)


def _say(  # noqa: PLR0913 (what a message is)
    session: Session,
    workplace: Workplace,
    side: Side,
    draft: MessageDraft,
    *,
    code: str,
    actor: Actor,
    now: datetime,
) -> bool:
    """Add a message; tell whether it is new. Raise InvalidInputError for `text`."""
    text = draft.text.strip()
    problem = length_problem(text, TEXT_MAX_LENGTH) if text else N_("Schrijf eerst je bericht.")
    refuse({"text": problem} if problem else {})
    # Who presses twice waits here for the first.
    session.refresh(workplace, with_for_update={"of": Workplace})
    if queries.find_message(session, draft.key) is not None:
        return False
    session.add(
        WorkplaceMessage(
            key=draft.key,
            workplace_id=workplace.id,
            municipality_code=code,
            side=side,
            author_id=actor.account_id,
            author_name=actor.name,
            text=text,
            at=now,
        )
    )
    session.flush()
    action = "workplace.noted" if side is Side.NOTE else "workplace.spoken_about"
    log.record(session, action, workplace, actor=actor, now=now, municipality_code=code)
    return True


def _mail(  # noqa: PLR0913 (what the mails say)
    session: Session,
    message: str,
    workplace: Workplace,
    readers: Iterable[Account],
    *,
    site: MailSite,
    now: datetime,
    text: str,
) -> None:
    for reader in readers:
        outbox.enqueue(
            session,
            f"workplaces/{message}",
            to=reader.email,
            site=site,
            now=now,
            name=reader.name,
            title=workplace.latest_version.content.title,
            organisation_name=workplace.organisation.name,
            public_id=workplace.public_id,
            text=text,
        )
