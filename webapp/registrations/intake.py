"""Planning the first talk between a resident and the municipality [S4]."""

from datetime import datetime

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import InvalidInputError
from webapp.core.i18n import N_
from webapp.core.text_rules import length_problem
from webapp.mail.site import MailSite
from webapp.registrations import mails
from webapp.registrations.following import take_if_nobodys
from webapp.registrations.models import Registration, RegistrationStatus
from webapp.registrations.workflow import check_open, log_step, note

PLACE_MAX_LENGTH = 200


def plan_intake(  # noqa: PLR0913 (what every operation takes, and two of its own)
    session: Session,
    registration: Registration,
    at: datetime,
    place: str,
    *,
    expected_version: int,
    site: MailSite,
    actor: Actor,
    now: datetime,
) -> None:
    """Plan the intake, or plan it anew, and mail the resident when and where it is.

    What was new is in its intake from then on. Raise ConflictError when it is no longer the version
    that the actor saw, WrongStatusError when nothing is left to do, and InvalidInputError.
    """
    check_open(registration, expected_version)
    problems = {
        "day": N_("Kies een moment dat nog komt.") if at <= now else None,
        "place": length_problem(place, PLACE_MAX_LENGTH)
        or (None if place else N_("Vul in waar het gesprek is.")),
    }
    found = {name: sentence for name, sentence in problems.items() if sentence}
    if found:
        raise InvalidInputError(found)
    registration.follow_up.intake_at, registration.follow_up.intake_place = at, place
    take_if_nobodys(session, registration, actor)
    if registration.status is RegistrationStatus.NEW:
        log_step(registration, RegistrationStatus.INTAKE, actor=actor, now=now)
    registration.changed_at = now
    note(session, registration, "registration.intake_planned", actor=actor, now=now)
    if registration.email:
        mails.send_intake(session, registration, at, site=site, now=now)
    session.flush()
