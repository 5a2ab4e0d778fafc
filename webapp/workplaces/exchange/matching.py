"""What the database knows already of a batch of rows: its organisations and its workplaces."""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from sqlalchemy import JSON, or_, select, type_coerce
from sqlalchemy.orm import Session, selectinload

from webapp.core.errors import InvalidInputError
from webapp.core.text import fold
from webapp.organisations.details import OrganisationDetails
from webapp.organisations.models import Organisation
from webapp.organisations.names import may_be_same
from webapp.organisations.queries import is_confirmed
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.exchange.drafts import Draft
from webapp.workplaces.models import VersionStatus, Workplace, WorkplaceVersion

_TITLE = type_coerce(WorkplaceVersion.content, JSON)["title"].as_string()
_NOT_YOURS = (
    "Deze werkplek staat niet bij jouw organisatie. Neem het id over uit je eigen lijst, of maak "
    "de cel leeg voor een nieuwe werkplek."
)
_OFF_SITE = (VersionStatus.REJECTED, VersionStatus.WITHDRAWN)


class WorkplaceKey(NamedTuple):
    """By what a workplace is known again: who offers it, what it is called, where it is."""

    organisation: str
    title: str
    address: tuple[str, ...]


def key_of(organisation: Organisation, content: WorkplaceContent) -> WorkplaceKey:
    """Return the key of a workplace of `organisation` that has this content."""
    address = (content.street, content.house_number, content.postcode, content.place)
    return WorkplaceKey(
        organisation.public_id, content.title, tuple(fold(line) for line in address)
    )


class KnownOrganisations:
    """The organisations of a batch, by KvK number, and by name and municipality."""

    def __init__(self, session: Session, drafts: Collection[Draft]) -> None:
        """Load them, kept from others until the commit.

        An organisation counts as one of each municipality in which it has a workplace.
        """
        numbers = {draft.organisation.kvk_number for draft in drafts} - {""}
        codes = {draft.municipality_code for draft in drafts}
        names = {fold(draft.organisation.name) for draft in drafts}
        columns = (Organisation.id, Organisation.name, Organisation.kvk_number)
        own = select(*columns, Organisation.municipality_code).where(
            or_(Organisation.kvk_number.in_(numbers), Organisation.municipality_code.in_(codes)),
            is_confirmed(),
        )
        through_workplaces = (
            select(*columns, Workplace.municipality_code)
            .join(Workplace, Workplace.organisation_id == Organisation.id)
            .where(Workplace.municipality_code.in_(codes), is_confirmed())
            .distinct()
        )
        by_number: dict[str, list[int]] = {}
        by_name: dict[tuple[str, str], int] = {}
        for statement in (own, through_workplaces):
            for key, name, number, code in session.execute(statement.order_by(Organisation.id)):
                if number in numbers:
                    by_number.setdefault(number, []).append(key)
                if fold(name) in names:
                    by_name.setdefault((fold(name), code), key)
        found = _locked(session, {*chain.from_iterable(by_number.values()), *by_name.values()})
        self._by_number = {
            number: [found[key] for key in keys] for number, keys in by_number.items()
        }
        self._by_name = {name: found[key] for name, key in by_name.items()}

    def find(self, details: OrganisationDetails, municipality_code: str) -> Organisation | None:
        """Return the organisation with this number, or else with this name and not another's.

        Raise InvalidInputError when the number is of an organisation that has another name.
        """
        numbered = self._by_number.get(details.kvk_number, [])
        for organisation in numbered:
            if may_be_same(organisation.name, details.name):
                return organisation
        if numbered:
            raise InvalidInputError({"kvk_nummer": _not_theirs(numbered[0])})
        named = self._by_name.get((fold(details.name), municipality_code))
        is_another = named and named.kvk_number and details.kvk_number
        return None if is_another else named

    def add(self, organisation: Organisation, municipality_code: str) -> None:
        """Know one more organisation."""
        if organisation.kvk_number:
            self._by_number.setdefault(organisation.kvk_number, []).append(organisation)
        self._by_name.setdefault((fold(organisation.name), municipality_code), organisation)


def known_workplaces(
    session: Session, drafts: Iterable[tuple[Organisation, Draft]]
) -> dict[WorkplaceKey, Workplace]:
    """Return the workplaces that are known again, with all versions, kept from others.

    A workplace is known by what its published and its latest version say. Where one was taken
    off the site and another has the same key, the other is meant.
    """
    pairs = list(drafts)
    ids = {organisation.id for organisation, _ in pairs}
    return _by_key(_candidates(session, ids, [draft for _, draft in pairs]))


class OwnWorkplaces:
    """The workplaces of one organisation that some rows may be about."""

    def __init__(
        self, session: Session, organisation: Organisation, drafts: Collection[Draft]
    ) -> None:
        """Load them with all versions, kept from others until the commit."""
        found = _candidates(session, {organisation.id}, drafts)
        self._organisation = organisation
        self._by_id = {workplace.public_id: workplace for workplace in found}
        self._by_key = _by_key(found)

    def find(self, draft: Draft) -> Workplace | None:
        """Return the workplace with the id in the row, or for a row without one by its key.

        Raise InvalidInputError for an id that is not of this organisation, or not any more.
        """
        if not draft.public_id:
            return self._by_key.get(key_of(self._organisation, draft.content))
        if draft.public_id not in self._by_id:
            raise InvalidInputError({"id": _NOT_YOURS})
        return self._by_id[draft.public_id]


def _candidates(
    session: Session, organisation_ids: Collection[int], drafts: Collection[Draft]
) -> Sequence[Workplace]:
    """Return the workplaces of these organisations with an id or a title out of the rows."""
    named = (
        select(WorkplaceVersion.workplace_id)
        .join(WorkplaceVersion.workplace)
        .where(
            Workplace.organisation_id.in_(organisation_ids),
            Workplace.removed_at.is_(None),
            or_(
                _TITLE.in_({draft.content.title for draft in drafts}),
                Workplace.public_id.in_({draft.public_id for draft in drafts} - {""}),
            ),
        )
    )
    return session.scalars(
        select(Workplace)
        .where(Workplace.id.in_(named))
        .options(
            selectinload(Workplace.organisation),
            selectinload(Workplace.versions).selectinload(WorkplaceVersion.changes),
        )
        .order_by(Workplace.id)
        .with_for_update()
    ).all()


def _by_key(found: Sequence[Workplace]) -> dict[WorkplaceKey, Workplace]:
    by_key: dict[WorkplaceKey, Workplace] = {}
    for workplace in sorted(found, key=_is_on_site):
        for version in (workplace.latest_version, workplace.published_version):
            if version is not None:
                by_key[key_of(workplace.organisation, version.content)] = workplace
    return by_key


def _is_on_site(workplace: Workplace) -> bool:
    return workplace.latest_version.status not in _OFF_SITE


def _not_theirs(organisation: Organisation) -> str:
    return (
        f"Dit nummer is van '{organisation.name}'. Verbeter het nummer of de naam van de "
        "organisatie."
    )


def _locked(session: Session, ids: set[int]) -> dict[int, Organisation]:
    rows = session.scalars(
        select(Organisation)
        .where(Organisation.id.in_(ids))
        .order_by(Organisation.id)
        .with_for_update()
    )
    return {organisation.id: organisation for organisation in rows}
