"""The quick estimate of a distance is as near to the truth as it says."""

from hypothesis import given
from hypothesis import strategies as st

from webapp.geo.coordinates import Coordinates
from webapp.geo.distance import ABOUT, about_km, distance_km

A_MILLIMETRE = 1e-6
IN_THE_NETHERLANDS = st.builds(Coordinates, st.floats(50.7, 53.6), st.floats(3.3, 7.3))


@given(IN_THE_NETHERLANDS, IN_THE_NETHERLANDS)
def test_an_estimate_is_near_the_distance(one, other):
    distance = distance_km(one, other)
    assert abs(about_km(one, other) - distance) <= distance * ABOUT + A_MILLIMETRE
