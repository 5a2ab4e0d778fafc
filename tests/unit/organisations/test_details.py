"""What an organisation may say of itself."""

import pytest

from webapp.organisations.details import (
    LABELS,
    MAX_LENGTHS,
    REQUIRED,
    OrganisationDetails,
    problems_of,
)

DETAILS = OrganisationDetails(
    name="Stichting Voorbeeld",
    kvk_number="00000123",
    website="https://voorbeeld.example",
    contact_name="Sanne Voorbeeld",
    contact_email="sanne@voorbeeld.example",
    contact_phone="06-00000101",
)


def test_details_that_are_filled_in_are_right():
    assert problems_of(DETAILS) == {}


def test_an_organisation_can_do_without_a_kvk_number_a_website_and_a_phone():
    bare = OrganisationDetails(
        name="Buurtmoes", contact_name="Bo", contact_email="bo@buurtmoes.example"
    )
    assert problems_of(bare) == {}


def test_an_empty_form_names_what_must_be_filled_in():
    assert problems_of(OrganisationDetails()) == dict(REQUIRED)


@pytest.mark.parametrize("typed", ["0000 01 23", "0000.0123", " 0000-0123 "])
def test_a_kvk_number_is_understood_however_it_is_typed(typed):
    tidied = OrganisationDetails(kvk_number=typed).tidied()
    assert tidied.kvk_number == "00000123"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kvk_number", "1234567"),
        ("kvk_number", "123456789"),
        ("kvk_number", "KVK12345"),
        ("website", "geen adres"),
        ("contact_email", "sanne"),
        ("contact_phone", "bel maar"),
        ("name", "x" * 121),
        ("description", "x" * 2001),
    ],
)
def test_a_value_that_cannot_be_right_is_named_with_how_to_mend_it(field, value):
    values = {name: getattr(DETAILS, name) for name in LABELS} | {field: value}
    problems = problems_of(OrganisationDetails(**values))
    assert list(problems) == [field]
    assert problems[field].endswith(".")


def test_every_field_has_a_name_and_a_length():
    fields = list(OrganisationDetails.__dataclass_fields__)
    assert list(LABELS) == list(MAX_LENGTHS) == fields
