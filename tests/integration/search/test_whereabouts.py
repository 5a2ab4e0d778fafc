"""What people type for a place."""

import pytest

from webapp.search.whereabouts import AmbiguousPlace, Centre, UnknownPlace, look_up


@pytest.mark.parametrize(
    ("text", "municipality_code"),
    [
        ("6921", "GM0226"),
        ("6921AB", "GM0226"),
        (" 6921  ab ", "GM0226"),
        ("Duiven", "GM0226"),
        ("duiven", "GM0226"),
        ("Den Haag", "GM0518"),
        ("'S-GRAVENHAGE", "GM0518"),
        ("Overbetuwe", "GM1734"),
        ("Sudwest-Fryslan", "GM1900"),
        ("Bergen (NH)", "GM0373"),
        ("Bergen, Bergen (NH.)", "GM0373"),
        ("elst, overbetuwe", "GM1734"),
        ("Duiven, Duiven", "GM0226"),
    ],
)
def test_a_place_is_understood_however_it_is_typed(session, text, municipality_code):
    found = look_up(session, text)
    assert isinstance(found, Centre)
    assert found.municipality_code == municipality_code


@pytest.mark.parametrize(
    "text", ["0000", "69", "69211", "6921ABC", "Nergenshuizen", "%", "\N{BICYCLE}", "x" * 200]
)
def test_what_is_no_place_is_told_as_such(session, text):
    assert look_up(session, text) == UnknownPlace(text)


@pytest.mark.parametrize("text", ["Bergen", "HENGELO", "elst", "Elst, Nergens"])
def test_one_of_several_places_is_never_guessed(session, text):
    found = look_up(session, text)
    assert isinstance(found, AmbiguousPlace)
    assert len(found.choices) > 1
    for choice in found.choices:
        assert isinstance(look_up(session, choice.text), Centre)
    assert len({choice.text for choice in found.choices}) == len(found.choices)
