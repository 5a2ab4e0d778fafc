"""The municipality gives a resident another private link, or ends the one there is."""

import pytest
from sqlalchemy import select

from tests.support.page_client import PageClient
from tests.support.people import database_of
from tests.support.registrations import CONTACT, make_registration
from tests.support.resident_signup import private_link, sign_up
from webapp.audit.models import AuditEvent
from webapp.languages import catalogues
from webapp.mail.models import OutgoingMail
from webapp.registrations.contact import Contact
from webapp.registrations.models import Registration, RegistrationStatus
from webapp.workplaces import sectors

LINK = "Vervang of stop de link"


@pytest.fixture
def resident(app, database):
    """A resident who signed up in English, with the private link."""
    with database.writing() as session:
        sectors.load(session)
    client = PageClient(app, language=catalogues.find("en"))
    sign_up(client)
    client.link = private_link(client)
    return client


def open_link(consultant, app):
    with database_of(app).reading() as session:
        public_id = session.scalars(select(Registration.public_id)).one()
    consultant.get(f"/consulent/aanmeldingen/{public_id}")
    return consultant.follow(LINK)


def mail(app):
    with database_of(app).reading() as session:
        return session.scalars(
            select(OutgoingMail).where(OutgoingMail.kind == "registrations/new_link")
        ).one()


def test_a_new_link_goes_by_mail_in_the_language_and_the_old_one_ends(app, resident, consultant):
    page = open_link(consultant, app)
    assert "De link werkt tot" in page.main_text
    page = consultant.submit("Mail een nieuwe link")
    assert "De nieuwe link is onderweg" in page.text
    resident.get(resident.link, status=404)
    sent = mail(app)
    assert "Here is a new link" in sent.body_text
    path = next(word for word in sent.body_text.split() if "/en/inwoners/aanmelding/" in word)
    resident.get(path)
    assert path.rpartition("/")[2] not in page.response.text


def test_the_link_ends_with_a_button_and_the_registration_goes_on(app, resident, consultant):
    open_link(consultant, app)
    page = consultant.submit("Stop de link")
    assert "Er is nu geen link die werkt." in page.main_text
    resident.get(resident.link, status=404)
    with database_of(app).reading() as session:
        found = session.scalars(select(Registration)).one()
        assert found.status is RegistrationStatus.NEW
        actions = session.scalars(select(AuditEvent.action)).all()
    assert "registration.link_revoked" in actions
    consultant.submit("Mail een nieuwe link")


def test_the_link_in_a_mail_about_a_message_ends_too(app, resident, consultant):
    address = open_link(consultant, app).url
    consultant.get(address.replace("/link", "/berichten"))
    consultant.submit("Verstuur je bericht", text="Tot dinsdag!")
    with database_of(app).reading() as session:
        body = session.scalars(
            select(OutgoingMail.body_text).where(OutgoingMail.kind == "registrations/message_waits")
        ).one()
    path = next(word for word in body.split() if "/en/inwoners/aanmelding/" in word)
    resident.get(path)
    consultant.get(address)
    consultant.submit("Stop de link")
    assert "Er is nu geen link die werkt." in consultant.page.main_text
    resident.get(path, status=404)


def test_an_answer_brings_no_link_where_it_was_stopped(app, resident, consultant):
    address = open_link(consultant, app).url
    consultant.submit("Stop de link")
    page = consultant.get(address.replace("/link", "/berichten"))
    assert "De link van de inwoner is gestopt." in page.main_text
    page = consultant.submit("Verstuur je bericht", text="Tot dinsdag!")
    assert "De link is gestopt: maak een nieuwe, of bel." in page.text
    with database_of(app).reading() as session:
        kinds = session.scalars(select(OutgoingMail.kind)).all()
    assert "registrations/message_waits" not in kinds
    resident.get(resident.link, status=404)


def test_with_another_address_the_links_mailed_to_the_old_one_end(app, resident, consultant):
    address = open_link(consultant, app).url
    consultant.get(address.replace("/link", "/contactgegevens"))
    consultant.submit("Bewaar de contactgegevens", email="juist@inwoner.example")
    resident.get(resident.link, status=404)
    assert "Er is nu geen link die werkt." in consultant.get(address).main_text


def test_who_corrects_their_own_address_keeps_the_link_in_use(resident):
    resident.get(f"{resident.link}/gegevens")
    resident.submit("Bewaar mijn contactgegevens", email="juist@inwoner.example")
    resident.get(resident.link)


def test_without_an_address_the_link_is_shown_once(app, consultant):
    with database_of(app).writing() as session:
        contact = Contact(CONTACT.name, "", CONTACT.phone, CONTACT.residence)
        make_registration(session, contact=contact)
    open_link(consultant, app)
    page = consultant.submit("Maak een nieuwe link")
    link = next(each.get("value") for each in page.tree.iter() if each.get("id") == "link")
    PageClient(app).get(link)
    consultant.get(page.url.removesuffix("/nieuw"))
    assert link.rpartition("/")[2] not in consultant.page.response.text


@pytest.mark.usefixtures("resident")
def test_who_comes_second_is_told(app, consultant):
    open_link(consultant, app)
    stale = consultant.page
    consultant.submit("Mail een nieuwe link")
    consultant.pages.append(stale)
    consultant.submit("Stop de link", status=409)
    assert mail(app)


@pytest.mark.usefixtures("resident")
def test_of_a_withdrawn_registration_there_is_no_link_to_give(app, consultant):
    open_link(consultant, app)
    address = consultant.page.url
    consultant.get(address.removesuffix("/link") + "/wissen")
    consultant.submit("Ja, wis de gegevens")
    page = consultant.get(address)
    assert "Er is nu geen link die werkt." in page.main_text
    assert "Mail een nieuwe link" not in page.response.text
