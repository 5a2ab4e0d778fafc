"""Alembic, configured in code: no ini file, the same on a checkout and from a wheel."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from webapp.core import resources


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the database to `revision`."""
    command.upgrade(_config(engine), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the database back to `revision`."""
    command.downgrade(_config(engine), revision)


def current(engine: Engine) -> str | None:
    """Return the revision of the database, or None for an empty one."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str:
    """Return the newest revision of the code."""
    (newest,) = scripts().get_heads()
    return newest


def scripts() -> ScriptDirectory:
    """Return the folder of migrations."""
    return ScriptDirectory(str(resources.folder("migrations")))


def _config(engine: Engine) -> Config:
    config = Config()
    config.set_main_option("script_location", str(resources.folder("migrations")))
    config.attributes["engine"] = engine
    return config
