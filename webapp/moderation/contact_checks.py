"""What a moderator does well to look at in the contact data of a workplace, before it is public."""

from collections.abc import Collection
from enum import StrEnum
from urllib.parse import urlsplit

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.moderation.review import Review
from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.organisations.queries import reachable_members


class ContactSign(StrEnum):
    """Something about the contact person that may be wrong."""

    ELSEWHERE = "elsewhere"
    OF_ANOTHER = "of_another"
    NO_PHONE = "no_phone"


def contact_signs(session: Session, review: Review) -> list[ContactSign]:
    """Return what stands out in how visitors reach the workplace of a version."""
    organisation, content = review.workplace.organisation, review.version.content
    email = content.contact_email.casefold()
    known = {member.email.casefold() for member in reachable_members(session, organisation.id)}
    known.add(organisation.contact_email.casefold())
    signs = []
    if email and not _is_known(email, known, organisation.website):
        signs.append(ContactSign.ELSEWHERE)
    if email and _is_of_another(session, email, organisation):
        signs.append(ContactSign.OF_ANOTHER)
    if not content.contact_phone:
        signs.append(ContactSign.NO_PHONE)
    return signs


def _is_known(email: str, known: Collection[str], website: str) -> bool:
    """Tell whether an address is one of those known, or belongs to the website.

    A colleague's domain proves nothing: many write from a provider that everybody uses.
    """
    domain, host = email.rpartition("@")[2], urlsplit(website).hostname or ""
    site = host.casefold().removeprefix("www.")
    return email in known or bool(site and f".{domain}".endswith(f".{site}"))


def _is_of_another(session: Session, email: str, organisation: Organisation) -> bool:
    """Tell whether another organisation gave the same address as its own."""
    found = session.scalar(
        select(Organisation.id)
        .where(
            Organisation.id != organisation.id,
            Organisation.status != OrganisationStatus.UNCONFIRMED,
            func.lower(Organisation.contact_email) == email,
        )
        .limit(1)
    )
    return found is not None
