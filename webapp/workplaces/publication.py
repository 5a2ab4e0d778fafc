"""What visitors get to see: approving a version, sending it back, hiding and showing."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from webapp.audit.changes import differences
from webapp.core.actor import Actor
from webapp.core.errors import ConflictError, WrongStatusError
from webapp.organisations.models import OrganisationStatus
from webapp.workplaces import log
from webapp.workplaces.claiming import claim
from webapp.workplaces.confirmations.operations import forget_what_was_asked
from webapp.workplaces.models import (
    PublicationChange,
    ServiceArea,
    StatusChange,
    Workplace,
    WorkplaceVersion,
)
from webapp.workplaces.replacements import last_seen_before, replaced_by
from webapp.workplaces.workflow import Action, advance


class OrganisationNotApprovedError(WrongStatusError):
    """The organisation of this workplace must be approved first."""


def approve(
    session: Session, version: WorkplaceVersion, *, expected_lock: int, actor: Actor, now: datetime
) -> None:
    """Show this version to visitors from now on, unless the provider hides the workplace.

    Raise ConflictError when it is not the version that was read any more, WrongStatusError when
    it does not wait for a decision, and OrganisationNotApprovedError.
    """
    workplace = version.workplace
    claim(session, workplace, expected_lock)
    if workplace.organisation.status is not OrganisationStatus.APPROVED:
        raise OrganisationNotApprovedError(workplace.organisation.public_id)
    publish(session, version, actor=actor, now=now)
    session.flush()


def go_live(
    session: Session, version: WorkplaceVersion, *, must_be_seen: bool, actor: Actor, now: datetime
) -> None:
    """Let a change that was just handed in be in public view at once, for its provider.

    One that `must_be_seen` waits for a moderator all the same; so does any that builds on one at
    which nobody looked yet. Errors as `publish`.
    """
    replaced = version.workplace.published_version
    unseen_since = replaced.unseen_since if replaced is not None else None
    publish(session, version, actor=actor, now=now, action=Action.GO_LIVE)
    version.unseen_since = unseen_since or (now if must_be_seen else None)
    session.flush()


def publish(
    session: Session,
    version: WorkplaceVersion,
    *,
    actor: Actor,
    now: datetime,
    action: Action = Action.APPROVE,
) -> None:
    """Put a version of an approved organisation in public view, in place of the one before.

    From now on the workplace is on the site of the municipality that checked this version.
    The caller has claimed the workplace. Nothing is sent to the database yet, so many can be
    published together. Raise WrongStatusError when the version does not wait for a decision.
    """
    workplace, replaced = version.workplace, version.workplace.published_version
    _decide(session, version, action, actor=actor, now=now)
    if replaced is not None:
        advance(replaced, Action.SUPERSEDE, actor=actor, now=now)
        if replaced.checked_by != version.checked_by:
            log.record_version(session, "workplace.left", replaced, actor=actor, now=now)
    workplace.municipality_code = version.checked_by
    workplace.published_version = version
    workplace.published_at = workplace.published_at or now
    forget_what_was_asked(workplace)
    _serve(session, workplace, before=_served_by(replaced), after=_served_by(version))
    if workplace.is_visible:
        _tell_search(session, workplace, now)


def return_to_provider(
    session: Session,
    version: WorkplaceVersion,
    *,
    reason: str,
    expected_lock: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Give a version back to be mended; errors as `approve`, and InvalidInputError for a reason."""
    claim(session, version.workplace, expected_lock)
    _decide(session, version, Action.RETURN, actor=actor, now=now, reason=reason)
    session.flush()


def reject(
    session: Session,
    version: WorkplaceVersion,
    *,
    reason: str,
    expected_lock: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Refuse a version; errors as `approve`, and InvalidInputError for a missing reason."""
    claim(session, version.workplace, expected_lock)
    _decide(session, version, Action.REJECT, actor=actor, now=now, reason=reason)
    session.flush()


def can_be_put_back(version: WorkplaceVersion) -> bool:
    """Tell whether it went live unseen, and its provider is not changing it again already."""
    workplace = version.workplace
    is_live = workplace.published_version is version and version.unseen_since is not None
    return is_live and workplace.latest_version is version


def put_back(
    session: Session,
    version: WorkplaceVersion,
    *,
    reason: str,
    expected_lock: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Show visitors again what was last looked at, and give what came after back to be mended.

    Raise ConflictError when it is not the version that was read any more, WrongStatusError when
    it did not go live unseen, and InvalidInputError for a reason.
    """
    workplace = version.workplace
    claim(session, workplace, expected_lock)
    if not can_be_put_back(version):
        message = f"version {version.number} of {workplace.public_id} cannot be put back"
        raise WrongStatusError(message)
    before = last_seen_before(version)
    _decide(session, version, Action.SEND_BACK, actor=actor, now=now, reason=reason)
    version.unseen_since = None
    _restore(session, workplace, before, actor=actor, now=now)
    session.flush()


def undo(
    session: Session, version: WorkplaceVersion, *, actor: Actor, now: datetime
) -> StatusChange:
    """Undo the decision about a version, so that it waits again; return that decision.

    What visitors saw before it they see again. Raise ConflictError when something happened to
    the workplace since, and WrongStatusError when there is no decision to undo.
    """
    workplace = version.workplace
    latest = claim(session, workplace)
    if not version.changes or latest is not version:
        raise ConflictError(workplace.public_id)
    decision = version.changes[-1]
    if version.changed_at != decision.at:
        raise ConflictError(workplace.public_id)
    was_published = workplace.published_version is version
    advance(version, Action.UNDO, actor=actor, now=now)
    version.decided_at = None
    if was_published:
        _restore(session, workplace, replaced_by(version, decision.at), actor=actor, now=now)
    log.record_version(session, "workplace.undone", version, actor=actor, now=now)
    session.flush()
    return decision


def hide(session: Session, workplace: Workplace, *, actor: Actor, now: datetime) -> None:
    """Let visitors not see the workplace, from now on; it stays hidden when it is approved anew."""
    _set_visible(session, workplace, actor, now, wanted=False)


def show(session: Session, workplace: Workplace, *, actor: Actor, now: datetime) -> None:
    """Let visitors see the workplace, from now on or as soon as a version is approved."""
    _set_visible(session, workplace, actor, now, wanted=True)


def take_off(session: Session, workplace: Workplace, *, now: datetime) -> None:
    """Leave visitors nothing to see of a workplace."""
    if workplace.published_version is None:
        return
    workplace.published_version = None
    workplace.published_at = None
    session.execute(delete(ServiceArea).where(ServiceArea.workplace_id == workplace.id))
    if workplace.is_visible:
        _tell_search(session, workplace, now)


def _restore(
    session: Session,
    workplace: Workplace,
    before: WorkplaceVersion | None,
    *,
    actor: Actor,
    now: datetime,
) -> None:
    """Put the version of before in public view again, or nothing when there was none."""
    served = _served_by(workplace.published_version)
    if before is None:
        workplace.published_at = None
    else:
        advance(before, Action.RESTORE, actor=actor, now=now)
        workplace.municipality_code = before.checked_by
    workplace.published_version = before
    _serve(session, workplace, before=served, after=_served_by(before))
    if workplace.is_visible:
        _tell_search(session, workplace, now)


def _decide(
    session: Session,
    version: WorkplaceVersion,
    action: Action,
    *,
    actor: Actor,
    now: datetime,
    reason: str = "",
) -> None:
    before = version.status
    advance(version, action, actor=actor, now=now, reason=reason)
    version.decided_at = now
    changes = differences({"status": before}, {"status": version.status})
    verb = "went_live" if action is Action.GO_LIVE else version.status.value
    log.record_version(session, f"workplace.{verb}", version, actor=actor, now=now, **changes)


def _served_by(version: WorkplaceVersion | None) -> set[str]:
    """Return the municipalities that a version serves beside the one where it is."""
    if version is None:
        return set()
    return set(version.content.service_area) - {version.delivery_municipality_code}


def _serve(session: Session, workplace: Workplace, *, before: set[str], after: set[str]) -> None:
    """Note which other municipalities a published workplace serves."""
    if before - after:
        session.execute(
            delete(ServiceArea).where(
                ServiceArea.workplace_id == workplace.id,
                ServiceArea.municipality_code.in_(before - after),
            )
        )
    session.add_all(
        ServiceArea(workplace_id=workplace.id, municipality_code=code) for code in after - before
    )


def _set_visible(
    session: Session, workplace: Workplace, actor: Actor, now: datetime, *, wanted: bool
) -> None:
    claim(session, workplace)
    if workplace.is_visible == wanted:
        return
    workplace.is_visible = wanted
    if workplace.published_version_id is not None:
        _tell_search(session, workplace, now)
    action = "workplace.shown" if wanted else "workplace.hidden"
    log.record(session, action, workplace, actor=actor, now=now)


def _tell_search(session: Session, workplace: Workplace, now: datetime) -> None:
    session.add(PublicationChange(workplace_id=workplace.id, at=now))
