"""Municipality, place and point of an address."""

from webapp.geo.coordinates import Coordinates
from webapp.geo.geocoding import Address, NoGeocoder
from webapp.municipalities.locating import Located, locate
from webapp.municipalities.queries import find_postcode


class Surveyor:
    """A geocoder that always finds the same spot."""

    SPOT = Coordinates(51.9, 6.0)

    def locate(self, address):
        del address
        return self.SPOT


def at(postcode, place):
    return Address("Voorbeeldstraat", "1", postcode, place)


def test_the_postcode_gives_municipality_place_and_point(session):
    area = find_postcode(session, "6921")
    assert locate(session, at("6921ab", "Duiven"), NoGeocoder()) == Located(
        Coordinates(area.latitude, area.longitude), "GM0226", "Duiven|GM0226"
    )


def test_the_place_that_was_typed_counts_when_it_lies_in_the_municipality(session):
    assert locate(session, at("6921 AB", "groessen"), NoGeocoder()).place_key == "Groessen|GM0226"


def test_a_place_elsewhere_gives_way_to_the_main_place_of_the_postcode(session):
    assert locate(session, at("6921 AB", "Velp"), NoGeocoder()).place_key == "Duiven|GM0226"


def test_the_geocoder_knows_the_point_better(session):
    located = locate(session, at("6921 AB", "Duiven"), Surveyor())
    assert (located.coordinates, located.municipality_code) == (Surveyor.SPOT, "GM0226")


def test_an_unknown_postcode_leaves_what_the_geocoder_knows(session):
    assert locate(session, at("1000 ZZ", "Nergens"), NoGeocoder()) == Located()
    assert locate(session, at("", ""), Surveyor()) == Located(coordinates=Surveyor.SPOT)
