"""The settings choose the adapters."""

from webapp.core.settings import Settings
from webapp.geo.adapters import create_geocoder
from webapp.geo.geocoding import NoGeocoder
from webapp.geo.pdok import PdokGeocoder


def test_addresses_stay_in_the_house_unless_pdok_is_asked_for(tmp_path):
    def chosen(**values):
        return create_geocoder(
            Settings(data_dir=tmp_path, database_url="sqlite://", secret_key="x", **values)
        )

    assert isinstance(chosen(), NoGeocoder)
    assert isinstance(chosen(geocoder="pdok"), PdokGeocoder)
