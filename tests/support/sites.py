"""A whole site for a test: settings, application, municipalities that take part."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from flask import Flask

from tests.support.databases import SECRET_KEY
from webapp.app import create_app
from webapp.core import clock
from webapp.core.db import Database
from webapp.core.settings import Settings
from webapp.municipalities import operations, queries
from webapp.municipalities.settings import Adjacency, change_settings
from webapp.web.ports import Ports

DEMO_CODES = ("GM0226", "GM0202", "GM0299", "GM0293", "GM0200")


def settings_for(database_url: str, folder: Path, **values: object) -> Settings:
    """Return settings for a test site that keeps its files in `folder`."""
    chosen: dict[str, object] = {
        "rate_limits": False,
        "demo": False,
        "second_factor": "optional",
        **values,
    }
    return Settings(
        data_dir=folder,
        database_url=database_url,
        secret_key=SECRET_KEY,
        **chosen,  # type: ignore[arg-type]
    )


@contextmanager
def application(settings: Settings) -> Iterator[Flask]:
    """Lend the web application for `settings`; at the end it counts and connects no more."""
    app = create_app(settings)
    try:
        yield app
    finally:
        app.extensions["tally"].close()
        cast("Ports", app.extensions["webapp"]).database.dispose()


def let_take_part(database: Database) -> None:
    """Let some municipalities take part; Arnhem counts places as neighbours."""
    with database.writing() as session:
        for code in DEMO_CODES:
            operations.join(session, queries.get_municipality(session, code), now=clock.now())
        change_settings(session, "GM0202", adjacency=Adjacency.PLACE)
