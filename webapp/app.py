"""The composition root: reads the settings, chooses the adapters, and joins the rooms."""

from webapp.core import logs, resources
from webapp.core.db import Database
from webapp.core.private_files import keep_private
from webapp.core.settings import Settings
from webapp.geo.adapters import create_geocoder
from webapp.search import engines
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
    return Ports(
        settings=settings,
        database=Database(settings.database_url),
        geocoder=create_geocoder(settings),
        search_engine=engines.from_settings(settings),
    )
