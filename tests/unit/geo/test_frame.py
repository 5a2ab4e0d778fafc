"""A flat map of a part of the country."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.geo.coordinates import Coordinates
from webapp.geo.distance import distance_km
from webapp.geo.frame import HEIGHT, WIDTH, box_of, frame_around

DUIVEN, ARNHEM = Coordinates(51.947, 6.02), Coordinates(51.985, 5.899)
points = st.builds(
    Coordinates,
    latitude=st.floats(50.7, 53.6),
    longitude=st.floats(3.3, 7.3),
)


@given(st.lists(points, min_size=1, max_size=6))
def test_every_point_that_it_was_made_for_is_on_the_map(every):
    frame = frame_around(every)
    assert all(frame.spot(point).is_inside for point in every)


def test_north_is_up_and_east_is_right():
    frame = frame_around([DUIVEN, ARNHEM])
    duiven, arnhem = frame.spot(DUIVEN), frame.spot(ARNHEM)
    assert arnhem.x < duiven.x
    assert arnhem.y < duiven.y


@given(points, points)
def test_distances_on_the_map_are_those_of_the_country(one, other):
    frame = frame_around([one, other])
    a, b = frame.spot(one), frame.spot(other)
    drawn = ((a.x - b.x) ** 2 + (a.y - b.y) ** 2) ** 0.5
    assert drawn == pytest.approx(frame.units(distance_km(one, other)), rel=0.03, abs=0.5)


def test_of_one_point_there_is_a_map_too():
    spot = frame_around([DUIVEN]).spot(DUIVEN)
    assert (spot.x, spot.y) == (WIDTH / 2, HEIGHT / 2)


def test_what_lies_far_off_does_not_touch_the_map():
    frame = frame_around([DUIVEN, ARNHEM])
    assert frame.touches(box_of([DUIVEN]))
    assert not frame.touches(box_of([Coordinates(53.2, 6.5), Coordinates(53.3, 6.6)]))
