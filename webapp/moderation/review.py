"""Everything that a municipality needs to decide about a workplace or an organisation."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased, contains_eager, joinedload

from webapp.core.errors import NotFoundError
from webapp.organisations.models import Membership, Organisation, OrganisationStatus
from webapp.organisations.queries import get_organisation_of, is_confirmed, others_with_kvk_number
from webapp.workplaces.changes import FieldChange, changes_between
from webapp.workplaces.models import VersionStatus, Workplace, WorkplaceVersion
from webapp.workplaces.replacements import last_seen_before

_WITH_CHECKER = (VersionStatus.SUBMITTED, VersionStatus.RETURNED)


@dataclass(frozen=True)
class Review:
    """A workplace with a version that was submitted, to be read and decided on."""

    workplace: Workplace
    version: WorkplaceVersion

    @property
    def is_waiting(self) -> bool:
        """Whether a decision is asked for."""
        return self.version.status is VersionStatus.SUBMITTED

    @property
    def is_new(self) -> bool:
        """Whether visitors see nothing of this workplace yet."""
        return self.workplace.published_version is None

    @property
    def is_published_version(self) -> bool:
        """Whether this is the version that visitors read, as far as the provider shows it."""
        return self.workplace.published_version_id == self.version.id

    @property
    def is_on_site(self) -> bool:
        """Whether visitors see the workplace now."""
        is_admitted = self.workplace.organisation.status is OrganisationStatus.APPROVED
        return is_admitted and self.workplace.is_visible and not self.is_new

    @property
    def is_published_here(self) -> bool:
        """Whether it is the municipality of this version that published the workplace."""
        return not self.is_new and self.workplace.municipality_code == self.version.checked_by

    @property
    def shared_with(self) -> str | None:
        """The other municipality: that published the workplace, or that checks where it moves."""
        latest = self.workplace.latest_version
        if not self.is_new and not self.is_published_here:
            return self.workplace.municipality_code
        is_elsewhere = latest.checked_by != self.version.checked_by
        return latest.checked_by if is_elsewhere and latest.status in _WITH_CHECKER else None

    def concerns(self, municipality_code: str) -> bool:
        """Tell whether this municipality checks the version or published the workplace."""
        is_on_its_site = not self.is_new and self.workplace.municipality_code == municipality_code
        return is_on_its_site or self.version.checked_by == municipality_code

    @property
    def unseen(self) -> WorkplaceVersion | None:
        """What visitors read and this municipality must still look at; None for nothing."""
        published = self.workplace.published_version
        if published is None or published.unseen_since is None:
            return None
        is_own = published.municipality_code == self.version.municipality_code
        return published if is_own else None

    @property
    def unseen_changes(self) -> tuple[FieldChange, ...]:
        """What is other for visitors than when a moderator last looked: all changes since then."""
        if self.unseen is None:
            return ()
        return _changes(last_seen_before(self.unseen), self.unseen)

    @property
    def changes(self) -> tuple[FieldChange, ...]:
        """What is other than what visitors see now; nothing for a new workplace."""
        return _changes(self.workplace.published_version, self.version)


def _changes(old: WorkplaceVersion | None, new: WorkplaceVersion) -> tuple[FieldChange, ...]:
    return () if old is None else changes_between(old.content, new.content)


@dataclass(frozen=True)
class OrganisationReview:
    """An organisation with who acts for it, what it offers, and who has the same KvK number."""

    organisation: Organisation
    memberships: Sequence[Membership]
    workplaces: Sequence[Review]
    namesakes: Sequence[Organisation]


def get_review(session: Session, public_id: str, municipality_code: str) -> Review:
    """Return a workplace with the version that was submitted last to this municipality.

    A draft is its provider's own business. Raise NotFoundError where there is nothing to read.
    """
    found = reviews(
        session, submitted_workplaces(municipality_code).where(Workplace.public_id == public_id)
    )
    if not found:
        raise NotFoundError(public_id)
    return found[0]


def get_organisation_review(
    session: Session, public_id: str, municipality_code: str
) -> OrganisationReview:
    """Return an organisation that this municipality checks, or raise NotFoundError."""
    organisation = get_organisation_of(session, public_id, municipality_code)
    if organisation.status is OrganisationStatus.UNCONFIRMED:
        raise NotFoundError(public_id)
    memberships = session.scalars(
        select(Membership)
        .where(Membership.organisation_id == organisation.id)
        .options(joinedload(Membership.account))
        .order_by(Membership.id)
    ).all()
    offered = submitted_workplaces().where(Workplace.organisation_id == organisation.id)
    return OrganisationReview(
        organisation=organisation,
        memberships=memberships,
        workplaces=reviews(session, offered.order_by(Workplace.id)),
        namesakes=others_with_kvk_number(session, organisation, organisation.kvk_number),
    )


def submitted_workplaces(
    municipality_code: str | None = None,
) -> Select[Workplace, WorkplaceVersion]:
    """Return a Select of the workplaces that were ever submitted, each with the last that was.

    With a `municipality_code` those that were submitted to it. A version that was replaced by
    that of another municipality is not its business any more; what was removed is nobody's.
    """
    submitted = aliased(WorkplaceVersion)
    last = select(func.max(submitted.number)).where(
        submitted.workplace_id == Workplace.id, submitted.submitted_at.is_not(None)
    )
    found = (
        select(Workplace, WorkplaceVersion)
        .join(Workplace.organisation)
        .join(WorkplaceVersion, WorkplaceVersion.workplace_id == Workplace.id)
        .where(
            is_confirmed(),
            Workplace.removed_at.is_(None),
            WorkplaceVersion.status != VersionStatus.SUPERSEDED,
        )
    )
    if municipality_code is not None:
        last = last.where(submitted.municipality_code == municipality_code)
        found = found.where(WorkplaceVersion.municipality_code == municipality_code)
    return found.where(WorkplaceVersion.number == last.scalar_subquery())


def reviews(session: Session, found: Select[Workplace, WorkplaceVersion]) -> list[Review]:
    """Return what `found` selects, each with its organisation and what visitors see of it."""
    rows = session.execute(
        found.options(
            contains_eager(Workplace.organisation), joinedload(Workplace.published_version)
        )
    )
    return [Review(workplace, version) for workplace, version in rows]
