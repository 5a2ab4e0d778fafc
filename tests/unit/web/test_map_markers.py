"""Numbers and names on a map that do not lie over each other."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from webapp.geo.frame import HEIGHT, WIDTH, Spot
from webapp.web.map_markers import Canvas, in_short, labels, markers

PHONE = Canvas(288)
spots = st.builds(Spot, x=st.floats(0, WIDTH), y=st.floats(0, HEIGHT))


@given(st.lists(spots, max_size=25))
def test_each_number_is_on_the_map_once_and_no_marker_hides_another(given_spots):
    made = markers(dict(enumerate(given_spots, 1)), PHONE)
    numbers = sorted(number for marker in made for number in marker.numbers)
    assert numbers == list(range(1, len(given_spots) + 1))
    assert not [pair for pair in combinations(made, 2) if pair[0].plate.overlaps(pair[1].plate)]


@given(st.lists(spots, max_size=25))
@example([Spot(0, 0), Spot(0, 146)] * 12)
@example([*[Spot(0, 0), Spot(500, 400)] * 12, Spot(0, 0), Spot(40, 40)])
def test_every_marker_is_large_enough_to_press_and_whole_on_the_map(given_spots):
    for marker in markers(dict(enumerate(given_spots, 1)), PHONE):
        plate = marker.plate
        assert min(plate.width, plate.height) >= 24
        assert plate.x - plate.width / 2 >= -0.001
        assert plate.x + plate.width / 2 <= PHONE.width + 0.001


def test_what_lies_together_shares_a_marker():
    here, there = Spot(300, 300), Spot(800, 100)
    made = markers({3: here, 5: there, 7: here}, PHONE)
    assert [marker.text for marker in made] == ["3, 7", "5"]


def test_a_marker_of_many_numbers_shows_the_first_and_the_last_and_names_all():
    (marker,) = markers(dict.fromkeys(range(1, 25, 2), Spot(5, 5)), PHONE)
    assert marker.shown == "1, \N{HORIZONTAL ELLIPSIS}, 23"
    assert marker.text == "1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23"


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([4], "4"), ([3, 7], "3, 7"), ([1, 2], "1, 2"), ([1, 2, 3, 7], "1\N{EN DASH}3, 7")],
)
def test_numbers_are_written_short(numbers, text):
    assert in_short(numbers) == text


def test_a_name_makes_room_for_a_marker():
    taken = markers({1: Spot(500, 400)}, PHONE)
    (label,) = labels([("Duiven", Spot(500, 400), True)], PHONE, taken)
    assert not label.plate.overlaps(taken[0].plate)


def test_of_names_that_do_not_fit_the_last_are_left_out():
    names = [(f"Plaats {number}", Spot(500, 400), False) for number in range(9)]
    made = labels(names, PHONE, [])
    assert [label.text for label in made] == [f"Plaats {number}" for number in range(len(made))]
    assert not [pair for pair in combinations(made, 2) if pair[0].plate.overlaps(pair[1].plate)]
    assert 1 < len(made) < 9
