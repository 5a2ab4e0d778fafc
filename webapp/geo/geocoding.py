"""Finding where an address is: the port, and the twin that never knows."""

from dataclasses import dataclass
from typing import Protocol

from webapp.geo.coordinates import Coordinates


@dataclass(frozen=True)
class Address:
    """A Dutch address; the postcode may be written in any way."""

    street: str
    house_number: str
    postcode: str
    place: str


class Geocoder(Protocol):
    """Something that finds addresses."""

    def locate(self, address: Address) -> Coordinates | None:
        """Return where `address` is, or None when that is not known or nobody answers."""
        ...


class NoGeocoder:
    """Knows no address: what is asked is then answered from the table of postcodes."""

    def locate(self, address: Address) -> Coordinates | None:
        del address
        return None
