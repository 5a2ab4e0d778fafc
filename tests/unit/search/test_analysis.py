"""Which Dutch words find which, as tables."""

import tomllib
from pathlib import Path

import pytest

from webapp.search.analysis.compounds import parts
from webapp.search.analysis.lemmas import lemma
from webapp.search.analysis.tokens import (
    name_tokens,
    query_words,
    synonyms_between,
    text_tokens,
)
from webapp.search.analysis.words import words


def finds(query, text):
    tokens = text_tokens(text)
    asked = query_words(query)
    return bool(asked) and all(
        any(tokens.issuperset(way.tokens) for way in word.ways) for word in asked if word.needed
    )


FORMS = """
fiets/fietsen huis/huizen glas/glazen werken/werkt bakken/gebakken bakken/bakt les/lessen hok/hokken
tuin/tuinen dier/dieren boerderij/boerderijen kas/kassen boom/bomen doos/dozen brief/brieven
kind/kinderen ei/eieren kok/koks klant/klanten keuken/keukens paard/paarden plant/planten
repareren/gerepareerd repareren/repareert koken/gekookt koken/kookt naaien/genaaid wassen/was
strijken/gestreken inpakken/ingepakt schoonmaken/schoongemaakt schoonmaken/schoonmaak
begeleiden/begeleiding schilderen/schilder hout/houten werk/werken tuinieren/tuinier kruid/kruiden
foto/foto's café/cafés idee/ideeën patiënt/patiënten industrie/industrieën samenwerken/samenwerkt
zagen/zaag zagen/gezaagd zagen/zaagt schaap/schapen
"""
COMPOUNDS = """
fietsen/fietsenmaker fiets/fietsenmakers maker/fietsenmaker tuin/kruidentuin kruid/kruidentuin
tuin/tuinwerk tuinen/binnentuin boerderij/kinderboerderij boerderij/zorgboerderij hout/houtbewerking
dieren/dierenpension magazijn/magazijnmedewerker schilderen/schilderwerk naaien/naaiatelier
winkel/fietsenwinkel keuken/buurtkeuken werkplaats/houtwerkplaats bloem/bloementuin
schoonmaken/schoonmaakploeg kinderen/kinderopvang koffie/koffiebranderij
"""
TRAPS = """
kas/kassa kas/kast werk/netwerk tuin/fortuin les/flessen les/lezen beleid/begeleiding bom/bomen
staal/stal taal/totaal wens/mens rood/brood oven/boven wol/zwolle kapper/knapper eren/schilderen
naar/kunstenaar port/transport maal/helemaal code/postcode haver/tegenover
zagen/zien zagen/ziet zien/zaag
"""


PAIRS = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8"))


def asked_and_text(pair):
    return pair.replace("~", " ").split("/")


@pytest.mark.parametrize("pair", PAIRS["found"].split())
def test_a_visitor_finds_what_means_the_same(pair):
    assert finds(*asked_and_text(pair))


@pytest.mark.parametrize("pair", PAIRS["not_found"].split())
def test_a_visitor_does_not_find_what_shares_letters_only(pair):
    assert not finds(*asked_and_text(pair))


@pytest.mark.parametrize("pair", PAIRS["missed"].split())
def test_what_is_known_to_be_missed_moves_to_the_other_list_once_it_is_found(pair):
    assert not finds(*asked_and_text(pair))


@pytest.mark.parametrize("pair", PAIRS["found_wrongly"].split())
def test_what_is_known_to_be_found_wrongly_moves_to_the_other_list_once_it_is_not(pair):
    assert finds(*asked_and_text(pair))


@pytest.mark.parametrize("pair", FORMS.split())
def test_a_visitor_finds_a_word_in_its_other_form(pair):
    one, other = pair.split("/")
    assert finds(one, other)
    assert finds(other, one)


@pytest.mark.parametrize("pair", COMPOUNDS.split())
def test_a_visitor_finds_a_word_within_a_compound(pair):
    part, compound = pair.split("/")
    assert finds(part, compound)


@pytest.mark.parametrize("pair", TRAPS.split())
def test_a_visitor_does_not_find_a_word_that_only_looks_alike(pair):
    one, other = pair.split("/")
    assert not finds(one, other)


def test_a_compound_does_not_find_its_parts_apart():
    assert not finds("fietsenmaker", "fiets")


def test_accents_capitals_and_ligatures_do_not_matter():
    assert finds("CAFE", "café")
    assert finds("geïnteresseerd", "Geinteresseerd")
    assert finds("ĳzer", "ijzer")
    assert finds("ﬁets", "fiets")


def test_every_word_must_be_there():
    assert finds("hout zagen", "We zagen hout op maat.")
    assert not finds("hout zagen", "We zagen ijzer.")


def test_a_word_that_says_little_outweighs_no_other():
    telling, little = sorted(query_words("hout maken"), key=lambda word: not word.needed)
    assert (telling.text, little.needed) == ("hout", False)
    assert max(way.worth for way in little.ways) < min(way.worth for way in telling.ways)


def test_words_that_say_nothing_are_left_out():
    assert words("Ik wil graag iets met de dieren doen") == ["dieren"]
    assert query_words("de het een ik wil") == ()


def test_punctuation_digits_and_single_letters():
    assert words("'s-Gravenhage: 36 uur, A4, x!") == ["gravenhage", "36", "uur", "a4"]
    assert words("foto\N{RIGHT SINGLE QUOTATION MARK}s") == words("foto's") == ["foto's"]


def test_a_word_that_is_asked_twice_counts_once():
    assert [word.text for word in query_words("tuin Tuin tuín")] == ["tuin"]


def test_a_place_is_found_by_its_name_and_not_by_what_the_name_means():
    tokens = name_tokens(["Duiven"])
    (asked,) = query_words("duif")
    assert not any(tokens.issuperset(way.tokens) for way in asked.ways)
    (asked,) = query_words("Duiven")
    assert any(tokens.issuperset(way.tokens) for way in asked.ways)


def test_forms_that_the_dictionary_takes_in_a_circle_have_one_lemma():
    assert lemma("fiets") == lemma("fietsen") == "fiets"


@pytest.mark.parametrize("text", ["", "   ", "\0", "🚲🌳", "*?~^[]{}()\"'\\", "a" * 10_000])
def test_strange_texts_are_harmless(text):
    asked = query_words(text)
    assert all(len(word.text) <= 64 and not parts(word.text) for word in asked)


def test_synonyms_are_found_by_any_form_and_within_compounds():
    same = synonyms_between([["tuin", "groen", "hovenier"]])
    for asked, text in [
        ("hoveniers", "tuinen"),
        ("groen", "kruidentuin"),
        ("tuin", "groenvoorziening"),
    ]:
        tokens = text_tokens(text, same)
        (word,) = query_words(asked)
        assert any(tokens.issuperset(way.tokens) for way in word.ways), (asked, text)
        assert not any(text_tokens(text).issuperset(way.tokens) for way in word.ways)
