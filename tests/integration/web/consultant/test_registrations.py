"""Consultants and moderators follow up the registrations of their municipality."""

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from tests.support.page_client import PageClient
from tests.support.people import ARNHEM, database_of, staff_member
from tests.support.registrations import make_registration
from tests.support.resident_signup import private_link, sign_up
from tests.support.statements import counted_statements
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.registrations.models import Registration, RegistrationStatus
from webapp.workplaces import sectors

LIST = "/consulent/aanmeldingen"


@pytest.fixture
def public_id(app):
    with database_of(app).writing() as session:
        return make_registration(session).public_id


def registration(app):
    with database_of(app).reading() as session:
        return session.scalars(select(Registration)).one()


def looks(app):
    with database_of(app).reading() as session:
        events = session.scalars(select(AuditEvent).order_by(AuditEvent.id))
        return [(event.action, event.details.get("purpose")) for event in events][1:]


def test_a_consultant_sees_what_waits_and_opens_it(consultant, public_id, app):
    page = consultant.get("/consulent")
    assert "Er is 1 nieuwe aanmelding." in page.main_text
    page = consultant.follow("Bekijk de aanmeldingen")
    assert "Ria Voorbeeldsma" in page.main_text
    page = consultant.get(f"{LIST}/{public_id}")
    for answer in ("Ria Voorbeeldsma", "06 12 34 56 78", "6921 Duiven", "Ik ben graag buiten."):
        assert answer in page.main_text
    assert page.response.headers["Cache-Control"] == "no-store"
    assert looks(app) == [
        ("registrations.listed", "follow_up"),
        ("registration.looked_at", "follow_up"),
    ]


def test_a_moderator_of_the_municipality_sees_registrations_too(app, public_id):
    moderator = staff_member(app, RoleName.MODERATOR)
    assert "Ria Voorbeeldsma" in moderator.get(f"{LIST}/{public_id}").main_text


def test_a_consultant_of_another_municipality_finds_nothing(app, public_id):
    other = staff_member(app, RoleName.CONSULTANT, ARNHEM, host="arnhem.localhost:5000")
    assert "Ria" not in other.get(LIST).text
    for way in ("", "/contactgegevens", "/wissen"):
        other.get(f"{LIST}/{public_id}{way}", status=404)
    assert looks(app) == [("registrations.listed", "follow_up")]


@pytest.mark.parametrize("way", ["", "/contactgegevens", "/wissen"])
def test_a_consultant_is_refused_on_the_site_of_another_municipality(app, public_id, way):
    visiting = staff_member(app, RoleName.CONSULTANT, ARNHEM)
    visiting.get(LIST, status=403)
    visiting.get(f"{LIST}/{public_id}{way}", status=403)


@pytest.mark.parametrize("path", ["/consulent", LIST, f"{LIST}/abc"])
def test_who_is_not_signed_in_is_asked_to_log_in(visitor, path):
    assert visitor.get(path).heading == "Inloggen"


def test_a_consultant_follows_a_registration_step_by_step(consultant, public_id, app):
    consultant.get(f"{LIST}/{public_id}")
    consultant.submit("We doen een intake")
    consultant.submit("De oriëntatie is begonnen")
    consultant.submit("Zet terug op “Intake”")
    page = consultant.submit("De oriëntatie is begonnen")
    assert "De aanmelding staat nu op “Oriëntatie”." in page.main_text
    assert "van “Aangemeld” naar “Intake”, door Sanne Voorbeeld" in page.main_text
    consultant.submit("Er is een advies")
    consultant.submit("Er is een werkplek: het traject begint")
    consultant.submit("Het traject is afgerond")
    assert registration(app).status is RegistrationStatus.COMPLETED


def test_of_two_consultants_the_second_is_told(app, public_id):
    first, second = (staff_member(app, RoleName.CONSULTANT) for _ in range(2))
    for each in (first, second):
        each.get(f"{LIST}/{public_id}")
    first.submit("We doen een intake")
    second.submit("We doen een intake", status=409)
    assert registration(app).status is RegistrationStatus.INTAKE


def test_a_step_that_no_button_offers_is_refused(consultant, public_id, app):
    page = consultant.get(f"{LIST}/{public_id}")
    token = page.response.text.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
    version = str(registration(app).version)
    values = {"csrf_token": token, "version": version}
    consultant.post_raw(f"{LIST}/{public_id}", values | {"status": "weg"}, status=400)
    consultant.post_raw(f"{LIST}/{public_id}", values | {"status": "trajectory"}, status=409)
    assert registration(app).status is RegistrationStatus.NEW


def test_a_list_can_be_of_one_status(consultant, public_id):
    consultant.get(f"{LIST}/{public_id}")
    consultant.submit("We doen een intake")
    consultant.get(LIST)
    assert "Ria" not in consultant.follow("Aangemeld (0)").main_text
    assert "Ria" in consultant.follow("Intake (1)").main_text


def test_a_long_list_has_pages(consultant, app):
    with database_of(app).writing() as session:
        for _number in range(21):
            make_registration(session)
    consultant.get(LIST)
    assert len(consultant.page.response.text.split("Ria Voorbeeldsma")) == 21
    page = consultant.follow("Volgende pagina")
    assert len(page.response.text.split("Ria Voorbeeldsma")) == 2


def test_a_consultant_corrects_a_telephone_number_for_a_resident(consultant, public_id, app):
    consultant.get(f"{LIST}/{public_id}")
    consultant.follow("Verbeter de contactgegevens")
    page = consultant.submit("Bewaar de contactgegevens", email="", phone="", status=422)
    assert page.errors == ["Vul een e-mailadres of een telefoonnummer in."]
    page = consultant.submit("Bewaar de contactgegevens", phone="026 123 45 67")
    assert "De contactgegevens zijn bewaard." in page.main_text
    assert registration(app).phone == "026 123 45 67"


def test_a_consultant_wipes_a_registration_when_the_resident_asks(consultant, public_id, app):
    consultant.get(f"{LIST}/{public_id}")
    consultant.follow("Wis deze aanmelding")
    page = consultant.submit("Ja, wis de gegevens")
    assert "De gegevens van de inwoner zijn gewist." in page.main_text
    assert registration(app).name == ""
    assert "Gegevens gewist" in consultant.get(LIST).main_text


def test_a_page_of_many_costs_no_more_statements_than_one_of_few(consultant, app):
    with database_of(app).writing() as session:
        for _number in range(3):
            make_registration(session)
    consultant.get(LIST)
    few = statements_of(app, consultant)
    with database_of(app).writing() as session:
        for _number in range(17):
            make_registration(session)
    assert statements_of(app, consultant) == few


def statements_of(app, client: PageClient) -> int:
    with counted_statements(database_of(app)) as statements:
        client.get(LIST)
    return len(statements)


def test_registering_for_a_resident_begins_at_the_same_questions(consultant):
    consultant.get("/consulent")
    consultant.follow("Meld een inwoner aan")
    page = consultant.follow("Begin met je aanmelding")
    assert page.response.text.count("checked") == 1
    assert 'value="Sanne Voorbeeld"' in page.response.text


def test_nothing_of_a_resident_is_in_an_address_a_title_or_a_log(app, visitor, consultant, caplog):
    caplog.set_level("DEBUG")
    with database_of(app).writing() as session:
        sectors.load(session)
    with capture_logs() as events:
        sign_up(visitor, name="Schildwacht Sentinel", residence="6923 ZX")
        visitor.get(private_link(visitor))
        consultant.get(LIST)
        consultant.get(f"{LIST}/{registration(app).public_id}")
        consultant.submit("We doen een intake")
    pages = (*visitor.pages, *consultant.pages)
    outside = [str(events), caplog.text, audit_log(app)]
    outside += [page.url for page in pages] + [page.title for page in pages]
    for secret in ("Sentinel", "6923", "ria@"):
        assert secret not in " ".join(outside)


def audit_log(app):
    with database_of(app).reading() as session:
        events = session.scalars(select(AuditEvent)).all()
    return " ".join(f"{event.action} {event.subject_id} {event.details}" for event in events)
