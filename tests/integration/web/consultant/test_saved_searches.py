"""A consultant saves a search, does it again, changes and removes it, and stops the mails."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from tests.support.mails import queued
from tests.support.page_client import PageClient
from tests.support.people import ARNHEM, staff_member
from tests.support.workplaces import make_workplace
from webapp.accounts.models import Account, RoleName
from webapp.audit.models import AuditEvent
from webapp.mail.site import MailSite
from webapp.search.memory import MemoryEngine
from webapp.search.saved import alerts
from webapp.search.saved.models import Rhythm, SavedSearch
from webapp.search.sources import all_documents

pytestmark = pytest.mark.usefixtures("offers")


class Today:
    def within(self, session):
        return MemoryEngine(all_documents(session))


def save(client, name="groen", rhythm="nooit", **search):
    client.get("/consulent")
    client.submit("Zoek werkplekken", **{"postcode": "6922 ZX", **search})
    client.follow("Bewaar deze zoekopdracht, of krijg een mail als er iets nieuws is")
    return client.submit("Bewaar de zoekopdracht", name=name, rhythm=rhythm)


def test_a_search_is_saved_and_done_again_without_the_place_in_an_address(consultant):
    page = save(consultant, q="tuin")
    assert page.url.endswith("/consulent/zoekopdrachten")
    assert "Werkplekken met “tuin” in Duiven" in page.main_text
    assert "6922" not in page.main_text
    page = consultant.submit("Zoek opnieuw groen")
    assert "met “tuin” in Duiven en buurgemeenten" in page.heading
    assert 'value="6922"' in page.response.text
    assert all("6922" not in each.url + each.title for each in consultant.pages)


def test_a_name_with_something_of_a_client_is_refused_and_kept_in_the_form(consultant):
    consultant.get("/consulent")
    consultant.submit("Zoek werkplekken", postcode="6922 ZX")
    consultant.follow("Bewaar deze zoekopdracht, of krijg een mail als er iets nieuws is")
    page = consultant.submit("Bewaar de zoekopdracht", name="bij 6922 ZX", status=422)
    assert "Laat gegevens van een inwoner weg" in page.main_text
    assert 'value="bij 6922 ZX"' in page.response.text


def test_the_name_and_the_mail_are_changed_and_the_second_window_is_told(consultant, session):
    save(consultant)
    address = consultant.follow("groen").url
    session.execute(update(SavedSearch).values(version=SavedSearch.version + 1))
    session.commit()
    page = consultant.submit("Bewaar de zoekopdracht", name="park", rhythm="nooit", status=409)
    assert "Iemand anders was je voor" in page.main_text
    assert 'value="park"' in page.response.text
    consultant.submit("Bewaar de zoekopdracht")
    assert consultant.follow("park").heading == "Bewaarde zoekopdracht: park"
    page = consultant.submit("Verwijder de zoekopdracht")
    assert "Je hebt nog niets bewaard." in page.main_text
    consultant.get(address, status=404)


def test_nobody_else_and_no_other_site_has_it(app, consultant):
    save(consultant)
    address = consultant.follow("groen").url
    staff_member(app, RoleName.CONSULTANT).get(address, status=404)
    elsewhere = staff_member(app, RoleName.CONSULTANT, ARNHEM, host="arnhem.localhost:5000")
    elsewhere.get(address.replace("duiven", "arnhem"), status=404)


def test_the_log_has_neither_the_name_nor_the_place(consultant, session):
    save(consultant, name="geheim", rhythm="dag")
    consultant.follow("geheim")
    consultant.submit("Bewaar de zoekopdracht", name="nog geheimer", rhythm="nooit")
    consultant.submit("Zoek opnieuw nog geheimer")
    for event in session.scalars(select(AuditEvent)):
        assert "geheim" not in str(event.details)
        assert "6922" not in str(event.details)


@pytest.fixture
def secret(consultant, session):
    """The secret of the link in a mail that a consultant got."""
    save(consultant, rhythm="dag")
    session.rollback()
    saved = session.scalars(select(SavedSearch)).one()
    saved.known = []
    account = session.get_one(Account, saved.account_id)
    make_workplace(session, title="Nieuwe moestuin")
    session.flush()
    alerts.tell(
        session,
        Today(),
        saved.municipality_code,
        account.id,
        site_of=lambda municipality, _own: MailSite(municipality.name, "http://x", "h@x.example"),
        now=saved.created_at + timedelta(days=1),
    )
    (mail,) = queued(session)
    session.commit()
    return mail.stop_url.rpartition("/")[2]


def rhythm(session):
    session.rollback()
    return session.scalars(select(SavedSearch.rhythm)).one()


def test_opening_the_link_changes_nothing_and_the_button_stops_without_logging_in(
    app, secret, session
):
    reader = PageClient(app)
    reader.get(f"/account/mail-stoppen/{secret}")
    assert rhythm(session) is Rhythm.DAILY
    session.rollback()
    page = reader.submit("Stop deze mails")
    assert page.heading == "De mails zijn gestopt"
    assert rhythm(session) is Rhythm.NEVER


def test_a_mail_program_stops_them_without_opening_the_page(app, secret, session):
    session.rollback()
    answer = app.test_client().post(
        f"/account/mail-stoppen/{secret}",
        base_url="http://duiven.localhost:5000",
        data={"List-Unsubscribe": "One-Click"},
    )
    assert answer.status_code == 303
    assert rhythm(session) is Rhythm.NEVER


def test_a_made_up_link_opens_nothing(app):
    page = PageClient(app).get("/account/mail-stoppen/abcdefgh", status=410)
    assert page.heading == "Deze link werkt niet meer"
