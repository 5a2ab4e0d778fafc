import pytest

from webapp.core.errors import InvalidInputError
from webapp.mail.addresses import normalise


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Jan.Jansen@Voorbeeld.NL ", "jan.jansen@voorbeeld.nl"),
        ("jan+werk@voorbeeld.example", "jan+werk@voorbeeld.example"),
        ("jan@bücher.example", "jan@xn--bcher-kva.example"),
    ],
)
def test_a_person_types_an_address_in_many_ways(typed, kept):
    assert normalise(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "jan",
        "jan@",
        "jan@localhost",
        "jan@voorbeeld.nl\nBcc: piet@voorbeeld.nl",
        "jan@voorbeeld.nl, piet@voorbeeld.nl",
        "Jan <jan@voorbeeld.nl>",
        f"{'j' * 250}@voorbeeld.nl",
    ],
)
def test_a_person_hears_how_to_mend_an_address(typed):
    with pytest.raises(InvalidInputError) as refusal:
        normalise(typed)
    assert refusal.value.problems["email"].endswith("naam@voorbeeld.nl.")
