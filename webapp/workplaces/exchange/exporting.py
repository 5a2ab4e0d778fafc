"""Writing workplaces as rows that can be imported elsewhere."""

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from webapp.municipalities.models import Municipality
from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.exchange.accessibility import write_accessibility
from webapp.workplaces.exchange.cells import write_days, write_items
from webapp.workplaces.exchange.columns import COLUMNS, FIELDS
from webapp.workplaces.exchange.formulas import guarded
from webapp.workplaces.models import VersionStatus, Workplace, WorkplaceVersion

_AT_ONCE = 500


def write_rows(session: Session, file: TextIO) -> int:
    """Write the workplaces on the site, and those that wait to be, to `file`; return how many.

    Of a workplace that is published this is what visitors read. A workplace that is hidden stays
    out: an import elsewhere would show it. Where the municipality of the work takes no part, the
    one that checks the workplace stands in its place.
    """
    writer = csv.DictWriter(file, COLUMNS, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    count = 0
    for row in _rows(session):
        writer.writerow({column: guarded(text) for column, text in row.items()})
        count += 1
    return count


def own_rows(workplaces: Iterable[Workplace]) -> Iterator[dict[str, str]]:
    """Return the newest of each workplace as its provider knows it, with its `id`.

    Hidden ones and drafts too: it is their own.
    """
    for workplace in workplaces:
        yield {
            **_cells(workplace.latest_version.content),
            "id": workplace.public_id,
            "organisatie": workplace.organisation.name,
            "kvk_nummer": workplace.organisation.kvk_number or "",
            "gemeente_code": workplace.municipality_code,
        }


def _rows(session: Session) -> Iterator[dict[str, str]]:
    found = session.execute(_exported(), execution_options={"yield_per": _AT_ONCE})
    for name, kvk_number, code, content in found:
        yield {
            **_cells(content),
            "organisatie": name,
            "kvk_nummer": kvk_number or "",
            "gemeente_code": code,
        }


def _exported() -> Select[str, str | None, str, WorkplaceContent]:
    is_published = and_(
        WorkplaceVersion.id == Workplace.published_version_id,
        Organisation.status == OrganisationStatus.APPROVED,
    )
    waits = and_(
        Workplace.published_version_id.is_(None),
        WorkplaceVersion.status == VersionStatus.SUBMITTED,
        Organisation.status.in_((OrganisationStatus.SUBMITTED, OrganisationStatus.APPROVED)),
    )
    return (
        select(
            Organisation.name,
            Organisation.kvk_number,
            func.coalesce(Municipality.code, Workplace.municipality_code),
            WorkplaceVersion.content,
        )
        .join(WorkplaceVersion.workplace)
        .join(Workplace.organisation)
        .outerjoin(
            Municipality,
            and_(
                Municipality.code == WorkplaceVersion.delivery_municipality_code,
                Municipality.joined_at.is_not(None),
            ),
        )
        .where(Workplace.is_visible, or_(is_published, waits))
        .order_by(Workplace.id)
    )


def _cells(content: WorkplaceContent) -> dict[str, str]:
    cells = {column: _cell(getattr(content, field)) for column, field in FIELDS.items()}
    cells["dagen"] = write_days(content.day_parts)
    cells["toegankelijkheid"] = write_accessibility(content.wheelchair, content.accessibility_notes)
    return cells


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return write_items(value)
    return "" if value is None else str(value)
