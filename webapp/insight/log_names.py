"""What people call that which the log names by its public id: looked up when it is shown."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import JSON, Select, or_, select, type_coerce
from sqlalchemy.orm import Session

from webapp.accounts.models import Account
from webapp.audit.models import AuditEvent
from webapp.core.ids import is_public_id
from webapp.enquiries.models import Enquiry
from webapp.findingplaces.models import FindingPlace
from webapp.municipalities.models import Municipality
from webapp.organisations.models import Organisation
from webapp.placements.models import Placement
from webapp.registrations.models import Registration
from webapp.workplaces.models import Workplace, WorkplaceVersion

Subject = tuple[str | None, str]
# Who asks for a word that everything has in its name is better off with a date.
_MOST = 200
_TITLE = type_coerce(WorkplaceVersion.content, JSON)["title"].as_string()


@dataclass(frozen=True)
class Names:
    """The name of each subject, by kind and id; what is gone is not in it."""

    found: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, kind: str, identifier: str) -> str:
        """Return the name, or '' for what is gone."""
        return self.found.get(kind, {}).get(identifier, "")


def names_in(session: Session, events: Iterable[AuditEvent]) -> Names:
    """Look up everything that `events` name: one statement for each kind of thing."""
    wanted: dict[str, set[str]] = {kind: set() for kind in _QUERIES}
    for event in events:
        for kind, identifier in _named_by(event):
            if kind in wanted:
                wanted[kind].add(identifier)
    return Names(
        {
            kind: {identifier: name for identifier, name in session.execute(_QUERIES[kind](ids))}  # noqa: C416 (rows are not pairs to mypy)
            for kind, ids in wanted.items()
            if ids
        }
    )


def subjects_called(
    session: Session, text: str, codes: Collection[str] | None
) -> frozenset[Subject]:
    """Return what `text` may mean: a public id, a reference, or part of a name.

    Of named municipalities; None is the whole platform.
    """
    if is_public_id(text):
        return frozenset({(None, text)})
    registrations = select(Registration.public_id).where(Registration.reference == text.upper())
    enquiries = select(Enquiry.public_id).where(Enquiry.reference == text.upper())
    organisations = select(Organisation.public_id).where(
        Organisation.name.icontains(text, autoescape=True)
    )
    workplaces = (
        select(Workplace.public_id)
        .distinct()
        .join(Workplace.versions)
        .where(_TITLE.icontains(text, autoescape=True))
    )
    if codes is not None:
        registrations = registrations.where(Registration.municipality_code.in_(codes))
        enquiries = enquiries.where(Enquiry.municipality_code.in_(codes))
        organisations = organisations.where(Organisation.municipality_code.in_(codes))
        workplaces = workplaces.where(
            or_(
                Workplace.municipality_code.in_(codes),
                WorkplaceVersion.municipality_code.in_(codes),
            )
        )
    queries = {
        "registration": registrations,
        "enquiry": enquiries,
        "organisation": organisations,
        "workplace": workplaces,
    }
    found = frozenset(
        (kind, public_id)
        for kind, query in queries.items()
        for public_id in session.scalars(query.limit(_MOST))
    )
    # A question goes by a key of its own.
    return found | {(None, text)}


def _named_by(event: AuditEvent) -> Iterable[tuple[str, str]]:
    yield event.subject_kind, event.subject_id
    if event.actor_public_id is not None:
        yield "account", event.actor_public_id
    if event.municipality_code is not None:
        yield "municipality", event.municipality_code
    if "member" in event.details:
        yield "account", event.details["member"]
    if event.subject_kind == "location_exception":
        yield "workplace", event.details.get("workplace", "")


def _accounts(ids: Collection[str]) -> Select[str, str]:
    return select(Account.public_id, Account.name).where(Account.public_id.in_(ids))


def _organisations(ids: Collection[str]) -> Select[str, str]:
    return select(Organisation.public_id, Organisation.name).where(Organisation.public_id.in_(ids))


def _registrations(ids: Collection[str]) -> Select[str, str]:
    """Name a registration by its reference: the log shows nobody who a resident is."""
    return select(Registration.public_id, Registration.reference).where(
        Registration.public_id.in_(ids)
    )


def _enquiries(ids: Collection[str]) -> Select[str, str]:
    """Name a question by its reference too: whoever asked is no matter of the log."""
    return select(Enquiry.public_id, Enquiry.reference).where(Enquiry.public_id.in_(ids))


def _placements(ids: Collection[str]) -> Select[str, str]:
    """Name a placement by its workplace: the log has no reference."""
    return select(Placement.public_id, Placement.workplace_title).where(
        Placement.public_id.in_(ids)
    )


def _finding_places(ids: Collection[str]) -> Select[str, str]:
    return select(FindingPlace.public_id, FindingPlace.name).where(FindingPlace.public_id.in_(ids))


def _municipalities(ids: Collection[str]) -> Select[str, str]:
    return select(Municipality.code, Municipality.name).where(Municipality.code.in_(ids))


def _workplaces(ids: Collection[str]) -> Select[str, str]:
    """Name a workplace by its latest title, which comes last and stays."""
    return (
        select(Workplace.public_id, _TITLE)
        .join(Workplace.versions)
        .where(Workplace.public_id.in_(ids))
        .order_by(WorkplaceVersion.number)
    )


_QUERIES = {
    "account": _accounts,
    "organisation": _organisations,
    "enquiry": _enquiries,
    "placement": _placements,
    "finding_place": _finding_places,
    "registration": _registrations,
    "municipality": _municipalities,
    "workplace": _workplaces,
}
