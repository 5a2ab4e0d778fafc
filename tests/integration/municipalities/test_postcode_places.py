"""Which places can go with a postcode: nothing that may be real is refused."""

import pytest
from sqlalchemy import select

from webapp.municipalities.gazetteer import Gazetteer
from webapp.municipalities.models import PostcodeArea
from webapp.municipalities.postcode_places import place_problem


def both(session, postcode, place):
    """Return what is wrong, asked of the database; the tables in memory must say the same."""
    problem = place_problem(session, postcode=postcode, place=place)
    assert Gazetteer(session).place_problem(postcode=postcode, place=place) == problem
    return problem


@pytest.mark.parametrize(
    ("postcode", "place"),
    [
        ("6921 AB", "Duiven"),
        ("6921 AB", "DUIVEN"),
        ("6921 AB", "Düiven"),
        ("6921 AB", "Loo"),  # another place of the municipality
        ("6921 AB", "Loo Gld"),
        ("6921 AB", "Westervoort"),  # a place that touches Duiven
        ("6921 AB", "Nieuwgraaf"),  # the tables do not know it
        ("6921 AB", ""),
        ("0000 AB", "Amsterdam"),
        ("", "Amsterdam"),
        ("7041 AA", "'s-Heerenberg"),
        ("7041 AA", "\u2019s Heerenberg"),
        ("7041 AA", "s-heerenberg"),
        ("7041 AA", "Heerenberg"),
        ("2511 AA", "'s-Gravenhage"),
        ("5211 AA", "Den Bosch"),
        ("4611 AA", "Bergen"),  # op Zoom; there are two that are called so
        ("2401 AA", "Alphen"),  # aan den Rijn
        ("1101 AA", "Amsterdam Zuidoost"),
        ("6661 AA", "Elst Gld"),
    ],
)
def test_what_can_be_real_is_accepted(session, postcode, place):
    assert both(session, postcode, place) is None


@pytest.mark.parametrize(
    ("postcode", "place", "belongs"),
    [
        ("6921 AB", "Amsterdam", "6921 hoort de plaats Duiven"),
        ("6921AB", "arnhem", "6921 hoort de plaats Duiven"),
        ("6921 AB", "'s-Heerenberg", "6921 hoort de plaats Duiven"),
        ("6811 AB", "Duiven", "6811 hoort de plaats Arnhem"),
        ("1012 AB", "Elst", "1012 hoort de plaats Amsterdam"),
        ("9461 AA", "Bergen", "9461 hoort de plaats"),
    ],
)
def test_a_known_place_elsewhere_is_refused_and_the_right_one_is_named(
    session, postcode, place, belongs
):
    assert f"Bij postcode {belongs}" in both(session, postcode, place)


def test_every_postcode_goes_with_its_own_place(session):

    tables = Gazetteer(session)
    for area in session.scalars(select(PostcodeArea)):
        assert not tables.place_problem(postcode=area.postcode4, place=area.place_name)
