"""The documents of the index, made from the database."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from webapp.municipalities.models import Municipality
from webapp.search import synonyms
from webapp.search.document import SearchDocument, document_of
from webapp.workplaces.models import PublicationChange, Sector, Workplace
from webapp.workplaces.public import DELIVERY_MUNICIPALITY, public_workplaces

# How many workplaces are held in memory at a time.
_BATCH = 200
# Of how many workplaces that changed a moment ago a search looks at the words itself.
_FRESH = 20


def all_documents(session: Session) -> Iterator[SearchDocument]:
    """Yield a document for each workplace in public view, one municipality after another."""
    return _documents(session, public_workplaces())


def documents_in(session: Session, codes: Collection[str]) -> Iterator[SearchDocument]:
    """Yield a document for each workplace in public view that lies in these municipalities."""
    return _documents(session, public_workplaces().where(DELIVERY_MUNICIPALITY.in_(codes)))


def documents_by_ids(session: Session, workplace_ids: Collection[int]) -> Iterator[SearchDocument]:
    """Yield a document for each of these workplaces that is in public view."""
    return _documents(session, public_workplaces().where(Workplace.id.in_(workplace_ids)))


def count_public(session: Session) -> int:
    """Return how many workplaces are in public view."""
    ids = public_workplaces().with_only_columns(Workplace.id).subquery()
    return session.scalar(select(func.count()).select_from(ids)) or 0


# The workplaces that changed, the latest last.
_CHANGED = (
    select(PublicationChange.workplace_id)
    .group_by(PublicationChange.workplace_id)
    .order_by(func.max(PublicationChange.id))
)


@dataclass(frozen=True)
class JustChanged:
    """What the index may not know yet: workplaces that left public view, and others as they are."""

    hidden: frozenset[int] = frozenset()
    fresh: tuple[SearchDocument, ...] = ()


def just_changed(session: Session, codes: Collection[str]) -> JustChanged:
    """Return what changed while the index may still hold it as it was.

    Everything that left public view, and of what came into view or changed there the latest that
    lies in these municipalities: so that who shows a workplace finds it at once, and a list of
    thousands that was just imported holds up nobody.
    """
    changed = session.scalars(_CHANGED).all()
    if not changed:
        return JustChanged()
    waiting = select(PublicationChange.workplace_id)
    public = public_workplaces().with_only_columns(Workplace.id, DELIVERY_MUNICIPALITY)
    where = dict(session.execute(public.where(Workplace.id.in_(waiting))).all())
    latest = [each for each in changed if where.get(each) in codes][-_FRESH:]
    return JustChanged(
        hidden=frozenset(changed) - where.keys(),
        fresh=tuple(documents_by_ids(session, latest)) if latest else (),
    )


def _documents(session: Session, workplaces: Select[Workplace]) -> Iterator[SearchDocument]:
    sector_names = {sector.key: sector.name for sector in session.scalars(select(Sector))}
    municipality_names = {each.code: each.name for each in session.scalars(select(Municipality))}
    same = synonyms.current(session)
    ordered = workplaces.order_by(DELIVERY_MUNICIPALITY, Workplace.id)
    for workplace in session.scalars(ordered.execution_options(yield_per=_BATCH)):
        version = workplace.published_version
        code = version.delivery_municipality_code if version else None
        yield document_of(
            workplace,
            sector_names=sector_names,
            municipality_name=municipality_names.get(code or workplace.municipality_code, ""),
            synonyms=same,
        )
