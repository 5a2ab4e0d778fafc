"""Search engines behind the port."""

from webapp.core.settings import Settings
from webapp.search.engine import SearchEngine
from webapp.search.engines.postgresql import PostgresEngine
from webapp.search.engines.whoosh import WhooshEngine


def from_settings(settings: Settings) -> SearchEngine:
    """Return the engine of this installation: PostgreSQL searches itself, else Whoosh does."""
    if settings.database_url.startswith("postgresql"):
        return PostgresEngine()
    return WhooshEngine(settings.index_dir)
