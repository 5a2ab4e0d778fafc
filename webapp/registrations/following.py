"""Following a registration up: taking it, and trying to reach the resident."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.accounts.models import Account, RoleName
from webapp.accounts.queries import reachable_staff
from webapp.core.actor import Actor
from webapp.core.errors import InvalidInputError
from webapp.core.i18n import N_
from webapp.core.text_rules import length_problem
from webapp.registrations.models import ContactAttempt, Registration
from webapp.registrations.vocabulary import ContactChannel, ContactOutcome
from webapp.registrations.workflow import check_open, note

NOTE_MAX_LENGTH = 500


def who_can_take(session: Session, municipality_code: str) -> dict[str, Account]:
    """Return by public id who follows registrations up in a municipality, in order of name."""
    people = {
        account.public_id: account
        for role in (RoleName.CONSULTANT, RoleName.MODERATOR)
        for account in reachable_staff(session, role, municipality_code)
    }
    return dict(sorted(people.items(), key=lambda item: item[1].name.casefold()))


def assign(
    session: Session,
    registration: Registration,
    public_id: str,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Let the account with `public_id` follow the registration up; '' lets go of it.

    Raise ConflictError when it is no longer the version that the actor saw, InvalidInputError for
    somebody who does not work for its municipality, and WrongStatusError when nothing is to do.
    """
    check_open(registration, expected_version)
    people = who_can_take(session, registration.municipality_code)
    if public_id and public_id not in people:
        raise InvalidInputError({"assignee": N_("Kies iemand uit de lijst.")})
    registration.follow_up.assignee = people.get(public_id)
    registration.changed_at = now
    who = {"member": public_id} if public_id else {}
    note(session, registration, "registration.assigned", actor=actor, now=now, **who)
    session.flush()


def take_if_nobodys(session: Session, registration: Registration, actor: Actor) -> None:
    """Let who does something with a registration follow it up, where nobody did."""
    if registration.follow_up.assignee is None and actor.account_id is not None:
        registration.follow_up.assignee = session.get(Account, actor.account_id)


def note_attempt(  # noqa: PLR0913 (an attempt has three parts)
    session: Session,
    registration: Registration,
    channel: ContactChannel,
    outcome: ContactOutcome,
    text: str,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Keep that the actor tried to reach the resident; who does so takes what nobody took.

    What the resident wrote is dealt with once they spoke to each other.
    `text` is for colleagues, and wiped with the resident's data. Errors as `assign`, and
    InvalidInputError for a text that is too long.
    """
    check_open(registration, expected_version)
    problem = length_problem(text, NOTE_MAX_LENGTH)
    if problem:
        raise InvalidInputError({"note": problem})
    attempt = ContactAttempt(
        channel=channel,
        outcome=outcome,
        note=text,
        actor_id=actor.account_id,
        actor_name=actor.name,
        at=now,
    )
    registration.attempts.append(attempt)
    if outcome is ContactOutcome.REACHED:
        registration.deal_with_news(now)
    take_if_nobodys(session, registration, actor)
    registration.changed_at = now
    details = {"channel": channel.value, "outcome": outcome.value}
    note(session, registration, "registration.contact_tried", actor=actor, now=now, **details)
    session.flush()
