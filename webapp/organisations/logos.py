"""The logo of an organisation: its members put it there and take it off, a municipality may too."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import ConflictError
from webapp.core.text_rules import checked_reason
from webapp.organisations import log
from webapp.organisations.models import Organisation, OrganisationLogo


def put(  # noqa: PLR0913 (what there is to know of a picture)
    session: Session,
    organisation: Organisation,
    *,
    key: str,
    width: int,
    height: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Show the logo that is kept under `key`, in place of the one before; sizes in pixels."""
    logo = _claimed(session, organisation)
    if logo is None:
        organisation.logo = OrganisationLogo(key=key, width=width, height=height)
    else:
        logo.key, logo.width, logo.height = key, width, height
    session.flush()
    log.record(session, "organisation.logo_changed", organisation, actor=actor, now=now)


def remove(session: Session, organisation: Organisation, *, actor: Actor, now: datetime) -> None:
    """Show no logo any more; a second time changes nothing."""
    if _claimed(session, organisation) is None:
        return
    organisation.logo = None
    session.flush()
    log.record(session, "organisation.logo_removed", organisation, actor=actor, now=now)


def take_away(
    session: Session,
    organisation: Organisation,
    *,
    expected_key: str,
    reason: str,
    actor: Actor,
    now: datetime,
) -> None:
    """Take a logo away for a reason that the municipality gives.

    Raise ConflictError when it is not the logo of `expected_key` any more, and InvalidInputError
    without a reason.
    """
    reason = checked_reason(reason)
    logo = _claimed(session, organisation)
    if logo is None or logo.key != expected_key:
        raise ConflictError(organisation.public_id)
    organisation.logo = None
    session.flush()
    log.record(
        session,
        "organisation.logo_taken_away",
        organisation,
        actor=actor,
        now=now,
        reason=reason,
    )


def keys_in_use(session: Session) -> set[str]:
    """Return the keys of the files of all logos."""
    return set(session.scalars(select(OrganisationLogo.key)))


def _claimed(session: Session, organisation: Organisation) -> OrganisationLogo | None:
    """Keep others from changing the organisation until the commit; return its logo now."""
    session.refresh(organisation, with_for_update={"of": Organisation})
    session.expire(organisation, ["logo"])
    return session.get(OrganisationLogo, organisation.id, populate_existing=True)
