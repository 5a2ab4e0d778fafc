"""What a file would do, read before anything is saved; the one button that saves it as drafts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.i18n import N_
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.field_comparison import Comparison, compare
from webapp.web.paging import Paging, asked_page
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import own_organisation, page, provider
from webapp.web.workplace_facts import Fact, facts_of
from webapp.web.workplace_media import MediaAddresses
from webapp.web.workplace_words import Names, names_in
from webapp.workplaces.changes import changes_between
from webapp.workplaces.exchange.applying import Outcome, merged
from webapp.workplaces.sheets import operations as sheets
from webapp.workplaces.sheets import queries
from webapp.workplaces.sheets.models import Fate, SheetRow, WorkplaceSheet

# A comparison can take as long as its texts are: a page of these stays quick.
_ON_A_PAGE = 10
# What an outcome is called, and the kind of its badge.
_OUTCOMES: Mapping[Outcome, tuple[str, str]] = {
    Outcome.BAD: (N_("Klopt nog niet"), "error"),
    Outcome.CHANGED: (N_("Gewijzigd"), "warning"),
    Outcome.NEW: (N_("Nieuw"), "info"),
    Outcome.UNCHANGED: (N_("Ongewijzigd"), "neutral"),
}
_FATES: Mapping[Fate, tuple[str, str]] = {
    Fate.SAVED: (N_("Bewaard als concept"), "ok"),
    Fate.OVERTAKEN: (N_("Niet bewaard"), "error"),
}


@dataclass(frozen=True)
class ShownRow:
    """A row as the page shows it.

    `workplace_id` is the public id of its workplace, '' where it has none. `is_overtaken` tells
    that the workplace was changed since it was compared: then there is nothing to compare.
    """

    line: int
    title: str
    status: tuple[str, str]
    problems: Mapping[str, str]
    comparisons: Sequence[Comparison]
    facts: Sequence[Fact]
    workplace_id: str
    is_overtaken: bool


@blueprint.get("/aanbieder/organisaties/<public_id>/inlezen/<sheet_id>")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def sheet(public_id: str, sheet_id: str) -> str:
    """Show what each row would do, or once it was saved what became of it."""
    mine = _own_sheet(public_id, sheet_id)
    counts = queries.counts_of(db(), mine)
    paging = asked_page(sum(counts.values()), size=_ON_A_PAGE)
    rows = queries.rows_of(db(), mine, offset=paging.offset, limit=paging.size)
    return page(
        "sheet",
        organisation=mine.organisation,
        sheet=mine,
        counts=_counted(counts, paging),
        to_save=counts[Outcome.NEW] + counts[Outcome.CHANGED],
        fates=queries.fates_of(db(), mine) if mine.saved_at else None,
        rows=_shown(mine, rows),
        paging=paging,
    )


@blueprint.post("/aanbieder/organisaties/<public_id>/inlezen/<sheet_id>/bewaren")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def sheet_save(public_id: str, sheet_id: str) -> Response:
    """Keep what is new and what changed as drafts: once, however often it is pressed."""
    mine = _own_sheet(public_id, sheet_id)
    sheets.save(db(), mine, actor=provider().actor, now=clock.now())
    address = url_for("provider.sheet", public_id=public_id, sheet_id=sheet_id)
    return redirect(address, code=303)


@blueprint.post("/aanbieder/organisaties/<public_id>/inlezen/<sheet_id>/weggooien")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def sheet_discard(public_id: str, sheet_id: str) -> Response:
    """Erase what was read of the file."""
    sheets.discard(db(), _own_sheet(public_id, sheet_id))
    flash(_("Het bestand is weggegooid."), "ok")
    return redirect(url_for("provider.sheet_upload", public_id=public_id), code=303)


def _own_sheet(public_id: str, sheet_id: str) -> WorkplaceSheet:
    """Return a sheet that who is signed in sent for this organisation; 404 for any other."""
    organisation, account_id = own_organisation(public_id), provider().actor.account_id
    return queries.get_sheet(db(), sheet_id, organisation, account_id=account_id, now=clock.now())


def _counted(counts: Mapping[Outcome, int], paging: Paging) -> list[tuple[str, str]]:
    """Return each outcome in words, with the address of the page on which its rows begin."""
    counted, before = [], 0
    for outcome, count in counts.items():
        if count:
            number = before // paging.size + 1
            counted.append((_in_words(outcome, count), Paging.url_of(number)))
        before += count
    return counted


def _in_words(outcome: Outcome, count: int) -> str:
    words = {
        Outcome.BAD: ngettext(
            "%(num)s regel klopt nog niet", "%(num)s regels kloppen nog niet", count
        ),
        Outcome.CHANGED: ngettext(
            "%(num)s werkplek verandert", "%(num)s werkplekken veranderen", count
        ),
        Outcome.NEW: ngettext("%(num)s nieuwe werkplek", "%(num)s nieuwe werkplekken", count),
        Outcome.UNCHANGED: ngettext(
            "%(num)s werkplek blijft gelijk", "%(num)s werkplekken blijven gelijk", count
        ),
    }
    return str(words[outcome])


def _shown(mine: WorkplaceSheet, rows: Sequence[SheetRow]) -> list[ShownRow]:
    known = [row.workplace.latest_version.content for row in rows if row.workplace]
    names = names_in(db(), *known, *(row.content for row in rows))
    return [_shown_row(row, names, is_saved=mine.saved_at is not None) for row in rows]


def _shown_row(row: SheetRow, names: Names, *, is_saved: bool) -> ShownRow:
    is_overtaken = row.fate is Fate.OVERTAKEN or (not is_saved and _has_changed(row))
    is_compared = not is_saved and not is_overtaken
    name, kind = _FATES[row.fate] if row.fate else _OUTCOMES[row.outcome]
    is_new = row.outcome is Outcome.NEW
    return ShownRow(
        line=row.line,
        title=row.title or str(_("Werkplek zonder naam")),
        status=(str(_(name)), kind),
        problems=row.problems,
        comparisons=_comparisons(row, names) if is_compared else (),
        facts=facts_of(row.content, row.content.filled(), names) if is_compared and is_new else (),
        workplace_id=row.workplace.public_id if row.workplace else "",
        is_overtaken=is_overtaken,
    )


def _has_changed(row: SheetRow) -> bool:
    """Tell whether the workplace of a row is not as it was when the row was compared."""
    if row.lock is None:
        return False
    return row.workplace is None or row.workplace.latest_version.lock != row.lock


def _comparisons(row: SheetRow, names: Names) -> list[Comparison]:
    if row.workplace is None or row.outcome is not Outcome.CHANGED:
        return []
    addresses = MediaAddresses("provider", row.workplace.public_id)
    old = row.workplace.latest_version.content
    changes = changes_between(old, merged(old, row.content.filled()))
    return [compare(change, names, addresses) for change in changes]
