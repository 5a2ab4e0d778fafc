"""Placeholders, filled in for a municipality that left everything empty and one that did not."""

from datetime import date
from pathlib import Path

import pytest

from tests.unit.content.test_base_texts import PLACEHOLDERS
from webapp.content.markdown import render
from webapp.content.placeholders import (
    Placeholder,
    fill,
    fill_markdown,
    unknown_in,
    words_of_municipality,
    words_of_platform,
)
from webapp.core.settings import Settings
from webapp.municipalities.models import Municipality
from webapp.municipalities.settings import Adjacency, MunicipalitySettings, StableProgress

PLATFORM = Settings(data_dir=Path(), database_url="", secret_key="x")
DUIVEN = Municipality(code="GM0226", name="Duiven", slug="duiven")
DAY = date(2026, 5, 12)


def words(**values):
    own = MunicipalitySettings(**values)
    return words_of_municipality(DUIVEN, own, PLATFORM, today=DAY)


def test_every_placeholder_has_a_word_even_when_nothing_is_set():
    assert set(words()) == set(Placeholder)
    assert all(word.strip() for word in words().values())


def test_the_base_texts_are_tested_with_the_same_placeholders():
    assert {placeholder.value for placeholder in Placeholder} == set(PLACEHOLDERS)


@pytest.mark.parametrize(
    ("values", "text", "expected"),
    [
        ({}, "{netwerk_naam}", "het netwerk Activerend Werk Duiven"),
        ({"network_name": "WijWerkt"}, "{netwerk_naam}", "WijWerkt"),
        ({}, "{netwerk_email}", PLATFORM.platform_email),
        ({}, "{netwerk_partners}", "organisaties uit de regio"),
        ({}, "{website}", "duiven.localhost:5000"),
        ({}, "{locatieregel}", "Het werk is in de gemeente Duiven of in een gemeente ernaast."),
        (
            {"adjacency": Adjacency.PLACE},
            "{locatieregel}",
            "Het werk is in de gemeente Duiven of in een woonplaats die daaraan grenst.",
        ),
        ({"calamity_working_days": 1}, "{calamiteit_termijn}", "uiterlijk de volgende werkdag"),
        ({}, "{calamiteit_termijn}", "binnen 2 werkdagen"),
        (
            {"stable_progress": StableProgress.HALF_WAY},
            "{voortgang_stabiel}",
            "op de helft van het traject",
        ),
        (
            {"admission_open": True},
            "{toelating_aanbieders}",
            "Je kunt je daarvoor nu inschrijven.",
        ),
        ({"registration_retention_months": 1}, "{bewaartermijn_aanmelding}", "1 maand"),
        (
            {},
            "{vergoeding_maximum}",
            "€ 2.100 per jaar (het bedrag van 2025; vraag of dit nog klopt)",
        ),
        (
            {"allowance_caps": ("2026: 2200",)},
            "{vergoeding_maximum}",
            "€ 2.200 per jaar (het bedrag van 2026)",
        ),
        ({}, "{toegankelijkheid_datum}", "nog niet"),
        (
            {"accessibility_checked_on": "2026-03-01"},
            "{toegankelijkheid_datum}",
            "1 maart 2026",
        ),
    ],
)
def test_a_visitor_reads_the_words_of_the_municipality(values, text, expected):
    assert fill(text, words(**values)) == expected


def test_a_setting_is_a_word_and_never_markup():
    filled = fill_markdown("Wij zijn {netwerk_naam}.", words(network_name="*[x](/y)* <b>"))
    assert render(filled) == "<p>Wij zijn *[x](/y)* &lt;b&gt;.</p>\n"


def test_an_address_with_an_underscore_is_linked_whole():
    filled = fill_markdown(
        "[{netwerk_email}](mailto:{netwerk_email})", words(network_email="a_b_c@voorbeeld.nl")
    )
    assert render(filled) == '<p><a href="mailto:a_b_c@voorbeeld.nl">a_b_c@voorbeeld.nl</a></p>\n'


def test_what_is_no_placeholder_is_named_once():
    text = "{gemeente} {foo} {bar} {foo} {} { los }"
    assert unknown_in(text) == ["foo", "bar", ""]


def test_the_platform_has_no_words_about_a_municipality():
    assert Placeholder.MUNICIPALITY not in words_of_platform(PLATFORM, MunicipalitySettings())
