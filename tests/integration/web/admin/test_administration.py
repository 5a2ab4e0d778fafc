"""Administrators set up municipalities and their first people."""

from datetime import timedelta

import pytest

from tests.support.accounts import PASSWORD, add_account
from tests.support.mails import SITE, link_in, queued
from tests.support.page_client import PageClient
from tests.support.people import DUIVEN, make_account, sign_in, staff_member
from webapp.accounts.credentials import authenticate
from webapp.accounts.models import Role, RoleName
from webapp.core import clock
from webapp.mail import outbox
from webapp.mail.models import MailStatus, OutgoingMail

HOST = "localhost:5000"


@pytest.fixture
def administrator(app):
    return staff_member(app, RoleName.ADMINISTRATOR, None, host=HOST)


def test_an_administrator_lets_a_municipality_take_part_and_invites_its_moderator(
    app, administrator, database
):
    administrator.get("/beheer")
    administrator.follow("Voeg een gemeente toe")
    page = administrator.submit("Laat deze gemeente meedoen", status=422)
    assert page.errors == ["Kies een gemeente."]
    page = administrator.submit("Laat deze gemeente meedoen", code="GM0344")
    assert page.heading == "Nodig iemand uit voor Utrecht"
    assert "Utrecht doet nu mee." in page.main_text
    page = administrator.submit(
        "Stuur de uitnodiging", name="Jan", email="jan@voorbeeld.nl", role="moderator"
    )
    assert page.heading == "Medewerkers van Utrecht"
    with database.reading() as session:
        (mail,) = queued(session)
    assert link_in(mail).startswith("http://utrecht.localhost:5000/account/uitnodiging/")
    assert "gemeente Utrecht" in mail.body_text
    assert PageClient(app, host="utrecht.localhost:5000").get("/").heading


def test_an_administrator_sees_who_takes_part(administrator):
    page = administrator.get("/beheer")
    assert page.links["Site van Duiven"] == "http://duiven.localhost:5000/"
    assert administrator.follow("Medewerkers van Duiven").heading == "Medewerkers van Duiven"


def test_an_administrator_invites_another_one(administrator, database):
    administrator.get("/beheer/beheerders")
    administrator.follow("Nodig iemand uit")
    administrator.submit("Stuur de uitnodiging", name="Bea", email="bea@voorbeeld.nl")
    assert administrator.page.heading == "Beheerders"
    with database.reading() as session:
        assert link_in(queued(session)[0]).startswith("http://localhost:5000/account/uitnodiging/")


def test_an_administrator_closes_an_account_and_opens_it_again(app, administrator, database):
    with database.writing() as session:
        jan = add_account(session)
        session.add(Role(account_id=jan.id, name=RoleName.CONSULTANT, municipality_code=DUIVEN))
    browser = sign_in(PageClient(app), jan)
    administrator.get("/beheer/medewerkers/duiven")
    administrator.follow("Wijzig wat Jan mag")
    page = administrator.submit("Sluit account")
    assert "Jan kan niet meer inloggen." in page.main_text
    assert "Dit account is gesloten" in page.main_text
    assert browser.get("/account").heading == "Inloggen"
    administrator.get("/beheer/medewerkers/duiven")
    administrator.follow("Wijzig wat Jan mag")
    administrator.submit("Open account")
    with database.writing() as session:
        assert authenticate(session, jan.email, PASSWORD) is not None


def test_an_administrator_does_not_close_the_own_account(administrator, database):
    with database.writing() as session:
        make_account(
            session, "bea@voorbeeld.nl", name="Bea", roles=((RoleName.ADMINISTRATOR, None),)
        )
    page = administrator.get("/beheer/beheerders")
    assert page.main_text.count("Dit ben je zelf.") == 1
    assert [text for text in page.links if text.startswith("Wijzig")] == ["Wijzig wat Bea mag"]


@pytest.mark.parametrize("path", ["/beheer", "/beheer/beheerders", "/beheer/mail"])
def test_administration_is_for_administrators_on_the_platforms_own_site(app, path):
    assert PageClient(app, host=HOST).get(path).heading == "Inloggen"
    staff_member(app, RoleName.MODERATOR, host=HOST).get(path, status=403)
    staff_member(app, RoleName.ADMINISTRATOR, None).get(path, status=404)


def test_a_municipality_that_does_not_take_part_has_no_staff(administrator):
    administrator.get("/beheer/medewerkers/utrecht", status=404)


def test_an_administrator_sees_mail_that_was_given_up_and_tries_again(administrator, database):
    with database.writing() as session:
        mail = outbox.enqueue(
            session,
            "accounts/email_changed",
            to="jan@voorbeeld.nl",
            site=SITE,
            now=clock.now(),
            name="Jan",
        )
        mail.status, mail.last_error = MailStatus.FAILED, "SMTPRecipientsRefused 550"
    page = administrator.get("/beheer/mail")
    assert "jan@voorbeeld.nl" in page.main_text
    assert "SMTPRecipientsRefused 550" in page.main_text
    assert "te oud" not in page.main_text
    page = administrator.submit("Probeer ze allemaal opnieuw")
    assert "Er wacht 1 mail om verstuurd te worden." in page.main_text
    with database.reading() as session:
        assert session.get_one(OutgoingMail, mail.id).status is MailStatus.QUEUED


def test_an_administrator_sees_which_mail_is_too_old_to_try_again(administrator, database):
    with database.writing() as session:
        mail = outbox.enqueue(
            session,
            "accounts/email_changed",
            to="jan@voorbeeld.nl",
            site=SITE,
            now=clock.now() - timedelta(days=8),
            name="Jan",
        )
        mail.status, mail.last_error = MailStatus.FAILED, "ConnectionRefusedError"
        session.flush()
        outbox.purge(session, now=clock.now())
    page = administrator.get("/beheer/mail")
    assert "jan@voorbeeld.nl" in page.main_text
    assert "te oud om nog te versturen" in page.main_text
    assert "Probeer" not in page.main_text
