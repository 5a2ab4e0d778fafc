"""One form of what people type in many."""

import pytest

from tests.support.workplaces import DEFAULT_CONTENT
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.tidying import tidy


@pytest.mark.parametrize("typed", ["6921AB", " 6921 ab", "69 21 a b"])
def test_a_postcode_is_understood_however_it_is_typed(typed):
    assert tidy(WorkplaceContent(postcode=typed)).postcode == "6921 AB"


def test_what_is_no_postcode_is_left_for_its_author_to_mend():
    assert tidy(WorkplaceContent(postcode=" Duiven  centrum")).postcode == "Duiven centrum"


def test_a_website_gets_its_scheme():
    assert tidy(WorkplaceContent(website="tuin.example")).website == "https://tuin.example"
    assert tidy(WorkplaceContent(website="http://tuin.example")).website == "http://tuin.example"
    assert tidy(WorkplaceContent()).website == ""


def test_paragraphs_stay_and_loose_spaces_go():
    content = tidy(WorkplaceContent(title=" Tuin \n werk ", tasks="\nEen.  \r\n\r\nTwee. "))
    assert content.title == "Tuin werk"
    assert content.tasks == "Een.\n\nTwee."


def test_choices_are_kept_once_and_in_order():
    content = tidy(
        WorkplaceContent(
            rungs=(4, 2, 4), day_parts=("wo-middag", "ma-ochtend"), sectors=("hout", "hout")
        )
    )
    assert content.rungs == (2, 4)
    assert content.day_parts == ("ma-ochtend", "wo-middag")
    assert content.sectors == ("hout",)


def test_what_is_tidy_stays_as_it_is():
    assert tidy(DEFAULT_CONTENT) == DEFAULT_CONTENT
