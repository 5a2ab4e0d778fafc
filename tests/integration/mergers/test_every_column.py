"""No column that holds a municipality's code is forgotten in a merger."""

from webapp import schema
from webapp.mergers.steps import HISTORY, STEPS
from webapp.workplaces.content import WorkplaceContent

HANDLED = [column for step in STEPS for column in step.columns]


def columns_that_refer_to(target):
    return {
        f"{table.name}.{column.name}"
        for table in schema.metadata().tables.values()
        for column in table.columns
        for key in column.foreign_keys
        if key.target_fullname == target
    }


def test_every_reference_to_a_municipality_goes_along_or_is_history():
    """A new one needs a step in `webapp.mergers.steps`."""
    assert columns_that_refer_to("municipality.code") - {*HANDLED, *HISTORY} == set()


def test_every_reference_to_a_place_goes_along():
    """The key of a place holds the code of its municipality."""
    assert columns_that_refer_to("place.key") - {*HANDLED} == set()


def test_every_code_without_a_reference_goes_along_or_is_history():
    named_so = {
        f"{table.name}.{column.name}"
        for table in schema.metadata().tables.values()
        for column in table.columns
        if "municipality" in column.name or column.name.endswith("_code")
    } - {"tariff.product_code"}
    assert named_so - {*HANDLED, *HISTORY} == set()


def test_nothing_is_done_twice_and_every_column_exists():
    columns = {
        f"{table.name}.{column.name}"
        for table in schema.metadata().tables.values()
        for column in table.columns
    }
    assert len(HANDLED) == len(set(HANDLED))
    assert {*HANDLED, *HISTORY} <= columns
    assert not {*HANDLED} & {*HISTORY}


def test_the_only_codes_inside_the_content_of_a_workplace_are_those_it_serves():
    """A new field with codes needs a line in `webapp.mergers.workplaces`."""
    fields = set(WorkplaceContent.__dataclass_fields__)
    assert {name for name in fields if "area" in name or "municipalit" in name} == {"service_area"}
