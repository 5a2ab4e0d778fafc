"""Which geocoder an installation uses."""

from webapp.core.settings import Settings
from webapp.geo.geocoding import Geocoder, NoGeocoder
from webapp.geo.pdok import PdokGeocoder


def create_geocoder(settings: Settings) -> Geocoder:
    """Return the geocoder that `settings` ask for; the default is the table of postcodes alone."""
    if settings.geocoder == "pdok":
        return PdokGeocoder(settings.pdok_url)
    return NoGeocoder()
