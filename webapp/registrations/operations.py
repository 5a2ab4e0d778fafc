"""Registering a resident, looking at a registration, correcting it, and taking it back."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from webapp.audit.changes import differences
from webapp.audit.operations import record
from webapp.core.actor import Actor, ActorKind
from webapp.core.errors import InvalidInputError, WrongStatusError
from webapp.core.ids import hash_secret, new_reference, new_secret
from webapp.core.restricting import check_unrestricted
from webapp.languages.catalogues import DUTCH
from webapp.mail import addresses, outbox
from webapp.mail.site import MailSite
from webapp.municipalities.models import Municipality
from webapp.registrations import contact as contacts
from webapp.registrations import mails, queries, rules, workflow
from webapp.registrations.contact import Contact
from webapp.registrations.draft import RegistrationDraft
from webapp.registrations.models import (
    Agreement,
    FilledInBy,
    FollowUp,
    Registration,
    RegistrationStatus,
)
from webapp.workplaces.public import find_public_workplace

LINK_LASTS = timedelta(days=90)
RESIDENT = Actor(account_id=None, name="inwoner", kind=ActorKind.RESIDENT)


def register(  # noqa: PLR0913 (what every operation takes, and three of its own)
    session: Session,
    draft: RegistrationDraft,
    *,
    municipality: Municipality,
    site: MailSite,
    actor: Actor,
    now: datetime,
    is_mailed: bool = True,
) -> Registration:
    """Make a registration of `draft`, and mail the resident and the staff [S0 1.1, S4].

    A draft that was sent before gives the registration that it made then. A draft that cannot be
    used raises InvalidInputError. To who gave no e-mail address the caller shows the private link;
    `is_mailed` spares a mailbox.
    """
    made = queries.find_by_key(session, draft.key, municipality.code)
    if made is not None:
        return made
    problems = rules.problems_of(session, draft, near=municipality.code)
    if problems:
        raise InvalidInputError(problems)
    registration = _filled_in(session, draft, municipality.code, now)
    try:
        with session.begin_nested():
            session.add(registration)
    except IntegrityError:  # the same draft was sent twice at the same moment
        return queries.get_registration(session, draft.key, municipality.code)
    workflow.note(session, registration, "registration.made", actor=actor, now=now)
    if registration.email and is_mailed:
        mails.send_received(session, registration, draft.link_secret, site=site, now=now)
    mails.send_new_for_staff(session, registration, site=site, now=now)
    return registration


def look(
    session: Session, registration: Registration, *, purpose: str, actor: Actor, now: datetime
) -> None:
    """Log that a member of staff looks at a registration, and what for."""
    workflow.note(
        session, registration, "registration.looked_at", actor=actor, now=now, purpose=purpose
    )


def look_at_list(
    session: Session,
    registrations: Sequence[Registration],
    *,
    municipality_code: str,
    purpose: str,
    actor: Actor,
    now: datetime,
) -> None:
    """Log that a member of staff looks at a list, and at whose registrations that was."""
    record(
        session,
        "registrations.listed",
        subject=("municipality", municipality_code),
        actor=actor,
        now=now,
        municipality_code=municipality_code,
        purpose=purpose,
        registrations=[registration.public_id for registration in registrations],
    )


def correct_contact(  # noqa: PLR0913 (what every operation takes, and a link)
    session: Session,
    registration: Registration,
    contact: Contact,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
    link_in_use: str = "",
) -> None:
    """Replace how the resident can be reached, and where they live.

    With another address each private link ends, but for the one with the secret `link_in_use`.
    Raise ConflictError when somebody else was first, and InvalidInputError for what cannot be.
    """
    workflow.check_version(registration, expected_version)
    _check_not_withdrawn(registration)
    problems = contacts.problems_of(session, contact, near=registration.municipality_code)
    if problems:
        raise InvalidInputError(problems)
    before = asdict(registration.contact)
    _put_contact(session, registration, contact)
    if registration.email != before["email"]:
        # What was mailed there may have come to a stranger.
        outbox.forget(session, [registration.public_id])
        keep_link(registration, link_in_use)
    registration.changed_at = now
    # A resident's data are not in the log: only which of them were corrected.
    fields = differences(before, asdict(registration.contact))["fields"]
    workflow.note(
        session, registration, "registration.corrected", actor=actor, now=now, fields=fields
    )
    session.flush()


def withdraw(
    session: Session,
    registration: Registration,
    *,
    site: MailSite | None,
    actor: Actor,
    now: datetime,
) -> None:
    """Wipe everything personal at once; reference, status and dates are kept.

    The resident does this by the private link, or has staff do it. Without a `site` no mail tells
    of it. Raise WrongStatusError when it was done before, and RestrictedError when staff may not.
    """
    _check_not_withdrawn(registration)
    if actor.kind is ActorKind.PERSON:
        check_unrestricted(registration)
    address, site = registration.email, site and site.in_language(registration.language)
    _wipe(registration)
    workflow.log_step(registration, RegistrationStatus.WITHDRAWN, actor=actor, now=now)
    workflow.note(session, registration, "registration.withdrawn", actor=actor, now=now)
    outbox.forget(session, [registration.public_id])
    if address and site:
        mails.send_withdrawn(session, registration, address, site=site, now=now)
    session.flush()


def _filled_in(
    session: Session, draft: RegistrationDraft, municipality_code: str, now: datetime
) -> Registration:
    workplace = find_public_workplace(session, draft.workplace_public_id or "")
    registration = Registration(
        public_id=draft.key,
        reference=new_reference(),
        municipality_code=municipality_code,
        workplace_id=workplace.id if workplace else None,
        filled_in_by=draft.filled_in_by,
        helper_name=draft.helper_name,
        sectors=list(draft.sectors),
        wishes=draft.wishes,
        day_parts=list(draft.day_parts),
        needs=list(draft.needs),
        needs_notes=draft.needs_notes,
        language=draft.language,
        link_hash=hash_secret(draft.link_secret),
        link_expires_at=now + LINK_LASTS,
        created_at=now,
        changed_at=now,
        follow_up=FollowUp(),
        agreement=_agreement(draft),
    )
    _put_contact(session, registration, draft.contact)
    return registration


def _agreement(draft: RegistrationDraft) -> Agreement | None:
    is_by_consultant = draft.filled_in_by is FilledInBy.CONSULTANT
    return Agreement(agreed_with=draft.agreed_with) if is_by_consultant else None


def _put_contact(session: Session, registration: Registration, contact: Contact) -> None:
    near = registration.municipality_code
    residence = contacts.find_residence(session, contact.residence, near=near)
    registration.name = contact.name
    registration.email = addresses.normalise(contact.email) if contact.email else ""
    registration.phone = contact.phone
    registration.postcode4 = residence.postcode4 if residence else ""
    registration.place_name = residence.place_name if residence else ""


def give_link(registration: Registration, *, now: datetime) -> str:
    """Give a registration another private link, and end those before it; return its secret."""
    secret = new_secret()
    keep_link(registration, "")
    registration.link_hash, registration.link_expires_at = hash_secret(secret), now + LINK_LASTS
    return secret


def keep_link(registration: Registration, secret: str) -> None:
    """End each private link of a registration but the one with this secret ('': all of them)."""
    kept = hash_secret(secret) if secret else ""
    for link in [each for each in registration.links if each.secret_hash != kept]:
        registration.links.remove(link)
    if registration.link_hash != kept:
        registration.link_hash = registration.link_expires_at = None


def _wipe(registration: Registration) -> None:
    registration.language = DUTCH.code
    for text in ("name", "helper_name", "email", "phone", "postcode4", "place_name", "wishes"):
        setattr(registration, text, "")
    registration.needs_notes = ""
    registration.sectors, registration.day_parts, registration.needs = [], [], []
    registration.workplace_id = None
    registration.follow_up.clear()
    registration.attempts.clear()
    registration.agreement = None
    registration.messages.clear()
    keep_link(registration, "")


def _check_not_withdrawn(registration: Registration) -> None:
    if registration.status is RegistrationStatus.WITHDRAWN:
        raise WrongStatusError(registration.public_id)
