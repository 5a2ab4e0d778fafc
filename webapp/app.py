"""The composition root: reads the settings, chooses the adapters, and joins the rooms."""

from webapp.core import logs, resources
from webapp.core.db import Database
from webapp.core.private_files import keep_private
from webapp.core.sealing import Sealer
from webapp.core.settings import Settings
from webapp.geo.adapters import create_geocoder
from webapp.media import scanners, storages
from webapp.media.uploads import Uploads
from webapp.search import engines
from webapp.search.in_step import keep_in_step
from webapp.web.application import Application
from webapp.web.ports import Ports
from webapp.web.register import register


def create_app(settings: Settings | None = None) -> Application:
    """Return the web application for `settings` (default: those of the environment)."""
    keep_private()
    settings = settings or Settings.from_env()
    logs.configure(settings.log_level)
    app = Application(
        "webapp",
        template_folder=str(resources.folder("templates")),
        static_folder=str(resources.folder("static")),
    )
    register(app, create_ports(settings))
    return app


def create_ports(settings: Settings) -> Ports:
    """Return the database and the adapters that `settings` ask for."""
    sealer = Sealer(settings.secret_keys)
    database = Database(settings.database_url, sealer, settings.database_replica_url)
    engine = engines.from_settings(settings)
    keep_in_step(database, engine)
    return Ports(
        settings=settings,
        database=database,
        geocoder=create_geocoder(settings),
        search_engine=engine,
        uploads=Uploads(storages.from_settings(settings), scanners.from_settings(settings)),
        sealer=sealer,
    )
