"""Workplaces, and whom they also serve, when a municipality goes into another."""

from collections.abc import Collection

from sqlalchemy import String, cast, delete, or_, select, update
from sqlalchemy.orm import Session

from webapp.mergers.change import Change, run
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.models import PublicationChange, ServiceArea, Workplace, WorkplaceVersion
from webapp.workplaces.public import DELIVERY_MUNICIPALITY


def touched_workplaces(session: Session, change: Change) -> Collection[int]:
    """Return the published workplaces that lie in the old municipality or also serve it."""
    published = select(Workplace.id).join(Workplace.published_version)
    serving = select(ServiceArea.workplace_id).where(ServiceArea.municipality_code == change.old)
    return {
        *session.scalars(published.where(DELIVERY_MUNICIPALITY.in_([change.old]))),
        *session.scalars(serving),
    }


def tell_search(session: Session, workplace_ids: Collection[int], change: Change) -> None:
    """Let the search index follow."""
    session.add_all(
        PublicationChange(workplace_id=workplace_id, at=change.now)
        for workplace_id in sorted(workplace_ids)
    )


def move_service_areas(session: Session, change: Change) -> int:
    """Let what served the old one serve the new one, once, and not beside lying there itself."""
    serving = select(ServiceArea.workplace_id)
    already = set(session.scalars(serving.where(ServiceArea.municipality_code == change.new)))
    there = set(
        session.scalars(
            select(Workplace.id)
            .join(Workplace.published_version)
            .where(DELIVERY_MUNICIPALITY.in_((change.old, change.new)))
        )
    )
    moved = set(session.scalars(serving.where(ServiceArea.municipality_code == change.old)))
    session.execute(delete(ServiceArea).where(ServiceArea.municipality_code == change.old))
    session.execute(
        delete(ServiceArea).where(
            ServiceArea.municipality_code == change.new, ServiceArea.workplace_id.in_(there)
        )
    )
    session.add_all(
        ServiceArea(workplace_id=workplace_id, municipality_code=change.new)
        for workplace_id in sorted(moved - already - there)
    )
    session.flush()
    return len(moved)


def move_codes_in_content(session: Session, change: Change) -> int:
    """Say so in the content of every version that serves the old one, or both."""
    both = {change.old, change.new}
    columns = (
        WorkplaceVersion.id,
        WorkplaceVersion.content,
        WorkplaceVersion.delivery_municipality_code,
    )
    count = 0
    as_text = cast(WorkplaceVersion.content, String)
    naming_them = select(*columns).where(or_(*(as_text.contains(f'"{code}"') for code in both)))
    for version_id, content, code in session.execute(naming_them).all():
        served = _served(content, change, lies_there=code in both)
        if served != content.service_area:
            values = {"content": content.changed(service_area=served)}
            statement = update(WorkplaceVersion).where(WorkplaceVersion.id == version_id)
            count += run(session, statement.values(values))
    return count


def _served(content: WorkplaceContent, change: Change, *, lies_there: bool) -> tuple[str, ...]:
    renamed = (change.new if code == change.old else code for code in content.service_area)
    codes = tuple(dict.fromkeys(renamed))
    return tuple(code for code in codes if code != change.new) if lies_there else codes
