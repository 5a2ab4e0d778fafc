"""Moderators and the settings of their municipality."""

import pytest
from sqlalchemy import select

from tests.support.people import database_of, staff_member
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.municipalities.settings import Adjacency, MunicipalitySettings, get_settings
from webapp.web.moderator.settings_words import GROUPS, LABELS

CONTACT = "/moderatie/instellingen/contact"


@pytest.fixture
def moderator(app):
    return staff_member(app, RoleName.MODERATOR)


def _settings(app, code="GM0226"):
    with database_of(app).reading() as session:
        return get_settings(session, code)


def test_every_setting_stands_in_one_group_with_a_label():
    grouped = [name for group in GROUPS for name in group.names]
    assert sorted(grouped) == sorted(MunicipalitySettings.__dataclass_fields__) == sorted(LABELS)


def test_a_moderator_sees_all_settings_in_words(moderator):
    text = moderator.get("/moderatie/instellingen").main_text
    assert "Kleuren Rivier Wijzig kleuren" in text
    assert "Een gemeente die aan de gemeente grenst" in text
    assert "na 6 maanden" in text
    assert "Oriëntatiefase Ontwikkeling naar trede 3" in text
    assert "C: eerste maatregelen zijn genomen" in text
    assert "Er staat nog niet wanneer de toegankelijkheid is nagekeken." in text


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.key)
def test_a_moderator_saves_a_group_as_it_is_and_nothing_changes(app, moderator, group):
    before = _settings(app)
    moderator.get(f"/moderatie/instellingen/{group.key}")
    assert "De instellingen zijn bewaard." in moderator.submit("Bewaar de instellingen").text
    assert _settings(app) == before


def test_a_moderator_changes_how_the_network_is_reached(app, moderator, visitor, session):
    moderator.get(CONTACT)
    page = moderator.submit(
        "Bewaar de instellingen",
        network_name="het netwerk WijWerkt",
        network_email="netwerk@voorbeeld.nl",
        help_phone="026 000 00 00",
    )
    assert "De instellingen zijn bewaard." in page.text
    assert "Bel 026 000 00 00" in visitor.get("/contact").links
    assert "het netwerk WijWerkt" in visitor.get("/werkgevers").main_text
    event = session.scalars(select(AuditEvent).where(AuditEvent.action == "settings.changed")).one()
    assert event.details["fields"] == ["help_phone", "network_email", "network_name"]
    assert event.details["changes"]["help_phone"] == ["", "026 000 00 00"]
    assert _settings(app, "GM0202").network_name == ""


def test_a_moderator_chooses_products_colours_and_the_location_rule(app, moderator, visitor):
    moderator.get("/moderatie/instellingen/werkplekken")
    moderator.submit(
        "Bewaar de instellingen",
        products_offered=["orientatie", "stabiel-3"],
        adjacency="place",
        admission_open="y",
    )
    assert "Stabiel op trede 4" not in visitor.get("/trajecten").main_text
    assert "een woonplaats die daaraan grenst" in visitor.get("/werkplekken/uitleg").main_text
    assert _settings(app).adjacency is Adjacency.PLACE
    assert _settings(app).admission_open is True
    moderator.get("/moderatie/instellingen/uiterlijk")
    moderator.submit("Bewaar de instellingen", theme="heide", site_name="WijWerkt")
    page = visitor.get("/")
    assert "themes/heide.css" in page.response.text
    assert page.title.endswith("WijWerkt")


@pytest.mark.parametrize(
    ("group", "values", "sentence"),
    [
        (
            "contact",
            {"network_email": "geen adres"},
            "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
        ),
        ("contact", {"help_phone": "bel ons"}, "Vul een telefoonnummer in, zoals 06 00 00 00 00."),
        (
            "contact",
            {"network_partners": "De Tuin."},
            "Haal de punt aan het eind weg: de tekst staat midden in een zin.",
        ),
        (
            "meedoen",
            {"own_contribution": "geen"},
            "Schrijf hele zinnen, met een punt aan het eind.",
        ),
        ("meedoen", {"own_contribution": ""}, "Vul dit in: “Eigen bijdrage”."),
        (
            "meedoen",
            {"allowance_caps": "2026: 2200\nveel"},
            "Schrijf op elke regel een jaar en een bedrag, zoals 2025: 2100.",
        ),
        (
            "werkplekken",
            {"calamity_working_days": "99"},
            "Vul een getal in van 1 tot en met 10.",
        ),
        ("gegevens", {"registration_retention_months": "0"}, "Vul dit in:"),
        ("gegevens", {"registration_retention_months": "121"}, "Vul een getal in van 1 tot"),
        ("toegankelijkheid", {"accessibility_checked_on": "ooit"}, "Vul een datum in, zoals"),
        ("uiterlijk", {"theme": "roze"}, "Vul dit in: “Kleuren”."),
        ("uiterlijk", {"site_name": "x" * 61}, "Maak dit korter: hooguit 60 tekens."),
    ],
)
def test_what_cannot_be_is_refused_and_kept(app, moderator, group, values, sentence):
    before = _settings(app)
    moderator.get(f"/moderatie/instellingen/{group}")
    page = moderator.submit("Bewaar de instellingen", status=422, **values)
    (said,) = page.errors
    assert said.startswith(sentence)
    assert _settings(app) == before


def test_of_two_moderators_the_second_is_told_and_keeps_what_they_typed(app, moderator):
    colleague = staff_member(app, RoleName.MODERATOR)
    moderator.get(CONTACT)
    colleague.get(CONTACT)
    moderator.submit("Bewaar de instellingen", network_name="Het eerste")
    page = colleague.submit("Bewaar de instellingen", network_name="Het tweede", status=409)
    assert "Naam van het netwerk: Het eerste" in page.main_text
    assert 'value="Het tweede"' in page.response.text
    colleague.submit("Bewaar de instellingen")
    assert _settings(app).network_name == "Het tweede"


def test_two_moderators_change_different_groups_without_hindrance(app, moderator):
    colleague = staff_member(app, RoleName.MODERATOR)
    moderator.get(CONTACT)
    colleague.get("/moderatie/instellingen/meedoen")
    moderator.submit("Bewaar de instellingen", network_name="Het eerste")
    colleague.submit("Bewaar de instellingen", minimum_age="vanaf 18 jaar")
    assert (_settings(app).network_name, _settings(app).minimum_age) == (
        "Het eerste",
        "vanaf 18 jaar",
    )


def test_only_a_moderator_of_the_municipality_may_come_here(app):
    staff_member(app, RoleName.MODERATOR, "GM0202").get(CONTACT, status=403)
    staff_member(app, RoleName.CONSULTANT).get(CONTACT, status=403)


def test_a_group_that_does_not_exist_is_not_found(moderator):
    moderator.get("/moderatie/instellingen/geheim", status=404)
