"""Reading a file with workplaces, showing what it would do, and keeping its rows as drafts."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from io import StringIO
from itertools import islice

from sqlalchemy import delete
from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.db import changed_by
from webapp.core.errors import InvalidInputError, WrongStatusError
from webapp.municipalities.gazetteer import Gazetteer
from webapp.organisations import log
from webapp.organisations.details import details_of
from webapp.organisations.models import Organisation
from webapp.workplaces.exchange.applying import Applier, Goal
from webapp.workplaces.exchange.columns import FOR_PROVIDERS
from webapp.workplaces.exchange.decoding import decoded
from webapp.workplaces.exchange.drafts import Draft
from webapp.workplaces.exchange.matching import OwnWorkplaces
from webapp.workplaces.exchange.reading import FileRefusedError, Row, rows_in
from webapp.workplaces.models import Workplace
from webapp.workplaces.sheets import queries
from webapp.workplaces.sheets.comparison import compared
from webapp.workplaces.sheets.models import Fate, SheetRow, WorkplaceSheet

KEPT_FOR = timedelta(hours=24)
MAX_BYTES = 2_000_000
MAX_ROWS = 1_000


def keep(
    session: Session,
    organisation: Organisation,
    data: bytes,
    *,
    municipality_code: str,
    actor: Actor,
    now: datetime,
) -> WorkplaceSheet:
    """Keep what the rows of a file would do; the workplaces themselves stay as they are.

    `municipality_code` is where new workplaces are offered of which the file does not say it.
    Whoever sent a file before leaves that behind. Raise FileRefusedError when nothing of the file
    can be read, and WrongStatusError when the organisation may offer nothing.
    """
    _must_offer(organisation)
    rows = _rows_in(data)
    mine = (
        WorkplaceSheet.organisation_id == organisation.id,
        WorkplaceSheet.account_id == actor.account_id,
    )
    session.execute(delete(WorkplaceSheet).where(*mine))
    sheet = WorkplaceSheet(
        organisation=organisation,
        account_id=actor.account_id,
        created_at=now,
        expires_at=now + KEPT_FOR,
        rows=compared(session, organisation, rows, municipality_code=municipality_code),
    )
    session.add(sheet)
    session.flush()
    action = "organisation.sheet_read"
    log.record(session, action, organisation, actor=actor, now=now, rows=len(rows))
    return sheet


def save(session: Session, sheet: WorkplaceSheet, *, actor: Actor, now: datetime) -> None:
    """Make drafts of the new and the changed rows; a second time changes nothing.

    A row of which somebody changed the workplace since it was compared, or began it, is not
    saved and says so. Raise WrongStatusError when the organisation may offer nothing any more.
    """
    session.refresh(sheet, with_for_update={"of": WorkplaceSheet})
    if sheet.saved_at is not None:
        return
    organisation = sheet.organisation
    # Two sheets that begin the same workplace are saved one after the other.
    session.refresh(organisation, with_for_update={"of": Organisation})
    _must_offer(organisation)
    rows = [
        (row, _draft_of(row, organisation, public_id))
        for row, public_id in queries.rows_to_save(session, sheet)
    ]
    own = OwnWorkplaces(session, organisation, [draft for _row, draft in rows])
    applier = Applier(session, Gazetteer(session), Goal.DRAFT, actor, now)
    for row, draft in rows:
        row.fate = _put(applier, own, row, draft, organisation)
    sheet.saved_at = now
    saved = sum(row.fate is Fate.SAVED for row, _draft in rows)
    log.record(
        session,
        "organisation.sheet_saved",
        organisation,
        actor=actor,
        now=now,
        saved=saved,
        left=len(rows) - saved,
    )
    session.flush()


def discard(session: Session, sheet: WorkplaceSheet) -> None:
    """Erase a sheet at once; what was saved of it stays."""
    session.execute(delete(WorkplaceSheet).where(WorkplaceSheet.id == sheet.id))


def purge_expired(session: Session, *, now: datetime) -> int:
    """Erase the sheets of which the time is over."""
    return changed_by(session, delete(WorkplaceSheet).where(WorkplaceSheet.expires_at <= now))


def _must_offer(organisation: Organisation) -> None:
    if not organisation.may_offer:
        raise WrongStatusError(organisation.public_id)


def _rows_in(data: bytes) -> Sequence[Row]:
    if len(data) > MAX_BYTES:
        message = "Het bestand is te groot. Verdeel het over bestanden van hooguit 2 MB."
        raise FileRefusedError(message)
    text = StringIO(decoded(data), newline="")
    rows = list(islice(rows_in(text, FOR_PROVIDERS), MAX_ROWS + 1))
    if len(rows) > MAX_ROWS:
        message = "Er staan te veel regels in. Verdeel ze over bestanden van hooguit 1.000 regels."
        raise FileRefusedError(message)
    if not rows:
        message = "Onder de namen van de kolommen staat nog niets. Vul minstens één regel in."
        raise FileRefusedError(message)
    return rows


def _draft_of(row: SheetRow, organisation: Organisation, public_id: str) -> Draft:
    details, code = details_of(organisation), row.municipality_code or ""
    return Draft(row.line, details, code, row.content.filled(), public_id)


def _put(
    applier: Applier, own: OwnWorkplaces, row: SheetRow, draft: Draft, organisation: Organisation
) -> Fate:
    try:
        workplace = own.find(draft)
        if not _is_as_compared(row, workplace):
            return Fate.OVERTAKEN
        if workplace is None:
            row.workplace = applier.begin(draft, organisation).workplace
        else:
            applier.change(draft, workplace)
    except InvalidInputError:  # it is gone, or a rule became stricter
        return Fate.OVERTAKEN
    return Fate.SAVED


def _is_as_compared(row: SheetRow, workplace: Workplace | None) -> bool:
    if workplace is None:
        return row.lock is None
    return row.lock == workplace.latest_version.lock
