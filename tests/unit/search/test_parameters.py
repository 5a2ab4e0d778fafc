"""The search in an address."""

from urllib.parse import parse_qs

import pytest

from webapp.search.engine import Sort
from webapp.search.facets import Facet
from webapp.search.parameters import query_string, understand, unknown_names
from webapp.search.request import SearchRequest
from webapp.search.scope import Area

SECTORS = ("groen-en-tuin", "hout")


def read(address):
    return understand(parse_qs(address, keep_blank_values=True), SECTORS)


def test_an_empty_address_asks_for_everything_in_and_around_the_municipality():
    assert read("") == read("q=&postcode=&km=&branche=&sorteer=&pagina=")
    assert read("").request == SearchRequest()


def test_a_full_address_is_understood():
    address = (
        "q=tuin&gebied=afstand&postcode=6921+ab&km=5&branche=hout&branche=groen-en-tuin&trede=3"
        "&traject=stabiel-3&dagdeel=weekend&dagdeel=ochtend&toegankelijkheid=toilet&plek=wachtlijst"
        "&plek=plek&proefplek=ja&sorteer=afstand&pagina=2&perPagina=50"
    )
    understood = read(address)
    assert understood.problems == {}
    assert understood.request == SearchRequest(
        text="tuin",
        area=Area.DISTANCE,
        where="6921 ab",
        km=5,
        chosen={
            Facet.SECTOR: ("groen-en-tuin", "hout"),
            Facet.RUNG: ("3",),
            Facet.PRODUCT: ("stabiel-3",),
            Facet.PART_OF_DAY: ("ochtend", "weekend"),
            Facet.ACCESSIBILITY: ("toilet",),
            Facet.AVAILABILITY: ("plek", "wachtlijst"),
            Facet.TRY_OUT: ("ja",),
        },
        sort=Sort.DISTANCE,
        page=2,
        per_page=50,
    )


@pytest.mark.parametrize(
    "address",
    [
        "",
        "q=tuin+%26+hout",
        "gebied=gemeente&trede=2&trede=3",
        "gebied=afstand&postcode=Elst%2C+Overbetuwe&km=25&sorteer=naam&pagina=3",
        "postcode=6921&branche=hout&traject=orientatie&sorteer=nieuw&perPagina=5",
        "dagdeel=avond&toegankelijkheid=prikkelarm&toegankelijkheid=rolstoel&plek=vol&proefplek=ja",
    ],
)
def test_a_search_is_written_in_one_way(address):
    assert query_string(read(address).request) == address


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("gebied=heelal", "gebied"),
        ("gebied=afstand", "postcode"),
        ("sorteer=afstand", "sorteer"),
        ("sorteer=kleur", "sorteer"),
        ("km=0", "km"),
        ("km=101", "km"),
        ("km=1.5", "km"),
        ("km=²", "km"),
        ("km=" + "9" * 5000, "km"),
        ("pagina=-1", "pagina"),
        ("pagina=twee", "pagina"),
        ("perPagina=1000", "perPagina"),
        ("branche=toveren", "branche"),
        ("trede=7", "trede"),
        ("traject=naar-de-maan", "traject"),
        ("dagdeel=nacht", "dagdeel"),
        ("toegankelijkheid=lift", "toegankelijkheid"),
        ("plek=misschien", "plek"),
        ("proefplek=nee", "proefplek"),
        ("q=" + "x" * 10_000, "q"),
    ],
)
def test_what_cannot_be_used_is_named_and_left_out(address, parameter):
    understood = read(address)
    assert list(understood.problems) == [parameter]
    assert understood.problems[parameter].endswith(".")
    if parameter != "q":
        assert query_string(understood.request) == ""


def test_what_is_right_beside_what_is_wrong_is_kept():
    understood = read("trede=3&trede=9&q=hout")
    assert set(understood.problems) == {"trede"}
    assert query_string(understood.request) == "q=hout&trede=3"


def test_of_a_parameter_that_comes_twice_the_last_counts():
    assert read("q=hout&q=tuin").request.text == "tuin"


def test_a_text_is_brought_on_one_line_without_control_characters():
    assert read("q=hout%00%0A++en%09tuin").request.text == "hout en tuin"


def test_unknown_parameters_are_named():
    assert set(unknown_names(["q", "kleur"], ["q"])) == {"kleur"}


def test_a_filter_can_be_taken_away():
    request = read("trede=2&trede=3&branche=hout&pagina=4").request
    assert query_string(request.without_choice(Facet.RUNG, "2")) == "branche=hout&trede=3"
    assert query_string(request.without_choices()) == ""
