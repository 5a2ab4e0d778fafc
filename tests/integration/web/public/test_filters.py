"""The filters beside the results."""

import pytest

from tests.support import html
from webapp.workplaces.vocabulary import Access, Availability

APPLY = "Filters toepassen"
ELEVEN = (
    "administratie", "bouw-en-onderhoud", "creatief", "dieren", "fietsen", "groen-en-tuin",
    "horeca-en-keuken", "hout", "kringloop", "kwekerij", "winkel",
)  # fmt: skip


def titles(page):
    return sorted(html.texts_with_class(page.tree, "h3", inside="card"))


def group(page, name):
    """Return the box of one facet."""
    (found,) = (
        each
        for each in page.tree.iter("details")
        if each.get("class") == "filter-group"
        and any(box.get("name") == name for box in each.iter("input"))
    )
    return found


def values(element):
    return [box.get("value") for box in element.iter("input")]


def folded(page, name):
    """Return the values that stand behind 'Toon meer'."""
    return [value for inner in group(page, name).iterfind(".//details") for value in values(inner)]


@pytest.mark.parametrize(
    ("parameter", "value", "chip"),
    [
        ("dagdeel", "weekend", "Weekend"),
        ("toegankelijkheid", "rolstoel", "Bereikbaar met een rolstoel"),
        ("plek", "wachtlijst", "Er is een wachtlijst"),
        ("proefplek", "ja", "Je kunt eerst meedraaien"),
    ],
)
def test_a_visitor_filters_on_what_matters_to_them_and_takes_it_away(
    visitor, offer, parameter, value, chip
):
    offer(
        "Met alles",
        day_parts=("za-ochtend",),
        wheelchair=Access.YES,
        availability=Availability.WAITING_LIST,
        try_out=True,
    )
    offer("Met niets", wheelchair=Access.PARTLY)
    visitor.get("/werkplekken")
    page = visitor.submit(APPLY, **{parameter: [value]})
    assert titles(page) == ["Met alles"]
    assert "(1 gekozen)" in page.main_text
    page = visitor.follow(f"Verwijder filter: {chip}")
    assert titles(page) == ["Met alles", "Met niets"]


def test_a_group_is_folded_until_something_is_chosen_in_it(visitor, offer):
    offer("Zagen", sectors=("hout",), rungs=(3,))
    page = visitor.get("/werkplekken", trede="3")
    assert group(page, "trede").get("open") is not None
    assert group(page, "branche").get("open") is None


def test_of_more_than_eight_values_the_rest_is_folded_away_but_never_what_is_chosen(visitor, offer):
    offer("Van alles", sectors=ELEVEN)
    offer("Winkel", sectors=("winkel",))
    page = visitor.get("/werkplekken")
    rest = folded(page, "branche")
    assert len(values(group(page, "branche"))) == len(ELEVEN)
    assert len(rest) == len(ELEVEN) - 8
    assert "winkel" not in rest
    assert "Toon meer (3 bij “Soort werk”)" in page.main_text
    page = visitor.submit(APPLY, branche=rest)
    assert not set(rest) & set(folded(page, "branche"))
    page = visitor.get("/werkplekken", branche=list(ELEVEN))
    assert folded(page, "branche") == []


def test_eight_values_are_all_seen_at_once(visitor, offer):
    offer("Van alles", sectors=ELEVEN[:8])
    assert folded(visitor.get("/werkplekken"), "branche") == []


def test_a_value_without_workplaces_is_shown_only_when_it_is_chosen(visitor, offer):
    offer("Zagen", rungs=(3,), availability=Availability.FREE)
    assert values(group(visitor.get("/werkplekken"), "plek")) == ["plek"]
    page = visitor.get("/werkplekken", plek=["plek", "vol"])
    assert values(group(page, "plek")) == ["plek", "vol"]
    assert "Vol (0 werkplekken)" in page.main_text


def test_above_the_list_stands_which_order_it_has(visitor, offer):
    offer("Zagen")
    assert "Volgorde: nieuwste eerst." in visitor.get("/werkplekken").main_text
    assert "Volgorde: dichtbij eerst." in visitor.get("/werkplekken", postcode="6921").main_text
    assert "Volgorde: wat het best past." in visitor.get("/werkplekken", q="zagen").main_text
    page = visitor.get("/werkplekken", q="zagen", sorteer="naam")
    assert "Volgorde: op naam." in page.main_text
    explanation = visitor.follow("Hoe sorteren wij?").main_text
    for name in ("Wat het best past.", "Dichtbij eerst.", "Nieuwste eerst.", "Op naam."):
        assert name in explanation
