"""Moderators and administrators who look something up in the log."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from sqlalchemy import select

from tests.support.enquiries import make_enquiry
from tests.support.mergers import HILVERSUM, WIJDEMEREN, merge
from tests.support.page_client import PageClient
from tests.support.people import ARNHEM, DUIVEN, make_account, sign_in, staff_member
from tests.support.registrations import make_registration
from tests.support.statements import counted_statements
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.audit.operations import record
from webapp.audit.queries import Selection, events_of
from webapp.core import clock
from webapp.core.actor import SYSTEM
from webapp.municipalities.succession import codes_of
from webapp.organisations.operations import add_member
from webapp.workplaces import log, publication
from webapp.workplaces.removals import operations as removals
from webapp.workplaces.removals.models import RemovalReason

LOG = "/moderatie/logboek"


@pytest.fixture
def moderator(app):
    return staff_member(app, RoleName.MODERATOR)


def note(session, action="faq.changed", *, code=DUIVEN, ago=0, actor=SYSTEM, key="een", **details):
    record(
        session,
        action,
        subject=("faq_question", key),
        actor=actor,
        now=clock.now() - timedelta(days=ago),
        municipality_code=code,
        **details,
    )


def titles(page):
    return [text for text in page.main_text.split("Vraag ") if text.startswith("“")]


def test_a_moderator_reads_what_was_before_and_after(database, moderator):
    with database.writing() as session:
        changes = {"answer": ["Nee, nooit.", "Ja, altijd."], "is_example": [False, True]}
        note(session, changes=changes, fields=["answer", "is_example"])
    text = moderator.get(LOG).main_text
    assert "Vraag of antwoord gewijzigd" in text
    assert "Antwoord: eerst “Nee, nooit.”, nu “Ja, altijd.”" in text
    assert "Voorbeeld: eerst “Nee”, nu “Ja”" in text
    assert "Het systeem" in text


def test_a_moderator_reads_who_came_to_act_for_an_organisation(database, moderator):
    with database.writing() as session:
        organisation = make_organisation(session)
        other = make_account(session, name="Sanne de Boer")
        add_member(session, organisation, other, actor=SYSTEM, now=clock.now())
    text = moderator.get(LOG).main_text
    assert "Lid van de organisatie toegevoegd" in text
    assert "Rol: Medewerker" in text
    assert "Wie: Sanne de Boer" in text


def test_a_reason_out_of_a_list_is_read_in_words(database, moderator):
    with database.writing() as session:
        workplace = make_workplace(session)
        removals.request(
            session,
            workplace,
            reason=RemovalReason.NO_GUIDANCE,
            explanation="",
            actor=SYSTEM,
            now=clock.now(),
        )
    assert "Reden: Er is geen begeleiding meer" in moderator.get(LOG).main_text


def test_a_question_is_found_by_its_reference(database, moderator):
    with database.writing() as session:
        enquiry = make_enquiry(session, make_workplace(session))
        reference = enquiry.reference
    assert f"Vraag over een werkplek “{reference}”" in moderator.get(LOG).main_text
    assert "Vraag over een werkplek gesteld" in moderator.get(LOG, q=reference).main_text


def test_nobody_reads_of_another_municipality(app, database, moderator):
    with database.writing() as session:
        for code in (DUIVEN, ARNHEM):
            note(session, code=code, key=f"vraag-van-{code}")
            make_workplace(session, municipality_code=code, title="Zelfde naam")
    arnhem = staff_member(app, RoleName.MODERATOR, ARNHEM, host="arnhem.localhost:5000")
    assert "vraag-van-GM0226" in moderator.get(LOG).text
    assert "vraag-van-GM0202" not in moderator.page.text
    assert "vraag-van-GM0226" not in arnhem.get(LOG).text
    assert "vraag-van-GM0202" not in moderator.raw(f"{LOG}.csv").get_data(as_text=True)
    assert "We vonden niets." in moderator.get(LOG, q="vraag-van-GM0202").text


def test_a_workplace_is_found_by_its_name_and_in_words(database, moderator):
    with database.writing() as session:
        workplace = make_workplace(session, title="Koffie branden")
        other = make_workplace(session, title="Brood bakken")
        for each in (workplace, other):
            publication.hide(session, each, actor=SYSTEM, now=clock.now())
    page = moderator.get(LOG, q="koffie")
    assert "Werkplek “Koffie branden”" in page.main_text
    assert "Brood bakken" not in page.main_text
    moderator.get(f"/moderatie/werkplekken/{workplace.public_id}")
    assert "Koffie branden" in moderator.follow("Geschiedenis in het logboek").main_text


def test_a_registration_is_found_by_its_number_and_never_by_who_it_is(database, moderator):
    with database.writing() as session:
        registration = make_registration(session)
    page = moderator.get(LOG, q=registration.reference.lower())
    assert f"Aanmelding “{registration.reference}”" in page.main_text
    assert registration.name not in page.text
    assert "We vonden niets." in moderator.get(LOG, q=registration.name).text


def test_an_organisation_goes_by_its_name_and_a_person_by_that_of_today(app, database):
    with database.writing() as session:
        account = make_account(session, name="Mo Eerst", roles=((RoleName.MODERATOR, DUIVEN),))
        organisation = make_organisation(session, name="De Ploeg")
        record(
            session,
            "organisation.approved",
            subject=("organisation", organisation.public_id),
            actor=account.actor,
            now=clock.now(),
            municipality_code=DUIVEN,
            changes={"status": ["submitted", "approved"]},
        )
        account.name = "Mo Later"
    moderator = sign_in(PageClient(app), account)
    page = moderator.get(LOG, q="ploeg")
    assert "Mo Later" in page.main_text
    assert "nu “Goedgekeurd”" in page.main_text
    other = staff_member(app, RoleName.MODERATOR)
    with database.writing() as session:
        session.delete(session.merge(account))
    text = other.get(LOG, wie=account.public_id).main_text
    assert "Iemand die hier niet meer werkt" in text
    assert "Mo Later" not in text


def test_a_moderator_chooses_a_kind_and_days(database, moderator):
    with database.writing() as session:
        note(session, key="oud", ago=40)
        note(session, key="nieuw", ago=1)
        note(session, "tariff.removed", key="tarief", ago=1)
    since = (clock.today() - timedelta(days=10)).isoformat()
    page = moderator.get(LOG, wat="wijzigingen", van=since)
    assert len(titles(page)) == 2
    assert "“oud”" not in page.main_text
    assert "We vonden niets." in moderator.get(LOG, wat="inloggen").text
    assert "“nieuw”" in moderator.get(LOG, wie="system").text
    assert "We vonden niets." in moderator.get(LOG, wie="resident").text


def test_days_that_cannot_be_are_asked_again(moderator):
    page = moderator.get(LOG, van="morgen", status=422)
    assert page.errors == ["Vul een datum in, zoals 31-12-2026."]
    page = moderator.get(LOG, van="2026-05-12", tot="2026-05-01", status=422)
    assert page.errors == ["Kies een dag die niet vóór de eerste dag ligt."]


def test_a_long_log_comes_in_pages_that_do_not_shift(database, moderator):
    with database.writing() as session:
        for number in range(70):
            note(session, key=f"nr-{number:02}")
    first = moderator.get(LOG)
    assert "“nr-69”" in first.text
    with database.writing() as session:
        note(session, key="later-bij")
    seen = titles(first)
    while "Bekijk wat ouder is" in moderator.page.links:
        seen += titles(moderator.follow("Bekijk wat ouder is"))
    assert len(seen) == 70
    assert "later-bij" in moderator.follow("Naar het nieuwste").text
    assert moderator.get(LOG, voor="onzin").status == 200


def test_the_file_holds_the_same_choice_is_safe_and_is_logged(database, moderator, session):
    with database.writing() as writing:
        note(writing, key="=1+1", changes={"answer": ["", "@SOM(1)"]}, fields=["answer"])
        note(writing, "tariff.removed", key="niet-gevraagd")
        for _number in range(600):
            note(writing)
    response = moderator.raw(f"{LOG}.csv?q=%3D1%2B1")
    rows = list(
        csv.reader(StringIO(response.get_data(as_text=True).lstrip("\ufeff")), delimiter=";")
    )
    assert rows[0] == [
        "Moment",
        "Wat",
        "Wie",
        "Waarover",
        "Gemeente",
        "Meer",
        "Opgehaald door",
        "Opgehaald op",
    ]
    assert [row[1] for row in rows[1:]] == ["Vraag of antwoord gewijzigd"]
    assert response.headers["Cache-Control"] == "no-store"
    whole = moderator.raw(f"{LOG}.csv").get_data(as_text=True)
    assert len(whole.splitlines()) >= 603
    exports = session.scalars(select(AuditEvent).where(AuditEvent.action == "log.exported")).all()
    assert [each.details["asked"] for each in exports] == [["q"], []]


def test_the_successor_reads_what_was_done_under_the_old_code(database):
    with database.writing() as session:
        note(session, code=WIJDEMEREN)
        merge(session)
        codes = codes_of(session, HILVERSUM)
        assert codes == {HILVERSUM, WIJDEMEREN}
        found = events_of(session, Selection(codes=codes), limit=10)
        assert WIJDEMEREN in {each.municipality_code for each in found}


def test_an_administrator_reads_of_the_platform_and_a_moderator_does_not(app, database):
    with database.writing() as session:
        note(session, code=None, key="van-het-platform")
        note(session, code=ARNHEM, key="van-arnhem")
    administrator = staff_member(app, RoleName.ADMINISTRATOR, None, host="localhost:5000")
    text = administrator.get("/beheer/logboek").main_text
    assert "van-het-platform" in text
    assert ", Arnhem" in text
    assert "van-arnhem" in administrator.raw("/beheer/logboek.csv").get_data(as_text=True)
    moderator = staff_member(app, RoleName.MODERATOR)
    assert "van-het-platform" not in moderator.get(LOG).text


@pytest.mark.parametrize("path", [LOG, f"{LOG}.csv", "/moderatie/cijfers"])
def test_a_consultant_is_refused(app, path):
    assert staff_member(app, RoleName.CONSULTANT).raw(path).status_code == 403


def test_the_log_takes_as_many_statements_however_long_it_is(database, moderator):
    with database.writing() as session:
        workplaces = [make_workplace(session, title=f"Werk {number}") for number in range(30)]
        for each in workplaces:
            log.record(session, "workplace.shown", each, actor=SYSTEM, now=clock.now())
    with counted_statements(database) as few:
        moderator.get(LOG)
    with database.writing() as session:
        for _round in range(9):
            for each in workplaces:
                log.record(session, "workplace.shown", each, actor=SYSTEM, now=clock.now())
    with counted_statements(database) as many:
        moderator.get(LOG)
    assert len(many) == len(few) <= 16
