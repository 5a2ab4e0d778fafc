"""How far a workplace is filled in: what the task list tells."""

from dataclasses import dataclass
from enum import StrEnum

from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.rules import REQUIRED, problems_at_submission
from webapp.workplaces.sections import FIELDS, Section


class SectionState(StrEnum):
    """How far one section is."""

    EMPTY = "empty"
    STARTED = "started"
    COMPLETE = "complete"


@dataclass(frozen=True)
class Completeness:
    """How many of the sections that must be filled in are complete."""

    done: int
    total: int

    @property
    def is_complete(self) -> bool:
        """Whether the workplace can be submitted."""
        return self.done == self.total


def is_required(section: Section) -> bool:
    """Tell whether anything in `section` must be filled in."""
    return any(name in REQUIRED for name in FIELDS[section])


def section_state(content: WorkplaceContent, section: Section) -> SectionState:
    """Return how far `section` is filled in; a section without duties is never 'started'."""
    filled = WorkplaceContent().differences(content)
    if not set(filled) & set(FIELDS[section]):
        return SectionState.EMPTY
    return (
        SectionState.STARTED if problems_at_submission(content, section) else SectionState.COMPLETE
    )


def completeness(content: WorkplaceContent) -> Completeness:
    """Return how far the sections with duties are."""
    sections = [section for section in Section if is_required(section)]
    states = [section_state(content, section) for section in sections]
    return Completeness(done=states.count(SectionState.COMPLETE), total=len(sections))
