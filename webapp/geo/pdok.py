"""Addresses from PDOK's Locatieserver, the search service of the national registers."""

import re
from typing import Any
from urllib.parse import urlencode, urlsplit

import structlog
from geopy.geocoders.base import Geocoder as GeopyGeocoder
from geopy.location import Location

from webapp.geo.coordinates import Coordinates
from webapp.geo.geocoding import Address

_log = structlog.get_logger(__name__)
# In seconds: somebody waits for the page.
_TIMEOUT = 2
_POINT = re.compile(r"POINT\((?P<longitude>-?[\d.]+) (?P<latitude>-?[\d.]+)\)")


class PdokGeocoder:
    """Locates an address with PDOK; any failure is logged, without the address, and is None."""

    def __init__(self, url: str, *, timeout: float = _TIMEOUT) -> None:
        self._server = _Locatieserver(url, timeout=timeout)

    def locate(self, address: Address) -> Coordinates | None:
        try:
            location = self._server.geocode(address)
        except Exception as error:  # noqa: BLE001 (whatever is wrong there, saving goes on here)
            # The error's own text can hold the address that was asked for.
            _log.warning("pdok_failed", kind=type(error).__name__)
            return None
        return Coordinates(location.latitude, location.longitude) if location else None


class _Locatieserver(GeopyGeocoder):
    """geopy's way to the `free` endpoint of the Locatieserver (version 3.1)."""

    def __init__(self, url: str, *, timeout: float) -> None:
        super().__init__(scheme=urlsplit(url).scheme, timeout=timeout, user_agent="Werkplekwijzer")
        self._url = url.rstrip("/")

    def geocode(self, address: Address) -> Location | None:
        """Return the first address that has the postcode asked for."""
        postcode = "".join(address.postcode.split()).upper()
        query = {
            "q": f"{address.street} {address.house_number} {postcode} {address.place}",
            "fq": ["type:adres", f"postcode:{postcode}"],
            "fl": "weergavenaam,centroide_ll",
            "rows": 1,
        }
        url = f"{self._url}/free?{urlencode(query, doseq=True)}"
        return self._call_geocoder(url, _first_location, timeout=self.timeout)


def _first_location(answer: dict[str, Any]) -> Location | None:
    documents = answer["response"]["docs"]
    if not documents:
        return None
    point = _POINT.fullmatch(documents[0]["centroide_ll"])
    if point is None:
        message = "centroide_ll is not a point"
        raise ValueError(message)
    coordinates = (float(point["latitude"]), float(point["longitude"]))
    return Location(documents[0].get("weergavenaam", ""), coordinates, documents[0])
