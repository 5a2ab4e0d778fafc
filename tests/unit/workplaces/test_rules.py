"""What must be filled in, and what each field may hold."""

import pytest

from tests.support.workplaces import DEFAULT_CONTENT
from webapp.workplaces.completeness import SectionState, completeness, section_state
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.rules import REQUIRED, missing_in, problems_of, wrong_in
from webapp.workplaces.sections import FIELDS, Section

EMPTY = WorkplaceContent()


def test_a_workplace_that_is_filled_in_can_be_submitted():
    assert problems_of(DEFAULT_CONTENT) == {}
    assert completeness(DEFAULT_CONTENT).is_complete


def test_an_empty_workplace_names_every_field_that_must_be_filled_in():
    assert set(problems_of(EMPTY)) == {*REQUIRED, "contact_email"}
    assert wrong_in(EMPTY) == {}


@pytest.mark.parametrize("field", REQUIRED)
def test_each_required_field_is_asked_for_in_its_own_section_only(field):
    without = DEFAULT_CONTENT.changed(**{field: getattr(EMPTY, field)})
    assert list(problems_of(without)) == [field]
    own = next(section for section, names in FIELDS.items() if field in names)
    asking = [section for section in Section if problems_of(without, section)]
    assert asking == [own]


@pytest.mark.parametrize("sentence", [*missing_in(EMPTY).values()])
def test_a_problem_is_a_whole_sentence(sentence):
    assert sentence[0].isupper()
    assert sentence.endswith(".")


def test_a_phone_number_is_enough_to_be_reached():
    by_phone = DEFAULT_CONTENT.changed(contact_email="", contact_phone="06-00000101")
    assert problems_of(by_phone) == {}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("postcode", "6921"),
        ("postcode", "0921 AB"),
        ("postcode", "6921 SS"),
        ("house_number", "naast de kerk"),
        ("hours_min", 0),
        ("hours_max", 41),
        ("places", 0),
        ("contact_email", "sanne bij moestuin"),
        ("contact_phone", "vraag bij de balie"),
        ("website", "javascript://moestuin.example/%0aalert(1)"),
        ("website", "https://moestuin"),
        ("rungs", (2, 7)),
        ("day_parts", ("ma-nacht",)),
        ("title", "x" * 101),
        ("method", "x" * 3001),
    ],
)
def test_a_value_that_cannot_be_right_is_named_with_how_to_mend_it(field, value):
    problems = problems_of(DEFAULT_CONTENT.changed(**{field: value}))
    assert list(problems) == [field]
    assert problems[field].endswith(".")


def test_the_fewest_hours_are_not_more_than_the_most():
    turned = DEFAULT_CONTENT.changed(hours_min=20, hours_max=8)
    assert list(problems_of(turned)) == ["hours_max"]
    assert problems_of(DEFAULT_CONTENT.changed(hours_min=8, hours_max=8)) == {}


def test_a_section_goes_from_empty_by_started_to_complete():
    assert section_state(EMPTY, Section.WHEN) is SectionState.EMPTY
    started = EMPTY.changed(hours_min=4)
    assert section_state(started, Section.WHEN) is SectionState.STARTED
    assert section_state(DEFAULT_CONTENT, Section.WHEN) is SectionState.COMPLETE


def test_a_section_without_duties_does_not_count():
    assert section_state(DEFAULT_CONTENT, Section.MONEY) is SectionState.EMPTY
    assert completeness(EMPTY).total == len(Section) - 5
