"""The import of official boundaries: shows what would change, asks, and does it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from sqlalchemy.orm import Session

from webapp.cli.index import catch_up
from webapp.cli.installation import UserError, current_database
from webapp.core import clock
from webapp.core.actor import SYSTEM
from webapp.core.settings import Settings
from webapp.geo.geojson import BadFileError, Crs, read_areas
from webapp.municipalities import boundary_import, queries
from webapp.municipalities.boundary_import import Differences, ImportRefusedError, Proposal
from webapp.workplaces import relocating

# How many of a kind are shown.
_SHOWN = 20


def take_in(file: Path, places: Path | None, crs: str, *, is_sure: bool) -> None:
    """Take over the boundaries in `file`, and the places in `places` if given."""
    settings = Settings.from_env()
    try:
        areas = read_areas(file, Crs(crs))
        of_places = read_areas(places, Crs(crs)) if places else None
        with current_database(settings) as database:
            with database.reading() as session:
                shown = boundary_import.propose(session, areas, of_places).differences
                lines = list(_summary(session, shown))
            click.echo("\n".join(lines) or "Nothing would change.")
            if of_places is None and (shown.new or shown.gone):
                click.echo("Places and postcode areas stay as they are: --places renews them.")
            if not shown or not (is_sure or click.confirm("Apply this?")):
                return
            with database.writing() as session:
                proposal = boundary_import.propose(session, areas, of_places)
                _apply(session, proposal, shown)
            catch_up(settings, database)
    except (BadFileError, ImportRefusedError) as error:
        raise UserError(str(error)) from error
    click.echo("Applied.")


def _apply(session: Session, proposal: Proposal, shown: Differences) -> None:
    if proposal.differences != shown:
        message = "The tables were changed meanwhile. Look again."
        raise UserError(message)
    now = clock.now()
    boundary_import.apply(session, proposal, today=clock.today(), actor=SYSTEM, now=now)
    relocating.find_places_anew(session, now=now)
    relocating.tell_new_names(session, [code for code, _, _ in shown.renamed], now=now)


def _summary(session: Session, differences: Differences) -> Iterator[str]:
    """Yield what would change, a line each."""
    known = {each.code: each.name for each in queries.all_municipalities(session)}
    new = dict(differences.new)

    def named(code: str) -> str:
        return f"{code} {new.get(code) or known[code]}"

    def pair(codes: tuple[str, str]) -> str:
        return " - ".join(map(named, codes))

    yield from _listed("New", map(named, new))
    yield from _listed("Gone, kept as history", map(named, differences.gone))
    yield from _listed(
        "Renamed", (f"{code} {old} -> {name}" for code, old, name in differences.renamed)
    )
    yield from _listed("New neighbours", map(pair, differences.pairs_added))
    yield from _listed("No longer neighbours", map(pair, differences.pairs_removed))
    yield from _listed("New places", differences.places_new)
    yield from _listed("Places that are gone", differences.places_gone)
    yield from _listed("Postcode areas in another municipality", differences.postcodes_moved)


def _listed(title: str, items: Iterable[str]) -> Iterator[str]:
    found = list(items)
    if found:
        yield f"{title}: {len(found)}"
        yield from (f"  {item}" for item in found[:_SHOWN])
    if len(found) > _SHOWN:
        yield f"  and {len(found) - _SHOWN} more"
