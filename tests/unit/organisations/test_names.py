"""Names of organisations, as people write them."""

import pytest

from webapp.organisations.names import may_be_same


@pytest.mark.parametrize(
    "written",
    ["DE VOORBEELDHOF", "Voorbeeldhof B.V.", "Stichting De Voorbeeldhof", "Tuinderij Voorbeeldhof"],
)
def test_a_name_is_known_however_it_is_written(written):
    assert may_be_same("De Voorbeeldhof", written)


@pytest.mark.parametrize(
    ("one", "other"),
    [("De Voorbeeldhof", "De Ketting"), ("Stichting Een", "Stichting Twee"), ("De Hof", "Hofstad")],
)
def test_legal_forms_and_small_words_do_not_make_names_alike(one, other):
    assert not may_be_same(one, other)
