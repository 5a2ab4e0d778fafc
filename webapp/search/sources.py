"""The documents of the index, made from the database."""

from collections.abc import Collection, Iterator

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from webapp.municipalities.models import Municipality
from webapp.search import synonyms
from webapp.search.document import SearchDocument, document_of
from webapp.workplaces.models import PublicationChange, Sector, Workplace
from webapp.workplaces.public import DELIVERY_MUNICIPALITY, public_workplaces

# How many workplaces are held in memory at a time.
_BATCH = 200


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


def just_hidden(session: Session) -> frozenset[int]:
    """Return the workplaces that left public view while the index may still hold them."""
    public = public_workplaces().where(Workplace.id == PublicationChange.workplace_id)
    still_there = public.with_only_columns(Workplace.id).exists()
    rows = session.scalars(select(PublicationChange.workplace_id).where(~still_there).distinct())
    return frozenset(rows)


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
