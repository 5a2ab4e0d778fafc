"""What one version of a workplace says otherwise than another."""

from dataclasses import dataclass
from typing import Any

from webapp.workplaces.content import WorkplaceContent


@dataclass(frozen=True)
class FieldChange:
    """A field that would change for visitors."""

    field: str
    old: Any
    new: Any


def changes_between(old: WorkplaceContent, new: WorkplaceContent) -> tuple[FieldChange, ...]:
    """Return the fields in which `new` differs from `old`, in their order."""
    return tuple(
        FieldChange(name, getattr(old, name), getattr(new, name)) for name in old.differences(new)
    )
