"""Asking a question, answering it, writing back, closing, reporting and wiping."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import refuse
from webapp.core.ids import new_reference
from webapp.core.restricting import check_unrestricted
from webapp.enquiries import mails, rules, workflow
from webapp.enquiries.draft import EnquiryDraft, TurnDraft
from webapp.enquiries.models import Enquiry, EnquiryStatus, EnquiryTurn, Side
from webapp.enquiries.workflow import Action, advance
from webapp.mail import addresses, outbox
from webapp.mail.site import MailSite
from webapp.municipalities.models import Municipality
from webapp.statistics import counts
from webapp.statistics.models import CountKind
from webapp.workplaces.models import Workplace

ASKER = Actor(account_id=None, name="vraagsteller")


def ask(  # noqa: PLR0913 (what every operation takes, and three of its own)
    session: Session,
    workplace: Workplace,
    draft: EnquiryDraft,
    *,
    municipality: Municipality,
    site: MailSite,
    actor: Actor,
    now: datetime,
    is_confirmed: bool = True,
) -> Enquiry:
    """Ask a question about a workplace in public view; both sides get a mail.

    Who asks many at once sees them in a list: without `is_confirmed` only the provider gets one.
    Raise InvalidInputError for a draft that cannot be used.
    """
    refuse(rules.problems_of(session, draft, now=now))
    enquiry = Enquiry(
        public_id=draft.key,
        reference=new_reference(),
        workplace=workplace,
        municipality_code=municipality.code,
        asker_name=draft.name,
        asker_email=addresses.normalise(draft.email),
        is_by_consultant=draft.is_by_consultant,
        created_at=now,
        opened_at=now,
        changed_at=now,
    )
    enquiry.turns.append(_turn(Side.ASKER, draft.question, draft.key, draft.name, actor, now))
    session.add(enquiry)
    session.flush()
    workflow.note(session, enquiry, "enquiry.made", actor=actor, now=now)
    counts.add(session, {(workplace.public_id, CountKind.ENQUIRY): 1}, now=now)
    if is_confirmed:
        mails.send_to_asker(session, "received", enquiry, site=site, now=now)
    mails.send_to_provider(session, "new_for_provider", enquiry, site=site, now=now)
    return enquiry


def answer(
    session: Session,
    enquiry: Enquiry,
    draft: TurnDraft,
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Let the provider answer; who asked gets it by mail.

    Of two members who answer at once both are kept. Raise InvalidInputError for `text`, and
    WrongStatusError when it was reported meanwhile.
    """
    text = rules.checked_turn(draft.text)
    if not _claim(session, enquiry, draft.key):
        return
    advance(session, enquiry, Action.ANSWER, actor=actor, now=now)
    enquiry.turns.append(_turn(Side.PROVIDER, text, draft.key, actor.name, actor, now))
    session.flush()
    mails.send_to_asker(session, "answered", enquiry, site=site, now=now, answer=text)


def write_back(
    session: Session,
    enquiry: Enquiry,
    draft: TurnDraft,
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Let who asked write back, which opens the enquiry again; errors as `answer`."""
    text = rules.checked_turn(draft.text)
    if not _claim(session, enquiry, draft.key):
        return
    advance(session, enquiry, Action.ASK, actor=actor, now=now)
    # A colleague may write in place of the consultant who asked.
    name = actor.name if enquiry.is_by_consultant and actor.account_id else enquiry.asker_name
    enquiry.turns.append(_turn(Side.ASKER, text, draft.key, name, actor, now))
    session.flush()
    mails.send_to_provider(session, "written_back", enquiry, site=site, now=now)


def close(session: Session, enquiry: Enquiry, *, actor: Actor, now: datetime) -> None:
    """End the talk, as either side may; what is closed already stays so."""
    _claim(session, enquiry)
    if enquiry.status is not EnquiryStatus.CLOSED:
        advance(session, enquiry, Action.CLOSE, actor=actor, now=now)


def report(session: Session, enquiry: Enquiry, *, actor: Actor, now: datetime) -> None:
    """Close an enquiry as abuse: members read it no more, the municipality does."""
    _claim(session, enquiry)
    if enquiry.status is not EnquiryStatus.REPORTED:
        advance(session, enquiry, Action.REPORT, actor=actor, now=now)


def restore(session: Session, enquiry: Enquiry, *, actor: Actor, now: datetime) -> None:
    """Give an enquiry that is no abuse back to the provider, whose turn it is."""
    _claim(session, enquiry)
    advance(session, enquiry, Action.RESTORE, actor=actor, now=now)


def look_at_reported(session: Session, enquiry: Enquiry, *, actor: Actor, now: datetime) -> None:
    """Log that a moderator reads what was reported."""
    workflow.note(session, enquiry, "enquiry.looked_at", actor=actor, now=now)


def erase(session: Session, enquiry: Enquiry, *, actor: Actor, now: datetime) -> None:
    """Wipe an enquiry whole, as who asked may; its links and its mails go with it."""
    workflow.note(session, enquiry, "enquiry.erased", actor=actor, now=now)
    outbox.forget(session, [enquiry.public_id])
    session.delete(enquiry)
    session.flush()


def _claim(session: Session, enquiry: Enquiry, key: str | None = None) -> bool:
    """Keep others from changing `enquiry` until the commit; tell whether the turn `key` is new."""
    session.refresh(enquiry, with_for_update={"of": Enquiry})
    check_unrestricted(enquiry)
    if key is None:
        return True
    return session.scalar(select(EnquiryTurn.id).where(EnquiryTurn.key == key)) is None


def _turn(
    side: Side, text: str, key: str, author_name: str, actor: Actor, now: datetime
) -> EnquiryTurn:
    return EnquiryTurn(
        key=key, side=side, text=text, author_id=actor.account_id, author_name=author_name, at=now
    )
