"""Where a word can turn up that stands nowhere but where it must: database, files, other people."""

from pathlib import Path

from flask import Flask
from sqlalchemy import inspect, literal_column, select, table
from sqlalchemy.types import NullType

from tests.support.page_client import PageClient
from tests.support.people import ARNHEM, staff_member
from webapp.accounts.models import RoleName
from webapp.core.db import Database

_GEOGRAPHY = {"place", "place_neighbour", "postcode_area"}
_LIST = "/consulent/aanmeldingen"


def kept_in(database: Database) -> dict[str, str]:
    """Return by table all that the database holds, as whoever copies it reads it."""
    with database.engine.connect() as connection:
        names = set(inspect(connection).get_table_names()) - _GEOGRAPHY
        whole = select(literal_column("*", type_=NullType()))
        held = {name: connection.execute(whole.select_from(table(name))).all() for name in names}
        return {name: str(rows) for name, rows in held.items()}


def files_under(folder: Path) -> dict[str, bytes]:
    """Return by name what the files hold that are no database."""
    return {
        str(file): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and "sqlite3" not in file.name
    }


def elsewhere(app: Flask, path: str) -> str:
    """Return what another municipality, a visitor, and a moderator's log and figures show."""
    arnhem = staff_member(app, RoleName.CONSULTANT, ARNHEM, host="arnhem.localhost:5000")
    moderator = staff_member(app, RoleName.MODERATOR)
    looks = [
        (arnhem, (_LIST, path, f"{path}/inzage.json")),
        (PageClient(app), ("/", "/werkplekken", "/readyz", path)),
        (moderator, ("/moderatie/logboek", "/moderatie/logboek.csv", "/moderatie/cijfers")),
    ]
    return " ".join(who.raw(way).text for who, ways in looks for way in ways)
