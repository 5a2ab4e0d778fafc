"""Settings per municipality."""

import pytest

from webapp.core.errors import InvalidInputError
from webapp.municipalities.settings import Adjacency, change_settings, get_settings


def test_a_municipality_starts_with_the_defaults(session):
    assert get_settings(session, "GM0226").adjacency is Adjacency.MUNICIPALITY


def test_arnhem_counts_places_and_duiven_does_not_notice(session):
    change_settings(session, "GM0202", adjacency=Adjacency.PLACE, products_offered=("stabiel-3",))
    session.flush()
    arnhem = get_settings(session, "GM0202")
    assert arnhem.adjacency is Adjacency.PLACE
    assert arnhem.products_offered == ("stabiel-3",)
    assert get_settings(session, "GM0226").adjacency is Adjacency.MUNICIPALITY


def test_an_unknown_setting_is_refused_by_name(session):
    with pytest.raises(InvalidInputError) as refusal:
        change_settings(session, "GM0226", colour="blue", adjacency="moon")
    assert set(refusal.value.problems) == {"colour", "adjacency"}
