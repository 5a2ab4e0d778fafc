"""Fixtures that every kind of test may ask for."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from flask import Flask
from sqlalchemy.orm import Session

from tests.support import databases, sites
from tests.support.command_line import CommandLine
from tests.support.page_client import PageClient
from webapp.core.db import Database
from webapp.core.settings import Settings

ENGINE = os.environ.get("TEST_DATABASE", "sqlite")


@pytest.fixture(autouse=True)
def _logging_as_in_a_new_process() -> Iterator[None]:
    """Let no test keep the log level that a command or an application set before it."""
    yield
    structlog.reset_defaults()


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return databases.filled_sqlite(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def _postgresql() -> Iterator[Database]:
    with databases.own_postgresql() as database:
        yield database


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with the geography and nothing else."""
    if ENGINE == "postgresql":
        shared: Database = request.getfixturevalue("_postgresql")
        databases.reset_postgresql(shared)
        return shared.engine.url.render_as_string(hide_password=False)
    return databases.copied_sqlite(request.getfixturevalue("_template"), tmp_path)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A database with the geography and nothing else, on the engine of this run."""
    opened = Database(database_url, databases.SEALER)
    yield opened
    opened.engine.dispose()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A writing session that is rolled back at the end unless the test commits it."""
    with database.session(writing=True) as opened:
        yield opened


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """The settings of the site under test."""
    return sites.settings_for(database_url, tmp_path)


@pytest.fixture
def app(settings: Settings, database: Database) -> Iterator[Flask]:
    """The application, with some municipalities that take part."""
    sites.let_take_part(database)
    with sites.application(settings) as created:
        yield created


@pytest.fixture
def visitor(app: Flask) -> PageClient:
    """Somebody who looks at Duiven's site."""
    return PageClient(app)


@pytest.fixture
def command_line(database_url: str, tmp_path: Path) -> CommandLine:
    """The command line of a site with the geography and nothing else."""
    return CommandLine(database_url, tmp_path)
