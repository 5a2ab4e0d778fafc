"""What is kept of people: told where it is asked, and in a register for the municipality."""

import csv
from io import StringIO

from tests.support.page_client import PageClient
from tests.support.people import DUIVEN, database_of, make_account, sign_in
from tests.support.resident_signup import reach_contact
from tests.support.workplaces import make_workplace
from webapp.municipalities.settings import change_settings
from webapp.privacy.records import RECORDS
from webapp.workplaces import sectors

PAGE = "/moderatie/verwerkingsregister"


def change(app, **values):
    with database_of(app).writing() as session:
        sectors.load(session)
        change_settings(session, DUIVEN, **values)


def test_the_register_tells_of_every_kind_in_the_words_of_the_municipality(app, moderator):
    change(app, enquiry_legal_basis="een eigen reden", registration_retention_months=1)
    text = moderator.get(PAGE).main_text
    assert [kind.title for kind in RECORDS.values() if kind.title not in text] == []
    assert "een eigen reden" in text
    assert "1 maand na de laatste verandering" in text
    assert "30 dagen na het weghalen" in text


def test_the_register_is_a_file_too(moderator):
    text = moderator.raw(f"{PAGE}.csv").data.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text), delimiter=";"))
    assert [row["Wat"] for row in rows] == [kind.title for kind in RECORDS.values()]
    assert all(row["Wettelijke reden"] and row["Hoelang"] for row in rows)


def test_who_is_asked_for_data_reads_why_how_long_and_whom_to_ask(app, visitor):
    change(
        app, legal_basis="een reden voor inwoners", enquiry_legal_basis="een reden voor vragen",
        organisation_legal_basis="een reden voor werkgevers", staff_legal_basis="een reden bij ons",
        officer_email="fg@duiven.example",
    )  # fmt: skip
    with database_of(app).writing() as session:
        workplace = make_workplace(session).public_id
        account = make_account(session)
    resident = reach_contact(PageClient(app)).main_text
    asks = {
        "een reden voor inwoners": resident,
        "een reden voor vragen": visitor.get(f"/werkplekken/{workplace}/vraag").main_text,
        "een reden voor werkgevers": visitor.get("/organisatie-aanmelden/organisatie").main_text,
        "een reden bij ons": sign_in(PageClient(app), account).get("/account").main_text,
    }
    for basis, text in asks.items():
        assert f"E{basis[1:]}." in text, basis
        assert "Hoelang we het bewaren" in text
        assert "fg@duiven.example" in text
    assert "12 maanden na de laatste verandering" in resident
