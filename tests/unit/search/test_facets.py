"""What a workplace has for each facet."""

import json
import pickle

import pytest

from tests.support.search import make_document
from tests.support.workplaces import DEFAULT_CONTENT
from webapp.search.document import Facts
from webapp.search.facets import FACETS, Facet, facets_of
from webapp.trajectories.products import ProductCode
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.vocabulary import DAY_PARTS, Access, Availability


@pytest.mark.parametrize(
    ("facet", "content", "values"),
    [
        (Facet.SECTOR, {"sectors": ("hout", "fietsen")}, ("hout", "fietsen")),
        (Facet.RUNG, {"rungs": (2, 3)}, ("2", "3")),
        (Facet.PRODUCT, {"products": (ProductCode.STABLE_3,)}, ("stabiel-3",)),
        (Facet.PART_OF_DAY, {"day_parts": ("ma-middag", "wo-ochtend")}, ("ochtend", "middag")),
        (Facet.PART_OF_DAY, {"day_parts": ("zo-avond",)}, ("avond", "weekend")),
        (Facet.PART_OF_DAY, {"day_parts": DAY_PARTS}, ("ochtend", "middag", "avond", "weekend")),
        (Facet.ACCESSIBILITY, {"wheelchair": Access.YES}, ("rolstoel",)),
        (Facet.ACCESSIBILITY, {"wheelchair": Access.PARTLY, "toilet": Access.NO}, ()),
        (
            Facet.ACCESSIBILITY,
            {"toilet": Access.YES, "quiet_room": Access.YES},
            ("toilet", "prikkelarm"),
        ),
        (Facet.AVAILABILITY, {"availability": Availability.WAITING_LIST}, ("wachtlijst",)),
        (Facet.TRY_OUT, {"try_out": True}, ("ja",)),
    ],
)
def test_a_workplace_is_filtered_by_what_it_says_of_itself(facet, content, values):
    assert facets_of(WorkplaceContent(**content))[facet] == values


def test_what_says_nothing_is_under_no_value():
    assert facets_of(WorkplaceContent()) == ((),) * len(Facet)


def test_the_values_of_a_workplace_are_among_the_choices():
    content = DEFAULT_CONTENT.changed(
        products=tuple(ProductCode),
        rungs=tuple(range(1, 7)),
        day_parts=DAY_PARTS,
        wheelchair=Access.YES,
        toilet=Access.YES,
        quiet_room=Access.YES,
        availability=Availability.FULL,
        try_out=True,
    )
    for facet, values in zip(Facet, facets_of(content), strict=True):
        assert values
        assert facet is Facet.SECTOR or set(values) <= set(FACETS[facet].choices)


def test_facts_can_be_kept_as_plain_values_and_made_again():
    facts = make_document(1, facets={Facet.RUNG: ("2",)}, serves=("GM0202",)).facts
    assert Facts(*pickle.loads(pickle.dumps(tuple(facts)))) == facts  # noqa: S301
    again = Facts(*json.loads(json.dumps(facts)))
    assert again.has(Facet.RUNG, frozenset({"2", "3"}))
    assert not again.has(Facet.SECTOR, frozenset({"hout"}))
