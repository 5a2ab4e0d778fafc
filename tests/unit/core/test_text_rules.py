"""Rules for texts that people type."""

import pytest

from webapp.core.text_rules import name_problem


@pytest.mark.parametrize(
    "name",
    ["Sanne Voorbeeld", "J.P. d'Aubigné-van 't Hof", "Ünal 2e", "Łukasz", "Team Oost 12", ""],
)
def test_names_of_people_are_left_alone(name):
    assert name_problem(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "Klik op http://kwaad.example",
        "kwaad.example/prijs",
        "WWW.kwaad.example",
        "mail jan@kwaad.example",
        "Bel 0900 12 34",
        "06-00000101",
    ],
)
def test_a_message_is_no_name(name):
    assert name_problem(name) == "Vul alleen een naam in, zonder webadres, e-mailadres of nummer."
