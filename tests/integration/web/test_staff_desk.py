"""Moderators decide who works for their municipality."""

import pytest
from sqlalchemy import select

from tests.support import html
from tests.support.mails import link_in, queued
from tests.support.page_client import PageClient
from tests.support.people import (
    ARNHEM,
    DUIVEN,
    LONG_AGO,
    make_account,
    sign_in,
    staff_member,
)
from webapp.accounts.models import Account, RoleName
from webapp.accounts.queries import find_by_email
from webapp.audit.models import AuditEvent
from webapp.permissions.table import Permission
from webapp.web.permission_words import NOT_BY_ROLE, WORDS

CONSULTANT = RoleName.CONSULTANT


@pytest.fixture
def moderator(app):
    return staff_member(app, RoleName.MODERATOR)


def invite(browser, email="jan@voorbeeld.nl", role="consultant", **options):
    browser.get("/moderatie/medewerkers")
    browser.follow("Nodig iemand uit")
    return browser.submit("Stuur de uitnodiging", name="Jan", email=email, role=role, **options)


def test_a_moderator_invites_a_consultant_of_the_own_municipality(moderator, database):
    page = invite(moderator)
    assert "De uitnodiging gaat naar jan@voorbeeld.nl." in page.main_text
    assert "Uitgenodigd op" in page.main_text
    with database.reading() as session:
        (mail,) = queued(session)
    assert mail.recipient == "jan@voorbeeld.nl"
    assert link_in(mail).startswith("http://duiven.localhost:5000/account/uitnodiging/")
    assert "Sanne Voorbeeld" in mail.body_text


def test_a_moderator_learns_nothing_about_an_address_by_inviting_it(moderator, database):
    """Neither whose account it is, nor that an account was closed."""
    with database.writing() as session:
        make_account(session, "jan@voorbeeld.nl", name="Johannes Geheim")
        make_account(session, "piet@voorbeeld.nl").disabled_at = LONG_AGO
    page = invite(moderator)
    assert "Jan" in page.main_text
    assert "Geheim" not in page.response.text
    page = invite(moderator, email="piet@voorbeeld.nl", status=422)
    assert page.errors == ["We kunnen dit adres niet uitnodigen. Vraag de beheerder om hulp."]


def test_a_moderator_hears_what_is_missing_or_wrong(moderator):
    page = invite(moderator, email="geen adres", role=None, status=422)
    assert page.errors == ["Kies een rol."]
    page = moderator.submit(
        "Stuur de uitnodiging", name="", email="geen adres", role="consultant", status=422
    )
    assert page.errors == ["Vul de naam in."]
    page = moderator.submit("Stuur de uitnodiging", name="Bel 0900 12 34", status=422)
    assert page.errors == ["Vul alleen een naam in, zonder webadres, e-mailadres of nummer."]
    page = moderator.submit("Stuur de uitnodiging", name="Jan", status=422)
    assert page.errors == ["Vul een e-mailadres in, zoals naam@voorbeeld.nl."]


def test_a_moderator_cannot_make_an_administrator(moderator, database):
    moderator.get("/moderatie/medewerkers/uitnodigen")
    moderator.submit(
        "Stuur de uitnodiging", name="J", email="j@voorbeeld.nl", role="administrator", status=422
    )
    with database.reading() as session:
        assert queued(session) == []


def test_a_moderator_takes_an_invitation_back(moderator, database):
    invite(moderator)
    page = moderator.submit("Trek uitnodiging in")
    assert "De uitnodiging is ingetrokken." in page.main_text
    assert "jan@voorbeeld.nl" not in page.main_text
    with database.reading() as session:
        link = link_in(queued(session)[0])
        actions = session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)).all()
    moderator.get(link, status=410)
    assert actions == ["staff.invited", "staff.invitation_withdrawn"]


@pytest.fixture
def jan(app, database):
    """The browser of a consultant."""
    with database.writing() as session:
        roles = ((CONSULTANT, DUIVEN),)
        account = make_account(session, "jan@voorbeeld.nl", name="Jan", roles=roles)
    return sign_in(PageClient(app), account)


def roles_of_jan(database):
    with database.reading() as session:
        return {role.name for role in find_by_email(session, "jan@voorbeeld.nl").roles}


def mails_to_jan(database):
    with database.reading() as session:
        return [mail.kind for mail in queued(session) if mail.recipient == "jan@voorbeeld.nl"]


def test_a_moderator_gives_another_role(moderator, jan, database):
    moderator.get("/moderatie/medewerkers")
    moderator.follow("Wijzig wat Jan mag")
    page = moderator.submit("Bewaar de rollen", roles=["consultant", "moderator"])
    assert "De rollen van Jan zijn gewijzigd." in page.main_text
    assert roles_of_jan(database) == {CONSULTANT, RoleName.MODERATOR}
    jan.get("/moderatie")
    moderator.follow("Wijzig wat Jan mag")
    moderator.submit("Bewaar de rollen", roles=["consultant", "moderator"])
    assert mails_to_jan(database).count("accounts/roles_changed") == 1


def test_somebody_without_any_role_is_no_choice(moderator, jan, database):
    assert jan.get("/consulent")
    moderator.get("/moderatie/medewerkers")
    moderator.follow("Wijzig wat Jan mag")
    page = moderator.submit("Bewaar de rollen", roles=[], status=422)
    assert page.errors == ["Kies een rol. Werkt deze persoon hier niet meer? Stop dan de toegang."]
    assert roles_of_jan(database) == {CONSULTANT}


def test_the_second_of_two_who_change_the_roles_is_told(app, moderator, jan, database):
    assert jan.get("/consulent")
    colleague = staff_member(app, RoleName.MODERATOR)
    for each in (moderator, colleague):
        each.get("/moderatie/medewerkers")
        each.follow("Wijzig wat Jan mag")
    moderator.submit("Bewaar de rollen", roles=["moderator"])
    page = colleague.submit("Bewaar de rollen", roles=["consultant"], status=422)
    assert "Een collega heeft de rollen intussen gewijzigd." in page.main_text
    assert roles_of_jan(database) == {RoleName.MODERATOR}
    colleague.submit("Bewaar de rollen", roles=["consultant"])
    assert roles_of_jan(database) == {CONSULTANT}


def test_who_stops_working_here_is_logged_out_everywhere(moderator, jan, database):
    jan.get("/consulent")
    moderator.get("/moderatie/medewerkers")
    moderator.follow("Wijzig wat Jan mag")
    page = moderator.submit("Stop de toegang van Jan")
    assert "Jan werkt hier niet meer en is overal uitgelogd." in page.main_text
    assert roles_of_jan(database) == set()
    assert jan.get("/consulent").heading == "Inloggen"
    with database.reading() as session:
        actions = session.scalars(select(AuditEvent.action)).all()
    assert {"staff.role_withdrawn", "staff.access_ended"} <= set(actions)
    assert mails_to_jan(database) == ["accounts/access_ended"]


def test_nobody_changes_the_own_roles(moderator, database):
    page = moderator.get("/moderatie/medewerkers")
    assert "Dit ben je zelf." in page.main_text
    with database.reading() as session:
        own = session.scalars(select(Account)).one().public_id
    page = moderator.get(f"/moderatie/medewerkers/{own}")
    assert "Bewaar de rollen" not in page.main_text
    token = html.csrf_token(moderator.get("/moderatie/medewerkers/uitnodigen").tree)
    for path in ("", "/toegang-stoppen", "/tweede-stap-weghalen"):
        sent = {"csrf_token": token, "roles": "consultant"}
        moderator.post_raw(f"/moderatie/medewerkers/{own}{path}", sent, status=403)


def test_who_may_do_what_is_a_file(moderator, jan, database):
    jan.get("/consulent")
    moderator.get("/moderatie/medewerkers")
    answer = moderator.raw("/moderatie/medewerkers/rechten.csv")
    text = answer.get_data(as_text=True)
    assert answer.mimetype == "text/csv"
    assert '"Jan";"jan@voorbeeld.nl";"Consulent";"Duiven"' in text
    assert "zoeken voor een inwoner" in text
    assert text.splitlines()[0].endswith('"Opgehaald door";"Opgehaald op"')
    assert all(';"Sanne Voorbeeld";' in line for line in text.splitlines()[1:])
    with database.reading() as session:
        assert "staff.exported" in session.scalars(select(AuditEvent.action)).all()


def test_staff_of_another_municipality_is_not_seen_and_not_touched(moderator, database):
    with database.writing() as session:
        account = make_account(session, "jan@voorbeeld.nl", roles=((CONSULTANT, ARNHEM),))
        make_account(session, "piet@voorbeeld.nl", roles=((CONSULTANT, DUIVEN),))
    page = moderator.get("/moderatie/medewerkers")
    assert "jan@voorbeeld.nl" not in page.main_text
    token = html.csrf_token(moderator.get("/moderatie/medewerkers/uitnodigen").tree)
    for path in ("", "/toegang-stoppen", "/tweede-stap-weghalen"):
        target = f"/moderatie/medewerkers/{account.public_id}{path}"
        moderator.post_raw(target, {"csrf_token": token, "roles": "consultant"}, status=404)
    with database.reading() as session:
        assert find_by_email(session, "jan@voorbeeld.nl").has_role(CONSULTANT, ARNHEM)


def test_consultants_and_strangers_stay_out(app, visitor):
    staff_member(app, CONSULTANT).get("/moderatie/medewerkers", status=403)
    staff_member(app, RoleName.MODERATOR, ARNHEM).get("/moderatie/medewerkers", status=403)
    assert visitor.get("/moderatie/medewerkers").heading == "Inloggen"


def test_who_does_this_work_already_is_not_invited(moderator, database):
    with database.writing() as session:
        make_account(session, "jan@voorbeeld.nl", roles=((CONSULTANT, DUIVEN),))
    page = invite(moderator, status=422)
    assert page.errors == ["Deze persoon heeft deze rol al. Kies een andere rol."]


def test_every_right_that_a_role_gives_has_words():
    assert WORDS.keys() | NOT_BY_ROLE == set(Permission)
