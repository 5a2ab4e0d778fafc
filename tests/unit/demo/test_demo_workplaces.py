"""The demonstration's workplaces: true to the fields, the map and the ladder, and varied."""

from dataclasses import fields
from typing import Any

import pytest

from tests.support.demo_data import (
    ORGANISATION_BY_KEY,
    PLACES,
    POSTCODES,
    SECTOR_KEYS,
    TAKING_PART,
    WORKPLACES,
)
from webapp.trajectories.products import ProductCode
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.models import VersionStatus
from webapp.workplaces.vocabulary import (
    DAY_PARTS,
    Access,
    Allowance,
    Availability,
    GuidanceKind,
    Independence,
    QualityMark,
    WorkPressure,
)

FILLED = ("sectors", "rungs", "products", "day_parts")
YES_NO = {Access.YES, Access.NO}
ONE_OF = {
    "work_pressure": set(WorkPressure),
    "independence": set(Independence),
    "guidance_kind": set(GuidanceKind),
    "wheelchair": set(Access),
    "toilet": YES_NO,
    "quiet_room": YES_NO,
    "availability": set(Availability),
    "allowance": set(Allowance),
}
SOME_OF = {
    # The work is unpaid: who begins here stands on one of the lower four rungs.
    "rungs": set(range(1, 5)),
    "products": set(ProductCode),
    "day_parts": set(DAY_PARTS),
    "quality_marks": set(QualityMark),
    "service_area": TAKING_PART,
}
MEDIA = {"photos", "documents", "videos"}
CONTENT = {item.name for item in fields(WorkplaceContent)} - {"availability_on"} - MEDIA
BOOK_KEEPING = {"organisation", "municipality", "status", "visible", "submitted_days_ago"}
DECIDED_WITH_A_REASON = {"returned", "rejected", "withdrawn"}

every_workplace = pytest.mark.parametrize("workplace", WORKPLACES, ids=lambda item: item["title"])


def test_one_organisation_has_six_workplaces_and_others_have_one() -> None:
    keys = [workplace["organisation"] for workplace in WORKPLACES]
    counts = {keys.count(key) for key in ORGANISATION_BY_KEY}
    assert {1, 6} <= counts
    assert 0 not in counts


@every_workplace
def test_a_workplace_has_every_field_and_no_other(workplace: dict[str, Any]) -> None:
    has_reason = workplace["status"] in DECIDED_WITH_A_REASON
    expected = CONTENT | BOOK_KEEPING | ({"reason"} if has_reason else set())
    assert set(workplace) - {"pending_change"} == expected
    change = workplace.get("pending_change", {})
    assert set(change) <= CONTENT
    assert all(workplace[name] != value for name, value in change.items())


@every_workplace
def test_a_workplace_chooses_from_the_vocabulary(workplace: dict[str, Any]) -> None:
    assert {name: workplace[name] for name in ONE_OF if workplace[name] not in ONE_OF[name]} == {}
    choices = {**SOME_OF, "sectors": SECTOR_KEYS}
    assert {name for name in choices if not set(workplace[name]) <= choices[name]} == set()
    assert [name for name in FILLED if not workplace[name]] == []


@every_workplace
def test_a_workplace_lies_where_its_postcode_says(workplace: dict[str, Any]) -> None:
    address = (workplace["place"], workplace["municipality"])
    digits, letters = workplace["postcode"].split(" ")
    assert POSTCODES[digits] == address
    assert address in PLACES
    assert address[1] in TAKING_PART
    assert len(letters) == 2
    assert letters.isupper()
    assert address[1] not in workplace["service_area"]


@every_workplace
def test_a_workplace_is_told_in_short_and_at_length(workplace: dict[str, Any]) -> None:
    assert 0 < len(workplace["title"]) <= 80
    assert 0 < len(workplace["summary"]) <= 200
    told = " ".join(workplace[name] for name in ("tasks", "learning", "special", "method"))
    assert 75 <= len(told.split()) <= 170


@every_workplace
def test_the_products_of_a_workplace_start_from_one_of_its_rungs(
    workplace: dict[str, Any],
) -> None:
    rungs = set(workplace["rungs"])
    for product in workplace["products"]:
        kind, _, goal = product.partition("-")
        starts = {"orientatie": range(1, 5), "stabiel": [int(goal or 0)]}.get(
            kind, range(2, int(goal or 0))
        )
        assert rungs & set(starts), product


@every_workplace
def test_the_guide_is_near_on_rung_3_and_at_a_distance_on_rung_4(
    workplace: dict[str, Any],
) -> None:
    unfit = {"stabiel-3": GuidanceKind.DISTANCE, "stabiel-4": GuidanceKind.NEAR}
    assert workplace["guidance_kind"] not in {
        kind for product, kind in unfit.items() if product in workplace["products"]
    }


@every_workplace
def test_the_numbers_of_a_workplace_make_sense(workplace: dict[str, Any]) -> None:
    parts = len(workplace["day_parts"])
    assert 1 <= workplace["hours_min"] <= workplace["hours_max"] <= min(40, 4 * parts)
    assert workplace["places"] >= 1
    for contract in workplace["contracts"]:
        assert set(contract["products"]) <= set(workplace["products"])
        assert contract["from"] < contract["to"]


@every_workplace
def test_an_approved_workplace_is_of_an_approved_organisation(workplace: dict[str, Any]) -> None:
    status = ORGANISATION_BY_KEY[workplace["organisation"]]["status"]
    assert status == "approved" or workplace["status"] in {"draft", "submitted"}


def test_a_visitor_never_meets_the_same_title_twice() -> None:
    titles = [workplace["title"].casefold() for workplace in WORKPLACES]
    assert len(set(titles)) == len(titles)


def test_every_sector_rung_product_availability_and_municipality_is_offered() -> None:
    offered = [item for item in WORKPLACES if item["status"] == "approved" and item["visible"]]
    assert {key for item in offered for key in item["sectors"]} == SECTOR_KEYS
    assert {rung for item in offered for rung in item["rungs"]} >= {2, 3, 4}
    assert {product for item in offered for product in item["products"]} == set(ProductCode)
    assert {item["availability"] for item in offered} == set(Availability)
    assert {item["municipality"] for item in offered} == TAKING_PART


def test_every_status_occurs_and_some_workplaces_are_hidden_or_being_changed() -> None:
    statuses = {workplace["status"] for workplace in WORKPLACES}
    assert statuses == set(VersionStatus) - {VersionStatus.SUPERSEDED}
    approved = [workplace for workplace in WORKPLACES if workplace["status"] == "approved"]
    assert any(not workplace["visible"] for workplace in approved)
    changing = [workplace for workplace in WORKPLACES if "pending_change" in workplace]
    assert len(changing) >= 2
    assert all(workplace in approved for workplace in changing)
