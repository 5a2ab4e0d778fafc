"""Somebody is invited, and says yes."""

from tests.support.accounts import PASSWORD, add_account
from tests.support.mails import link_in, queued
from tests.support.page_client import PageClient
from tests.support.people import sign_in
from tests.support.provider_signup import NEXT, SEND, reach_account
from webapp.accounts.invitations import Invitee, invite_staff
from webapp.accounts.models import RoleName
from webapp.accounts.queries import find_by_email
from webapp.accounts.staff import Post
from webapp.core import clock
from webapp.core.actor import Actor
from webapp.mail.site import MailSite
from webapp.workplaces import sectors

DUIVEN = MailSite("Duiven", "http://duiven.localhost:5000", "hulp@duiven.example")


def invite(database):
    with database.writing() as session:
        invite_staff(
            session,
            Invitee("Jan", "jan@voorbeeld.nl"),
            Post(RoleName.CONSULTANT, "GM0226"),
            actor=Actor(None, "Moniek"),
            site=DUIVEN,
            now=clock.now(),
        )
        session.flush()
        return link_in(queued(session)[-1])


def is_consultant(database):
    with database.reading() as session:
        return find_by_email(session, "jan@voorbeeld.nl").has_role(RoleName.CONSULTANT, "GM0226")


def test_a_new_consultant_chooses_a_password(visitor, database):
    page = visitor.get(invite(database))
    assert "Consulent" in page.main_text
    assert "gemeente Duiven" in page.main_text
    page = visitor.submit("Neem de uitnodiging aan", password="Welkom202620", status=422)
    assert page.errors == ["Dit wachtwoord is makkelijk te raden. Kies een ander wachtwoord."]
    assert not is_consultant(database)
    page = visitor.submit("Neem de uitnodiging aan", password=PASSWORD)
    assert page.heading == "Inloggen"
    assert is_consultant(database)


def test_who_has_an_account_says_yes_with_the_own_password(visitor, database):
    with database.writing() as session:
        add_account(session)
    page = visitor.get(invite(database))
    assert "Je wachtwoord blijft hetzelfde." in page.main_text
    assert "Wachtwoord vergeten?" in page.links
    page = visitor.submit("Neem de uitnodiging aan", current_password="een gok", status=422)
    assert page.errors == ["Dit is niet je wachtwoord. Probeer het nog eens."]
    assert not is_consultant(database)
    visitor.submit("Neem de uitnodiging aan", current_password=PASSWORD)
    assert is_consultant(database)


def test_who_is_signed_in_only_presses_the_button(visitor, database):
    with database.writing() as session:
        jan = add_account(session)
    sign_in(visitor, jan).get(invite(database))
    visitor.submit("Neem de uitnodiging aan")
    assert is_consultant(database)


def test_a_stranger_who_signs_up_with_the_address_of_an_invitee_gets_no_way_in(app, database):
    """The invitee presses both links: the only password is the one that they chose themselves."""
    with database.writing() as session:
        sectors.load(session)
    invitation, stranger, jan = invite(database), PageClient(app), PageClient(app)
    reach_account(stranger)
    stranger.submit(NEXT, name="Jan", email="jan@voorbeeld.nl")
    assert "Wachtwoord" not in stranger.page.main_text
    stranger.submit(SEND)
    with database.reading() as session:
        jan.get(link_in(queued(session)[-1]))
    assert "Stichting Voorbeeld" in jan.page.main_text
    jan.submit("Bevestig mijn aanmelding", password=PASSWORD)
    jan.get(invitation)
    jan.submit("Neem de uitnodiging aan", current_password=PASSWORD)
    assert is_consultant(database)
