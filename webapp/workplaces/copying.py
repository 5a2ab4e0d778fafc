"""Copying a workplace: a new draft that says the same, under a name by which it is told apart."""

from collections.abc import Collection
from datetime import datetime
from itertools import count
from textwrap import shorten

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import WrongStatusError
from webapp.core.text import fold
from webapp.geo.geocoding import Geocoder
from webapp.workplaces import editing
from webapp.workplaces.models import Workplace
from webapp.workplaces.queries import of_organisations
from webapp.workplaces.rules import MAX_LENGTHS


def copy(
    session: Session,
    workplace: Workplace,
    *,
    public_id: str,
    geocoder: Geocoder,
    actor: Actor,
    now: datetime,
) -> Workplace:
    """Begin a workplace of the same organisation with what the provider last saw of this one.

    It is a draft: nobody but the provider sees it. Raise WrongStatusError when the organisation may
    offer nothing or the workplace was removed, and InvalidInputError when what the workplace says
    cannot be said any more, such as a kind of work that is no longer in the list.
    """
    if not workplace.organisation.may_offer or workplace.removed_at is not None:
        raise WrongStatusError
    content = workplace.latest_version.content
    others = of_organisations(session, {workplace.organisation_id})
    taken = {fold(other.latest_version.content.title) for other in others}
    return editing.offer(
        session,
        workplace.organisation,
        municipality_code=workplace.municipality_code,
        content=content.changed(title=_name_for(content.title, taken)),
        geocoder=geocoder,
        actor=actor,
        now=now,
        public_id=public_id,
    )


def _name_for(title: str, taken: Collection[str]) -> str:
    """Return 'Tuinwerk (kopie)', or 'Tuinwerk (kopie 2)' when there is one already."""
    endings = (f" (kopie {number})" if number > 1 else " (kopie)" for number in count(1))
    names = (_with_ending(title, ending) for ending in endings)
    return next(name for name in names if fold(name) not in taken)


def _with_ending(title: str, ending: str) -> str:
    room = MAX_LENGTHS["title"] - len(ending)
    begin = title if len(title) <= room else shorten(title, room, placeholder="…")
    return f"{begin}{ending}".strip()
