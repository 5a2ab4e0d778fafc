"""The content of a workplace as a value."""

from datetime import date

from webapp.trajectories.products import ProductCode
from webapp.workplaces.content import Contract, WorkplaceContent, from_json, to_json
from webapp.workplaces.media import Photo
from webapp.workplaces.sections import FIELDS
from webapp.workplaces.vocabulary import Access, QualityMark, WorkPressure

FULL = WorkplaceContent(
    title="Tuinwerk",
    sectors=("groen-en-tuin",),
    rungs=(2, 3),
    products=(ProductCode.STABLE_3,),
    work_pressure=WorkPressure.LOW,
    try_out=True,
    hours_min=4,
    wheelchair=Access.PARTLY,
    availability_on=date(2026, 11, 1),
    quality_marks=(QualityMark.OVAL,),
    contracts=(
        Contract(party="Regio", products=(ProductCode.STABLE_4,), valid_from=date(2026, 1, 1)),
    ),
)


def test_content_survives_being_kept():
    assert from_json(to_json(FULL)) == FULL
    assert to_json(WorkplaceContent()) == {}


def test_a_field_that_is_gone_from_the_code_does_not_break_old_versions():
    assert from_json({"title": "Tuinwerk", "abandoned": 1}) == WorkplaceContent(title="Tuinwerk")


def test_differences_are_named_in_the_order_of_the_fields():
    other = FULL.changed(hours_min=8, title="Tuin")
    assert FULL.differences(other) == ("title", "hours_min")


def test_every_field_stands_in_exactly_one_section():
    in_sections = [name for names in FIELDS.values() for name in names]
    assert sorted(in_sections) == sorted(WorkplaceContent.__dataclass_fields__)


def test_what_is_ticked_in_another_order_is_the_same():
    parts = ("ma-ochtend", "di-ochtend")
    before = FULL.changed(day_parts=parts, sectors=("hout", "dieren"))
    after = FULL.changed(day_parts=parts[::-1], sectors=("dieren", "hout"))
    assert before.differences(after) == ()
    assert before.differences(after.changed(sectors=("dieren",))) == ("sectors",)


def test_photos_in_another_order_are_a_change():
    photos = (Photo("a" * 32, 8, 6), Photo("b" * 32, 8, 6))
    before, after = FULL.changed(photos=photos), FULL.changed(photos=photos[::-1])
    assert before.differences(after) == ("photos",)
