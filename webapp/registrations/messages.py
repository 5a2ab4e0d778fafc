"""What a resident adds or asks behind the private link, and what the municipality answers."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import WrongStatusError
from webapp.core.ids import hash_secret, new_public_id, new_secret
from webapp.core.restricting import check_unrestricted
from webapp.mail.site import MailSite
from webapp.registrations import mails
from webapp.registrations.following import take_if_nobodys
from webapp.registrations.message_rules import check_can_be_answered, checked, why_closed
from webapp.registrations.models import Registration, RegistrationLink, RegistrationMessage, Side
from webapp.registrations.operations import LINK_LASTS
from webapp.registrations.workflow import note


@dataclass(frozen=True)
class MessageDraft:
    """What somebody writes; `key` makes it one message, however often it is sent."""

    text: str
    key: str = field(default_factory=new_public_id)


def add(
    session: Session,
    registration: Registration,
    draft: MessageDraft,
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Let the resident, or who helps, add something; staff hears of it when nothing waited yet.

    Raise InvalidInputError for `text`, and WrongStatusError where nothing can be added
    (`why_closed`).
    """
    text = checked(draft.text)
    if not _claim(session, registration, draft.key):
        return
    if why_closed(registration, now=now) is not None:
        raise WrongStatusError(registration.public_id)
    had_news = registration.has_news
    _append(registration, Side.RESIDENT, text, draft.key, actor=actor, now=now)
    note(session, registration, "registration.message_added", actor=actor, now=now)
    if not had_news:
        mails.send_added_for_staff(session, registration, site=site, now=now)
    session.flush()


def answer(
    session: Session,
    registration: Registration,
    draft: MessageDraft,
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Let the municipality write; what waited is dealt with, and the resident gets a mail.

    Where the private link was stopped no mail goes, which would bring another. Of two members of
    staff who write at once both are kept. Who writes takes what nobody took.
    Raise InvalidInputError for `text`, RestrictedError when the registration may not be used, and
    WrongStatusError when it is over.
    """
    text = checked(draft.text)
    if not _claim(session, registration, draft.key):
        return
    check_can_be_answered(registration)
    _append(registration, Side.MUNICIPALITY, text, draft.key, actor=actor, now=now)
    registration.deal_with_news(now)
    take_if_nobodys(session, registration, actor)
    note(session, registration, "registration.message_answered", actor=actor, now=now)
    if registration.email and not registration.is_link_stopped:
        secret = _new_link(registration, now)
        mails.send_message_waits(session, registration, secret, site=site, now=now)
    session.flush()


def deal_with(session: Session, registration: Registration, *, actor: Actor, now: datetime) -> None:
    """Keep that what the resident wrote was dealt with, without an answer here.

    Raise RestrictedError when the registration may not be used.
    """
    check_unrestricted(registration)
    if registration.deal_with_news(now):
        note(session, registration, "registration.messages_dealt_with", actor=actor, now=now)
        session.flush()


def see_answers(
    session: Session, registration: Registration, *, actor: Actor, now: datetime
) -> None:
    """Keep when the page behind the private link first showed what the municipality wrote.

    Of what is restricted nothing changes, and so not this either.
    """
    if registration.is_restricted:
        return
    unseen = [
        each
        for each in registration.messages
        if each.side is Side.MUNICIPALITY and each.read_at is None
    ]
    for each in unseen:
        each.read_at = now
    if unseen:
        note(session, registration, "registration.messages_seen", actor=actor, now=now)
        session.flush()


def _claim(session: Session, registration: Registration, key: str) -> bool:
    """Keep others from writing until the commit; tell whether the message `key` is new."""
    session.refresh(registration, with_for_update={"of": Registration})
    known = select(RegistrationMessage.id).where(RegistrationMessage.key == key)
    return session.scalar(known) is None


def _append(
    registration: Registration, side: Side, text: str, key: str, *, actor: Actor, now: datetime
) -> None:
    is_staff = side is Side.MUNICIPALITY
    registration.messages.append(
        RegistrationMessage(
            key=key,
            side=side,
            text=text,
            author_id=actor.account_id if is_staff else None,
            author_name=actor.name if is_staff else "",
            created_at=now,
        )
    )
    registration.changed_at = now


def _new_link(registration: Registration, now: datetime) -> str:
    """Return the secret of one more private link; those that are over go."""
    secret = new_secret()
    for link in [each for each in registration.links if each.expires_at <= now]:
        registration.links.remove(link)
    link = RegistrationLink(secret_hash=hash_secret(secret), expires_at=now + LINK_LASTS)
    registration.links.append(link)
    return secret
