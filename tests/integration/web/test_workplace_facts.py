"""A workplace as people read it."""

from datetime import date

import pytest

from tests.support.workplaces import DEFAULT_CONTENT
from webapp.trajectories.products import ProductCode
from webapp.web.workplace_facts import facts_of, groups_for_visitors
from webapp.web.workplace_words import Names, names_in, written
from webapp.workplaces import sectors
from webapp.workplaces.content import Contract, WorkplaceContent
from webapp.workplaces.vocabulary import Access, Availability, QualityMark

NAMES = Names(sectors={"hout": "Hout"}, municipalities={"GM0293": "Westervoort"})


@pytest.fixture(autouse=True)
def _request(app):
    with app.test_request_context("/", base_url="http://duiven.localhost:5000"):
        yield


def shown(content):
    return {
        fact.label: fact.value
        for group in groups_for_visitors(content, NAMES)
        for fact in group.facts
    }


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("title", "Tuinwerk", "Tuinwerk"),
        ("sectors", ("hout", "onbekend"), ["Hout", "onbekend"]),
        ("rungs", (2, 3), ["Trede 2: Sociale contacten", "Trede 3: Bijdrage leveren"]),
        ("products", (ProductCode.STABLE_3,), ["Stabiel op trede 3"]),
        (
            "day_parts",
            ("ma-ochtend", "ma-middag", "ma-avond"),
            ["maandag: ochtend, middag en avond"],
        ),
        ("day_parts", ("zo-avond", "wo-ochtend"), ["woensdag: ochtend", "zondag: avond"]),
        ("service_area", ("GM0293",), ["Westervoort"]),
        ("toilet", Access.PARTLY, "Deels"),
        ("try_out", True, "Ja"),
        ("try_out", False, ""),
        ("places", 3, "3"),
        ("availability_on", date(2026, 5, 12), "12 mei 2026"),
        ("quality_marks", (QualityMark.OVAL,), ["OVAL"]),
        ("work_pressure", None, ""),
        (
            "contracts",
            (
                Contract(
                    "Regio",
                    (ProductCode.STABLE_3,),
                    date(2026, 1, 1),
                    date(2027, 12, 31),
                ),
            ),
            ["Regio, Stabiel op trede 3, vanaf 1 januari 2026, tot en met 31 december 2027"],
        ),
    ],
)
def test_a_value_is_written_in_words(field, value, text):
    assert written(field, value, NAMES) == text


def test_every_field_can_be_written():
    for fact in facts_of(DEFAULT_CONTENT, list(WorkplaceContent.__dataclass_fields__), NAMES):
        assert fact.label
    assert facts_of(WorkplaceContent(), ["title"], NAMES)[0].value == ""


def test_a_visitor_reads_address_and_hours_as_one(session):
    sectors.load(session)
    facts = shown(DEFAULT_CONTENT)
    assert facts["Adres"] == ["Voorbeeldstraat 1", "6921 AB Duiven"]
    assert facts["Uren per week"] == "4 tot 16 uur"
    assert shown(DEFAULT_CONTENT.changed(hours_max=4))["Uren per week"] == "4 uur"


def test_a_visitor_is_not_bothered_with_what_is_empty_or_above_it():
    labels = shown(DEFAULT_CONTENT.changed(availability=Availability.FULL))
    assert "Werkdruk" not in labels
    assert "Naam van de werkplek" not in labels
    assert labels["Is er plek?"] == "Vol"
    assert shown(WorkplaceContent()) == {}


def test_a_visitor_reads_of_the_contact_only_what_may_be_public():
    content = DEFAULT_CONTENT.changed(contact_phone="06-00000101", contact_phone_public=True)
    facts = shown(content)
    assert facts["Telefoonnummer"] == '<a href="tel:06-00000101">06-00000101</a>'
    assert not {"Contactpersoon", "E-mailadres"} & facts.keys()
    assert "sanne@moestuin.example" not in str(facts)


def test_names_are_looked_up_for_all_contents_at_once(session):
    sectors.load(session)
    names = names_in(session, DEFAULT_CONTENT, WorkplaceContent(service_area=("GM0293",)))
    assert names.municipalities == {"GM0293": "Westervoort"}
    assert names.sectors["groen-en-tuin"] == "Groen en tuin"
