"""Which workplaces the public may see: published, shown by the provider, organisation approved."""

from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, contains_eager

from webapp.core.ids import is_public_id
from webapp.core.text import fold
from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.workplaces.models import Workplace, WorkplaceVersion

# Where the work is; an address that is not understood counts for who checks the workplace.
DELIVERY_MUNICIPALITY = func.coalesce(
    WorkplaceVersion.delivery_municipality_code, Workplace.municipality_code
)


def public_workplaces() -> Select[Workplace]:
    """Return a Select of the workplaces in public view, each with its version and organisation.

    Both come along in the same statement, so a list costs one statement however long it is.
    """
    return (
        select(Workplace)
        .join(Workplace.published_version)
        .join(Workplace.organisation)
        .where(Workplace.is_visible, Organisation.status == OrganisationStatus.APPROVED)
        .options(
            contains_eager(Workplace.published_version),
            contains_eager(Workplace.organisation),
        )
    )


def find_public_workplace(session: Session, public_id: str) -> Workplace | None:
    """Return the workplace with this public id, or None when the public may not see it."""
    if not public_id.isalnum():  # not one of ours, and not all of it fit for every database
        return None
    return session.scalar(public_workplaces().where(Workplace.public_id == public_id))


def find_public_workplaces(session: Session, public_ids: Sequence[str]) -> list[Workplace]:
    """Return the workplaces with these public ids, in that order, as far as the public may see."""
    wanted = [public_id for public_id in public_ids if is_public_id(public_id)]
    found = session.scalars(public_workplaces().where(Workplace.public_id.in_(wanted)))
    by_id = {workplace.public_id: workplace for workplace in found}
    return [by_id[public_id] for public_id in wanted if public_id in by_id]


def public_of_municipality(session: Session, municipality_code: str) -> Sequence[Workplace]:
    """Return the workplaces in public view that a municipality checks, the newest first."""
    return session.scalars(
        public_workplaces()
        .where(Workplace.municipality_code == municipality_code)
        .order_by(Workplace.published_at.desc(), Workplace.id.desc())
    ).all()


def public_lying_in(session: Session, municipality_code: str) -> Sequence[Workplace]:
    """Return the workplaces in public view that lie in a municipality, whoever checks them.

    They come by title.
    """
    inside = public_workplaces().where(DELIVERY_MUNICIPALITY.in_([municipality_code]))
    found = session.scalars(inside.order_by(Workplace.id)).all()
    return sorted(found, key=lambda each: fold(each.published_version.content.title))  # type: ignore[union-attr]


def public_of_organisation(session: Session, public_id: str) -> Sequence[Workplace]:
    """Return the workplaces in public view of an organisation, on all sites, the newest first."""
    if not is_public_id(public_id):
        return []
    return session.scalars(
        public_workplaces()
        .where(Organisation.public_id == public_id)
        .order_by(Workplace.published_at.desc(), Workplace.id.desc())
    ).all()


def find_public_organisation(session: Session, public_id: str) -> Organisation | None:
    """Return the organisation with this public id that has a workplace in public view, or None."""
    if not is_public_id(public_id):
        return None
    offering = public_workplaces().where(Organisation.public_id == public_id).limit(1)
    found = session.scalar(offering)
    return found.organisation if found else None


def count_public_in(session: Session, municipality_code: str) -> int:
    """Return how many workplaces in public view are in a municipality."""
    inside = public_workplaces().where(DELIVERY_MUNICIPALITY.in_([municipality_code]))
    return session.scalar(inside.with_only_columns(func.count())) or 0
