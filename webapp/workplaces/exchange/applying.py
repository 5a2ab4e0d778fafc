"""What one good row does: to an organisation, and to a workplace."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import InvalidInputError
from webapp.municipalities.gazetteer import Gazetteer
from webapp.organisations import operations as organisations
from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.workplaces import editing, log, publication, rules, submission
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.exchange.columns import by_column
from webapp.workplaces.exchange.drafts import Draft
from webapp.workplaces.exchange.matching import KnownOrganisations
from webapp.workplaces.models import VersionStatus, Workplace, WorkplaceVersion
from webapp.workplaces.tidying import tidy
from webapp.workplaces.workflow import Action, can

ADDRESS = frozenset({"street", "house_number", "postcode", "place"})


class Goal(StrEnum):
    """How far a workplace gets by being imported; a draft needs no `bring_to_goal`."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    PUBLISHED = "published"


class Outcome(StrEnum):
    """What came of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    BAD = "bad"


@dataclass(frozen=True)
class Applier:
    """Applies rows to the database, without a statement for each."""

    session: Session
    gazetteer: Gazetteer
    goal: Goal
    actor: Actor
    now: datetime

    def organisation_of(self, draft: Draft, known: KnownOrganisations) -> Organisation:
        """Return the organisation of a row, a known one or a new one, admitted when publishing.

        Raise InvalidInputError for one that the municipality refused.
        """
        details, code = draft.organisation, draft.municipality_code
        organisation = known.find(details, code)
        if organisation is None:
            organisation = organisations.take_in(
                self.session, details, municipality_code=code, actor=self.actor, now=self.now
            )
            known.add(organisation, code)
        if organisation.status is OrganisationStatus.REJECTED:
            problem = "De gemeente heeft deze organisatie afgewezen."
            raise InvalidInputError({"organisatie": problem})
        is_waiting = organisation.status is OrganisationStatus.SUBMITTED
        if is_waiting and self.goal is Goal.PUBLISHED:
            organisations.admit(self.session, organisation, actor=self.actor, now=self.now)
        return organisation

    def put(
        self, draft: Draft, organisation: Organisation, workplace: Workplace | None
    ) -> tuple[Outcome, WorkplaceVersion | None]:
        """Let a workplace (None: a new one) say what the row says.

        Return the version that must still be brought to the goal, or None. Raise
        InvalidInputError when the row does not fit what the workplace says already.
        """
        if workplace is None:
            return Outcome.NEW, self.begin(draft, organisation)
        same = self._version_that_says(draft, workplace)
        if same is None:
            return Outcome.CHANGED, self.change(draft, workplace)
        if self.goal is Goal.PUBLISHED and same.status is VersionStatus.SUBMITTED:
            return Outcome.CHANGED, same
        return Outcome.UNCHANGED, None

    def begin(self, draft: Draft, organisation: Organisation) -> WorkplaceVersion:
        """Return the first version, a draft, of a workplace that says what the row says."""
        workplace = editing.begin(
            organisation,
            municipality_code=draft.municipality_code,
            content=draft.content,
            now=self.now,
        )
        self._put_on_map(workplace.latest_version, draft)
        self.session.add(workplace)
        log.record(self.session, "workplace.offered", workplace, actor=self.actor, now=self.now)
        return workplace.latest_version

    def change(self, draft: Draft, workplace: Workplace) -> WorkplaceVersion:
        """Return the version in which a workplace says what the row says.

        The caller has claimed the workplace. Raise InvalidInputError when the row does not fit
        what it says already.
        """
        content = merged(workplace.latest_version.content, draft.values)
        wrong = by_column(rules.wrong_in(content))
        if wrong:
            raise InvalidInputError(wrong)
        version = editing.editable_version(workplace, now=self.now)
        before, version.content, version.changed_at = version.content, content, self.now
        changes = log.content_changes(before, content)
        if self.goal is Goal.DRAFT:
            if ADDRESS & set(before.differences(content)):
                self._put_on_map(version, draft)
        else:
            if self._checker_of(version) != draft.municipality_code:
                self._put_on_map(version, draft)
            version.municipality_code = draft.municipality_code
        log.record(
            self.session,
            "workplace.changed",
            workplace,
            actor=self.actor,
            now=self.now,
            **changes,
        )
        return version

    def bring_to_goal(self, version: WorkplaceVersion) -> None:
        """Hand a version in, and publish it where that is the goal."""
        if can(version, Action.SUBMIT):
            submission.hand_in(
                self.session,
                version,
                municipality_code=version.checked_by,
                actor=self.actor,
                now=self.now,
            )
        if self.goal is Goal.PUBLISHED:
            publication.publish(self.session, version, actor=self.actor, now=self.now)

    def _version_that_says(self, draft: Draft, workplace: Workplace) -> WorkplaceVersion | None:
        """Return the published or else the latest version, if that says what the row says."""
        for version in (workplace.published_version, workplace.latest_version):
            if version is None:
                continue
            is_same = merged(version.content, draft.values) == version.content
            if is_same and self._checker_of(version) == draft.municipality_code:
                return version
        return None

    def _checker_of(self, version: WorkplaceVersion) -> str:
        """Return the municipality of the work, or, as that takes no part, the one that checks."""
        code = version.delivery_municipality_code
        return code if code in self.gazetteer.taking_part else version.workplace.municipality_code

    def _put_on_map(self, version: WorkplaceVersion, draft: Draft) -> None:
        """Keep the municipality of the row; a postcode across its border only gives the point.

        Of a draft the municipality follows from the postcode, as in the provider's own form.
        """
        address = {"postcode": version.content.postcode, "place": version.content.place}
        if self.goal is Goal.DRAFT:
            located = self.gazetteer.locate_by_postcode(**address)
        else:
            located = self.gazetteer.locate(draft.municipality_code, **address)
        editing.put_at(version, located)


def merged(content: WorkplaceContent, values: Mapping[str, Any]) -> WorkplaceContent:
    """Return `content` with what a row fills in; an empty cell leaves what is known."""
    return tidy(content.changed(**values))
