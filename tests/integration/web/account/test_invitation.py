"""Somebody is invited, and says yes."""

from tests.support.accounts import PASSWORD, add_account
from tests.support.mails import link_in, queued
from webapp.accounts.invitations import Invitee, invite_staff
from webapp.accounts.models import RoleName
from webapp.accounts.queries import find_by_email
from webapp.accounts.staff import Post
from webapp.core import clock
from webapp.core.actor import Actor
from webapp.mail.site import MailSite

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


def test_who_has_an_account_only_presses_the_button(visitor, database):
    with database.writing() as session:
        add_account(session)
    page = visitor.get(invite(database))
    assert "Je wachtwoord blijft hetzelfde." in page.main_text
    assert not is_consultant(database)
    visitor.submit("Neem de uitnodiging aan")
    assert is_consultant(database)
