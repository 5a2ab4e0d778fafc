"""What the composition root hands to the web room."""

from dataclasses import dataclass
from typing import cast

from flask import current_app

from webapp.core.db import Database
from webapp.core.sealing import Sealer
from webapp.core.settings import Settings
from webapp.geo.geocoding import Geocoder
from webapp.media.uploads import Uploads
from webapp.search.engine import SearchEngine


@dataclass(frozen=True)
class Ports:
    """The settings, the database, and the adapters that were chosen for this installation."""

    settings: Settings
    database: Database
    geocoder: Geocoder
    search_engine: SearchEngine
    uploads: Uploads
    sealer: Sealer


def ports() -> Ports:
    """Return the ports of the application that serves this request."""
    return cast("Ports", current_app.extensions["webapp"])
