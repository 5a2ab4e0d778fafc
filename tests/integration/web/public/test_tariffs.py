"""What visitors read about tariffs."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from tests.support.page_client import PageClient
from webapp.core.actor import SYSTEM
from webapp.municipalities.settings import change_settings
from webapp.tariffs.examples import load_examples
from webapp.tariffs.models import TariffUnit
from webapp.tariffs.operations import TariffDraft, add_tariff
from webapp.trajectories.products import ProductCode

NOW = datetime(2026, 5, 12, 10, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_may_2026():
    with time_machine.travel(NOW, tick=False):
        yield


def test_a_municipality_without_tariffs_says_so_plainly(visitor):
    page = visitor.get("/tarieven")
    assert "De gemeente Duiven heeft nog geen tarieven ingevuld." in page.main_text


def test_an_employer_sees_example_rows_that_say_they_are_examples(visitor, session):
    assert load_examples(session, "GM0226", actor=SYSTEM, now=NOW) == 10
    session.commit()
    page = visitor.get("/tarieven")
    assert page.main_text.count("VOORBEELD-S3") == 2
    assert page.main_text.index("Tarieven 2027") < page.main_text.index("Tarieven 2026")
    assert "Het zijn geen echte tarieven." in page.main_text
    assert "Stabiel op trede 3 voorbeeld VOORBEELD-S3 € 20,00 per uur" in page.main_text
    assert "heel 2026 (geldt nu)" in page.main_text
    assert "heel 2027 (geldt nu)" not in page.main_text


def test_a_tariff_of_a_part_of_the_year_shows_its_days(visitor, session):
    draft = TariffDraft(
        product=ProductCode.DEVELOPMENT_3,
        product_code="",
        unit=TariffUnit.TRAJECTORY,
        amount_cents=1234_56,
        valid_from=date(2026, 4, 1),
        valid_to=date(2027, 3, 31),
    )
    add_tariff(session, "GM0226", draft, actor=SYSTEM, now=NOW)
    session.commit()
    text = visitor.get("/tarieven").main_text
    assert "geen € 1.234,56 per traject 1 april 2026 tot en met 31 maart 2027" in text
    assert "geen echte tarieven" not in text


def test_a_product_that_is_not_offered_any_more_shows_no_tariff(visitor, session):
    load_examples(session, "GM0226", actor=SYSTEM, now=NOW)
    change_settings(session, "GM0226", products_offered=("stabiel-4",))
    session.commit()
    text = visitor.get("/tarieven").main_text
    assert "VOORBEELD-S4" in text
    assert "VOORBEELD-S3" not in text


def test_the_tariffs_of_one_municipality_are_not_those_of_another(app, session):
    load_examples(session, "GM0226", actor=SYSTEM, now=NOW)
    session.commit()
    page = PageClient(app, host="arnhem.localhost:5000").get("/tarieven")
    assert "VOORBEELD" not in page.text


def test_a_resident_with_a_benefit_sees_the_caps_and_the_warning(visitor, session):
    page = visitor.get("/tarieven")
    assert "2025 € 2.100" in page.main_text
    assert "jonger dan 27" in page.main_text
    assert "Van de jaren na 2025 kennen wij het bedrag nog niet." in page.main_text
    change_settings(session, "GM0226", allowance_caps=("2026: 2200",))
    session.commit()
    page = visitor.get("/tarieven")
    assert "2026 € 2.200 Opgegeven door de gemeente." in page.main_text
    assert "kennen wij het bedrag nog niet" not in page.main_text
