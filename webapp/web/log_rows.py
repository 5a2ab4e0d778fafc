"""One event of the log as people read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.core.i18n import N_
from webapp.insight.log_names import Names, names_in
from webapp.organisations.labels import MEMBER_ROLES
from webapp.organisations.models import MemberRole
from webapp.placements.labels import MARKS
from webapp.placements.vocabulary import MarkKind
from webapp.web.log_fields import choices_of, label_of
from webapp.web.log_words import (
    action_in_words,
    doer_in_words,
    subject_in_words,
    value_in_words,
)
from webapp.web.staff_roles import role_label
from webapp.workplaces.removals.labels import REASONS
from webapp.workplaces.removals.models import RemovalReason

# What is told in a number, or in how many there are.
_COUNTS: Mapping[str, str] = {
    "registrations": N_("Aantal aanmeldingen: %(count)s"),
    "erased": N_("Aantal aanmeldingen: %(count)s"),
    "placements": N_("Aantal plaatsingen: %(count)s"),
    "removed": N_("Aantal regels: %(count)s"),
}


@dataclass(frozen=True)
class LogRow:
    """What was done, by whom, to what, when; `lines` tell more, such as before and after.

    `who` and `what` are the ids by which one asks for more of the same.
    """

    at: datetime
    action: str
    who: str | None
    doer: str
    what: str
    subject: str
    municipality: str
    lines: tuple[str, ...]


def rows_of(
    session: Session, events: Iterable[AuditEvent], field_labels: Mapping[str, str]
) -> list[LogRow]:
    """Return events in words; `field_labels` holds what more fields are called."""
    events = list(events)
    names = names_in(session, events)
    return [_row(event, names, field_labels) for event in events]


def _row(event: AuditEvent, names: Names, field_labels: Mapping[str, str]) -> LogRow:
    kind, identifier = event.subject_kind, event.subject_id
    public_id = event.actor_public_id
    code = event.municipality_code
    return LogRow(
        at=event.at,
        action=action_in_words(event.action),
        who=public_id,
        doer=doer_in_words(event.actor_kind, public_id, names.of("account", public_id or "")),
        what=identifier,
        subject=subject_in_words(kind, identifier, _name_of(event, names)),
        municipality=names.of("municipality", code) if code else "",
        lines=tuple(_lines(event, names, field_labels)),
    )


def _name_of(event: AuditEvent, names: Names) -> str:
    if event.subject_kind == "location_exception":
        return names.of("workplace", event.details.get("workplace", ""))
    return names.of(event.subject_kind, event.subject_id)


def _lines(event: AuditEvent, names: Names, field_labels: Mapping[str, str]) -> Iterable[str]:
    details, kind = event.details, event.subject_kind
    for name, (old, new) in details.get("changes", {}).items():
        choices = choices_of(kind, name)
        yield _(
            "%(field)s: eerst “%(old)s”, nu “%(new)s”",
            field=_(label_of(kind, name, field_labels)),
            old=value_in_words(old, choices),
            new=value_in_words(new, choices),
        )
    unsaid = [name for name in details.get("fields", ()) if name not in details.get("changes", {})]
    if unsaid:
        labels = ", ".join(_(label_of(kind, name, field_labels)) for name in unsaid)
        yield _("Ook anders: %(fields)s", fields=labels)
    if "role" in details:
        yield _("Rol: %(role)s", role=_role_in_words(kind, details["role"]))
    if "member" in details:
        member = names.of("account", details["member"]) or _("Iemand die hier niet meer werkt")
        yield _("Wie: %(name)s", name=member)
    for name, sentence in _COUNTS.items():
        if name in details:
            found = details[name]
            yield _(sentence, count=len(found) if isinstance(found, list) else found)
    yield from _why(details)


def _why(details: Mapping[str, Any]) -> Iterable[str]:
    if "mark" in details:
        yield str(_(MARKS[MarkKind(details["mark"])]))
    if details.get("reason"):
        yield _("Reden: %(reason)s", reason=_reason_in_words(details["reason"]))


def _role_in_words(subject_kind: str, role: str) -> str:
    """Return what a role is called: of a member in an organisation, or of staff."""
    if subject_kind == "organisation":
        return str(_(MEMBER_ROLES[MemberRole(role)]))
    return role_label(RoleName(role))


def _reason_in_words(reason: str) -> str:
    """Return a reason: chosen from a list, or in somebody's own words."""
    return str(_(REASONS[RemovalReason(reason)])) if reason in set(RemovalReason) else reason
