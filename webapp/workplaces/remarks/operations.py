"""Saying what is not right about a workplace, and what became of it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.db import changed_by
from webapp.core.errors import InvalidInputError, WrongStatusError, refuse
from webapp.core.i18n import N_
from webapp.core.ids import new_public_id, new_reference
from webapp.core.text_rules import length_problem
from webapp.mail import addresses, outbox
from webapp.mail.site import MailSite
from webapp.organisations.queries import reachable_members
from webapp.workplaces import log
from webapp.workplaces.models import Workplace
from webapp.workplaces.remarks.models import RemarkStatus, WorkplaceRemark

VISITOR = Actor(account_id=None, name="bezoeker")
KEPT = timedelta(days=365)
TEXT_MAX_LENGTH = 2000
NOTE_MAX_LENGTH = 500


@dataclass(frozen=True)
class RemarkDraft:
    """What a visitor fills in; `key` makes it one remark, however often it is sent."""

    text: str
    email: str = ""
    key: str = field(default_factory=new_public_id)


def make(
    session: Session,
    workplace: Workplace,
    draft: RemarkDraft,
    *,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> WorkplaceRemark:
    """Say what is not right about a workplace; the provider hears that somebody did.

    Raise InvalidInputError for `text` and `email`.
    """
    refuse(_problems(draft.text, draft.email))
    remark = WorkplaceRemark(
        public_id=draft.key,
        reference=new_reference(),
        workplace=workplace,
        text=draft.text,
        email=addresses.normalise(draft.email) if draft.email else "",
        created_at=now,
    )
    session.add(remark)
    session.flush()
    log.record(session, "remark.made", workplace, actor=actor, now=now, remark=remark.public_id)
    _tell_provider(session, remark, site, now)
    return remark


def handle(  # noqa: PLR0913 (what every operation takes, and two of its own)
    session: Session,
    remark: WorkplaceRemark,
    outcome: RemarkStatus,
    *,
    note: str,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Note what became of a remark; who left an address hears it, and the address is wiped.

    Raise WrongStatusError when somebody else was first, and InvalidInputError for `outcome` and
    `note`.
    """
    problem = length_problem(note, NOTE_MAX_LENGTH)
    refuse({"note": problem} if problem else {})
    if outcome is RemarkStatus.WAITING:
        raise InvalidInputError({"outcome": N_("Kies wat je ermee deed.")})
    session.refresh(remark, with_for_update={"of": WorkplaceRemark})
    if remark.status is not RemarkStatus.WAITING:
        raise WrongStatusError(remark.public_id)
    remark.status, remark.note = outcome, note.strip()
    remark.handled_by, remark.handled_at = actor.name, now
    action, workplace = f"remark.{outcome}", remark.workplace
    log.record(session, action, workplace, actor=actor, now=now, remark=remark.public_id)
    if remark.email:
        _tell_visitor(session, remark, site, now)
    remark.email = ""
    session.flush()


def purge(session: Session, *, now: datetime) -> int:
    """Forget the remarks of long ago, whatever became of them."""
    return changed_by(
        session, delete(WorkplaceRemark).where(WorkplaceRemark.created_at < now - KEPT)
    )


def _problems(text: str, email: str) -> dict[str, str]:
    problem = length_problem(text, TEXT_MAX_LENGTH)
    if not text.strip():
        problem = N_("Schrijf op wat er niet klopt.")
    problems = {"text": problem} if problem else {}
    try:
        addresses.normalise(email or "naam@voorbeeld.nl")
    except InvalidInputError as refusal:
        problems |= refusal.problems
    return problems


def _tell_provider(
    session: Session, remark: WorkplaceRemark, site: MailSite, now: datetime
) -> None:
    for member in reachable_members(session, remark.workplace.organisation_id):
        outbox.enqueue(
            session,
            "workplaces/remark_made",
            to=member.email,
            site=site,
            now=now,
            name=member.name,
            title=_title(remark),
            public_id=remark.public_id,
        )


def _tell_visitor(session: Session, remark: WorkplaceRemark, site: MailSite, now: datetime) -> None:
    outbox.enqueue(
        session,
        "workplaces/remark_handled",
        to=remark.email,
        site=site,
        now=now,
        about=remark.public_id,
        reference=remark.reference,
        title=_title(remark),
        is_done=remark.status is RemarkStatus.DONE,
        note=remark.note,
    )


def _title(remark: WorkplaceRemark) -> str:
    workplace = remark.workplace
    return (workplace.published_version or workplace.latest_version).content.title
