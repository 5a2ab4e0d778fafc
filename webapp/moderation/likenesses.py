"""Workplaces that may be the one in hand, offered twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from sqlalchemy import JSON, or_, type_coerce
from sqlalchemy.orm import Session

from webapp.core.text import fold
from webapp.moderation.review import Review, reviews, submitted_workplaces
from webapp.organisations.models import Organisation
from webapp.workplaces.models import Workplace, WorkplaceVersion

# From here on two titles are taken for the same: one other word in four, or some slips.
_ALIKE = 0.8
_LOOKED_AT = 300
_SHOWN = 5


class Sign(StrEnum):
    """Why another workplace may be the same one."""

    TITLE = "title"
    ADDRESS = "address"
    KVK_NUMBER = "kvk_number"


@dataclass(frozen=True)
class Likeness:
    """Another workplace of the municipality, and what it has in common."""

    review: Review
    signs: tuple[Sign, ...]


def likenesses(session: Session, review: Review) -> Sequence[Likeness]:
    """Return the few workplaces of its municipality that are most like this one.

    An organisation that offers much at one address is no sign; two that do are. A title counts
    within the organisation or the place.
    """
    organisation, content = review.workplace.organisation, review.version.content
    of_version = type_coerce(WorkplaceVersion.content, JSON)
    near = [
        Workplace.organisation_id == organisation.id,
        of_version["place"].as_string() == content.place,
    ]
    if organisation.kvk_number:
        near.append(Organisation.kvk_number == organisation.kvk_number)
    found = submitted_workplaces(review.version.checked_by).where(
        Workplace.id != review.workplace.id, Workplace.removed_at.is_(None), or_(*near)
    )
    others = reviews(session, found.order_by(Workplace.id.desc()).limit(_LOOKED_AT))
    alike = [Likeness(other, _signs(review, other)) for other in others]
    alike.sort(key=lambda each: -len(each.signs))
    return [each for each in alike if each.signs][:_SHOWN]


def _signs(one: Review, other: Review) -> tuple[Sign, ...]:
    is_of_another = one.workplace.organisation_id != other.workplace.organisation_id
    mine, theirs = one.version.content, other.version.content
    number = one.workplace.organisation.kvk_number
    has_number = number and number == other.workplace.organisation.kvk_number
    signs = {
        Sign.TITLE: _is_alike(fold(mine.title), fold(theirs.title)),
        Sign.ADDRESS: is_of_another and _address(one) == _address(other) != ("", ""),
        Sign.KVK_NUMBER: is_of_another and has_number,
    }
    return tuple(sign for sign, holds in signs.items() if holds)


def _address(review: Review) -> tuple[str, str]:
    content = review.version.content
    return fold(content.postcode), fold(content.house_number)


def _is_alike(one: str, other: str) -> bool:
    compared = SequenceMatcher(None, one, other, autojunk=False)
    return compared.quick_ratio() >= _ALIKE and compared.ratio() >= _ALIKE
