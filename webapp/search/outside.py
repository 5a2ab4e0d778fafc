"""Workplaces by their words, outside a scope or inside it.

What lies outside, a municipality can only allow as an exception.
"""

from collections.abc import Callable
from itertools import islice

from sqlalchemy import JSON, Select, or_, type_coerce
from sqlalchemy.orm import Session

from webapp.municipalities.models import Municipality
from webapp.organisations.models import Organisation
from webapp.search.document import facts_of_version
from webapp.search.scope import Scope
from webapp.workplaces.models import Workplace, WorkplaceVersion
from webapp.workplaces.public import DELIVERY_MUNICIPALITY, public_workplaces

_CONTENT = type_coerce(WorkplaceVersion.content, JSON)
_TITLE, _PLACE = _CONTENT["title"].as_string(), _CONTENT["place"].as_string()
_SOUGHT_IN = (_TITLE, _PLACE, Organisation.name, Municipality.name)
_MOST_WORDS = 8
# How many workplaces are held in memory at a time.
_BATCH = 50


def workplaces_outside(
    session: Session, scope: Scope, text: str, *, limit: int
) -> list[tuple[Workplace, str]]:
    """Return at most `limit` workplaces in public view that `scope` leaves out, by title.

    Each comes with the name of the municipality where it lies. Each word of `text` must be in the
    title, the place, the name of the organisation or that of the municipality.
    """
    elsewhere = _fitting(text).where(Municipality.code != scope.own)
    return _first(session, elsewhere, lambda each: not is_inside(each, scope), limit)


def workplaces_inside(
    session: Session, scope: Scope, text: str, *, limit: int
) -> list[tuple[Workplace, str]]:
    """Return at most `limit` workplaces in public view that `scope` holds, as above."""
    return _first(session, _fitting(text), lambda each: is_inside(each, scope), limit)


def is_inside(workplace: Workplace, scope: Scope) -> bool:
    """Tell whether a workplace in public view belongs to `scope` by where it lies."""
    version = workplace.published_version
    return version is None or scope.reason_by_rule(facts_of_version(workplace, version)) is not None


def _fitting(text: str) -> Select[Workplace, str]:
    found = (
        public_workplaces()
        .join(Municipality, Municipality.code == DELIVERY_MUNICIPALITY)
        .add_columns(Municipality.name)
    )
    for word in text.split()[:_MOST_WORDS]:
        found = found.where(or_(*(each.icontains(word, autoescape=True) for each in _SOUGHT_IN)))
    return found


def _first(
    session: Session,
    found: Select[Workplace, str],
    is_wanted: Callable[[Workplace], bool],
    limit: int,
) -> list[tuple[Workplace, str]]:
    ordered = found.order_by(_TITLE, Workplace.id).execution_options(yield_per=_BATCH)
    with session.execute(ordered) as rows:
        wanted = ((workplace, name) for workplace, name in rows if is_wanted(workplace))
        return list(islice(wanted, limit))
