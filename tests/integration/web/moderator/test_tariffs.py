"""Moderators and the tariffs of their municipality."""

import pytest
from sqlalchemy import select

from tests.support.people import database_of, staff_member
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.core import clock
from webapp.core.actor import SYSTEM
from webapp.tariffs.examples import load_examples
from webapp.tariffs.models import Tariff

ARNHEM = "arnhem.localhost:5000"
DRAFT = {
    "product": "stabiel-3",
    "amount": "€ 1.234,5",
    "unit": "hour",
    "valid_from": "1-1-2027",
    "valid_to": "31-12-2027",
}


@pytest.fixture
def moderator(app):
    return staff_member(app, RoleName.MODERATOR)


def _add(moderator, *, status=200, **values):
    moderator.get("/moderatie/tarieven/nieuw")
    draft = DRAFT | {"amount": "20,50"} | values
    return moderator.submit("Bewaar het tarief", status=status, **draft)


def _address(app):
    with database_of(app).reading() as session:
        tariff = session.scalars(select(Tariff)).one()
    return f"/moderatie/tarieven/{tariff.public_id}"


def test_a_moderator_adds_a_tariff_that_visitors_then_see(moderator, visitor, session):
    moderator.get("/moderatie/tarieven")
    assert "Er zijn nog geen tarieven." in moderator.page.main_text
    moderator.follow("Voeg een tarief toe")
    page = moderator.submit("Bewaar het tarief", **DRAFT | {"amount": "20,50"})
    assert "Het tarief is toegevoegd." in page.text
    text = visitor.get("/tarieven").main_text
    assert "Stabiel op trede 3 geen € 20,50 per uur heel 2027" in text
    event = session.scalars(select(AuditEvent)).one()
    assert (event.action, event.details["amount"]) == ("tariff.added", "€ 20,50")


def test_what_is_filled_in_wrongly_is_asked_again_and_kept(moderator):
    moderator.get("/moderatie/tarieven/nieuw")
    page = moderator.submit("Bewaar het tarief", **DRAFT | {"valid_to": "morgen"}, status=422)
    assert page.errors == [
        "Vul een bedrag in, zoals 1500 of 20,50.",
        "Vul de laatste dag in, zoals 31-12-2027.",
    ]
    assert "€ 1.234,5" in page.response.text
    assert 'value="morgen"' in page.response.text


def test_an_empty_tariff_is_asked_for_in_whole(moderator):
    moderator.get("/moderatie/tarieven/nieuw")
    page = moderator.submit("Bewaar het tarief", status=422)
    assert page.errors == [
        "Kies een soort traject.",
        "Vul een bedrag in, zoals 1500 of 20,50.",
        "Kies waarvoor het bedrag is.",
        "Vul de eerste dag in, zoals 1-1-2027.",
        "Vul de laatste dag in, zoals 31-12-2027.",
    ]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"amount": "0"}, "Vul een bedrag in boven de € 0 en tot en met € 100.000."),
        ({"amount": "100.000,01"}, "Vul een bedrag in boven de € 0 en tot en met € 100.000."),
        ({"valid_to": "31-12-2026"}, "Kies een laatste dag die niet vóór de eerste dag ligt."),
        ({"valid_from": "1-1-1027"}, "Vul een dag in vanaf 2015, zoals 1-1-2027."),
        ({"product": "bestaat-niet"}, "Kies een soort traject."),
    ],
)
def test_a_tariff_that_cannot_be_is_refused(moderator, values, sentence):
    if "product" in values:
        moderator.get("/moderatie/tarieven/nieuw")
        values = DRAFT | {"amount": "20"} | values
        assert moderator.submit("Bewaar het tarief", status=422, **values).errors == [sentence]
    else:
        assert _add(moderator, status=422, **values).errors == [sentence]


def test_a_tariff_that_is_sent_twice_is_added_once(moderator, visitor):
    _add(moderator)
    assert "Het tarief is toegevoegd." in _add(moderator).text
    assert visitor.get("/tarieven").main_text.count("€ 20,50") == 1


def test_a_tariff_that_overlaps_with_another_of_the_same_product_is_refused(moderator):
    _add(moderator)
    page = _add(moderator, valid_from="31-12-2027", valid_to="31-12-2028", status=422)
    (sentence,) = page.errors
    assert "al een tarief van 1 januari 2027 tot en met 31 december 2027." in sentence
    _add(moderator, valid_from="1-1-2028", valid_to="31-12-2028")
    _add(moderator, product="stabiel-4")


def test_a_moderator_changes_a_tariff_without_it_being_in_its_own_way(app, moderator, visitor):
    _add(moderator)
    moderator.get(_address(app))
    page = moderator.submit("Bewaar het tarief", amount="21", product_code="ABC", note="Nieuw")
    assert "Het tarief is bewaard." in page.text
    assert "ABC € 21,00 per uur heel 2027 Nieuw" in visitor.get("/tarieven").main_text


def test_an_example_becomes_a_real_tariff(app, moderator, visitor):
    _add(moderator, is_example="y")
    assert "3 voorbeeld geen" in visitor.get("/tarieven").main_text
    moderator.get(_address(app))
    moderator.submit("Bewaar het tarief", is_example=None)
    assert "3 voorbeeld" not in visitor.get("/tarieven").main_text


def test_a_moderator_removes_a_tariff_and_the_log_keeps_it(app, moderator, visitor, session):
    _add(moderator)
    moderator.get(_address(app))
    page = moderator.submit("Verwijder het tarief")
    assert "Het tarief is verwijderd." in page.text
    assert "heeft nog geen tarieven ingevuld" in visitor.get("/tarieven").main_text
    event = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert (event.action, event.details["product"]) == ("tariff.removed", "stabiel-3")


def test_of_two_moderators_the_second_is_told_and_keeps_what_they_typed(app, moderator):
    _add(moderator)
    colleague = staff_member(app, RoleName.MODERATOR)
    address = _address(app)
    moderator.get(address)
    colleague.get(address)
    moderator.submit("Bewaar het tarief", amount="30")
    page = colleague.submit("Bewaar het tarief", amount="40", status=409)
    assert "Stabiel op trede 3: € 30,00 per uur, heel 2027" in page.main_text
    assert 'value="40"' in page.response.text
    colleague.submit("Bewaar het tarief")
    assert "€ 40,00" in moderator.get("/moderatie/tarieven").main_text


def test_a_tariff_that_was_changed_meanwhile_is_not_removed(app, moderator):
    _add(moderator)
    colleague = staff_member(app, RoleName.MODERATOR)
    address = _address(app)
    colleague.get(address)
    moderator.get(address)
    moderator.submit("Bewaar het tarief", amount="30")
    colleague.submit("Verwijder het tarief", status=409)
    assert "€ 30,00" in moderator.get("/moderatie/tarieven").main_text


def test_a_moderator_of_another_municipality_may_not_come_near(app, moderator):
    _add(moderator)
    address = _address(app)
    staff_member(app, RoleName.MODERATOR, "GM0202").get(address, status=403)
    staff_member(app, RoleName.CONSULTANT).get(address, status=403)
    at_home = staff_member(app, RoleName.MODERATOR, "GM0202", host=ARNHEM)
    at_home.get(address, status=404)


def test_the_examples_stand_by_year(app, session):
    load_examples(session, "GM0226", actor=SYSTEM, now=clock.now())
    session.commit()
    text = staff_member(app, RoleName.MODERATOR).get("/moderatie/tarieven").main_text
    assert text.index("Tarieven 2027") < text.index("Tarieven 2026")
