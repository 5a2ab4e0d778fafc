"""Finding one's way among many workplaces of one's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import request

from webapp.core.i18n import N_
from webapp.core.text import fold, one_line
from webapp.workplaces.labels import STATUSES
from webapp.workplaces.models import VersionStatus, Workplace

# With fewer than this a provider sees at once what there is.
MANY = 6
_HIDDEN = "hidden"
CHOICES: Mapping[str, str] = {
    **{status: name for status, name in STATUSES.items() if status != VersionStatus.SUPERSEDED},
    _HIDDEN: N_("Verborgen"),
}


@dataclass(frozen=True)
class Narrowing:
    """What a provider looks for: words of the name or the place, and how it stands."""

    text: str
    status: str

    @property
    def is_asked(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.text or self.status)

    def of(self, workplaces: Sequence[Workplace]) -> list[Workplace]:
        """Return those that fit: each word must stand in the name or the place."""
        words = fold(self.text).split()
        return [each for each in workplaces if self._has_status(each) and _has(each, words)]

    def _has_status(self, workplace: Workplace) -> bool:
        if self.status == _HIDDEN:
            return not workplace.is_visible
        return not self.status or workplace.latest_version.status == self.status


def asked_narrowing() -> Narrowing:
    """Return what `?q=` and `?status=` ask for; a status that is none is left out."""
    status = request.args.get("status", "")
    return Narrowing(one_line(request.args.get("q", "")), status if status in CHOICES else "")


def _has(workplace: Workplace, words: Sequence[str]) -> bool:
    content = workplace.latest_version.content
    said = fold(f"{content.title} {content.place}")
    return all(word in said for word in words)
