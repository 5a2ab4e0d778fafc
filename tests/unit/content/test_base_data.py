import tomllib
from pathlib import Path

import pytest

WEBAPP = Path(__file__).parents[3] / "webapp"
RUNGS = WEBAPP / "trajectories" / "base" / "rungs.toml"
PRODUCTS = WEBAPP / "trajectories" / "base" / "products.toml"
CAPS = WEBAPP / "municipalities" / "base" / "national_allowance_caps.toml"
TARIFFS = WEBAPP / "tariffs" / "base" / "example_tariffs.toml"


def load(path):
    return tomllib.loads(path.read_text("utf-8"))


def test_a_visitor_reads_about_all_six_rungs_in_order():
    rungs = load(RUNGS)["rung"]
    assert [rung["number"] for rung in rungs] == [1, 2, 3, 4, 5, 6]
    fields = {"number", "name", "short", "description", "guidance", "example"}
    assert all(set(rung) == fields and all(rung.values()) for rung in rungs)


def test_a_consultant_finds_each_product_with_the_rungs_it_starts_from():
    products = load(PRODUCTS)["product"]
    steps = {
        product["code"]: (product["kind"], product["from_rungs"], product.get("to_rung"))
        for product in products
    }
    assert steps == {
        "orientatie": ("orientatie", [1, 2, 3, 4], None),
        "ontwikkeling-3": ("ontwikkeling", [2], 3),
        "ontwikkeling-4": ("ontwikkeling", [2, 3], 4),
        "ontwikkeling-5": ("ontwikkeling", [2, 3, 4], 5),
        "stabiel-3": ("stabiel", [3], None),
        "stabiel-4": ("stabiel", [4], None),
    }
    texts = ("name", "duration", "paid_as", "short", "description", "for_whom", "guidance")
    assert all(product[field].strip() for product in products for field in texts)


def test_a_resident_with_a_benefit_sees_the_cap_of_each_year():
    caps = load(CAPS)["cap"]
    by_year = {cap["year"]: cap["amount_eur"] for cap in caps}
    assert len(by_year) == len(caps)
    assert [by_year[year] for year in range(2021, 2026)] == [1800, 1800, 1900, 2100, 2100]
    assert all(cap["source_note"].endswith(".") for cap in caps)


def test_nobody_can_take_an_example_tariff_for_a_real_one():
    tariffs = load(TARIFFS)["tariff"]
    assert {tariff["year"] for tariff in tariffs} == {2026, 2027}
    assert all(tariff["product_code"].startswith("VOORBEELD-") for tariff in tariffs)
    assert {tariff["note"] for tariff in tariffs} == {"Voorbeeldbedrag, geen echt tarief"}


@pytest.mark.parametrize("year", [2026, 2027])
def test_an_employer_sees_example_tariffs_with_the_known_structure(year):
    rows = {row["product"]: row for row in load(TARIFFS)["tariff"] if row["year"] == year}
    amounts = {product: row["amount_eur"] for product, row in rows.items()}
    assert amounts["stabiel-3"] > amounts["stabiel-4"]
    assert amounts["ontwikkeling-3"] > amounts["ontwikkeling-4"]
    hours_in_example = 200
    for development, stable in (("3", "3"), ("4", "4"), ("5", "4")):
        guidance = hours_in_example * amounts[f"stabiel-{stable}"]
        assert amounts[f"ontwikkeling-{development}"] > guidance
    units = {product: row["unit"] for product, row in rows.items()}
    assert {units["stabiel-3"], units["stabiel-4"]} == {"uur"}
    assert {unit for product, unit in units.items() if "ontwikkeling" in product} == {"traject"}
