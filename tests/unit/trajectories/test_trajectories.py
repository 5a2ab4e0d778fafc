"""Rungs and products."""

from webapp.trajectories.ladder import rungs
from webapp.trajectories.products import ProductCode, product_of, products, products_offered


def test_the_ladder_has_six_rungs_from_low_to_high():
    assert [rung.number for rung in rungs()] == [1, 2, 3, 4, 5, 6]


def test_every_product_has_its_text():
    assert [product.code for product in products()] == list(ProductCode)


def test_a_development_leads_to_a_rung_and_a_stable_product_does_not():
    assert product_of(ProductCode.DEVELOPMENT_4).to_rung == 4
    assert product_of(ProductCode.STABLE_4).to_rung is None


def test_a_municipality_offers_what_it_chose_in_the_usual_order():
    offered = products_offered(("stabiel-4", "orientatie", "bestaat-niet"))
    assert [product.code.value for product in offered] == ["orientatie", "stabiel-4"]
