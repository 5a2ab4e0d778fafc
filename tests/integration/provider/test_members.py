"""The pages about who acts for an organisation."""

from datetime import timedelta

import pytest
import time_machine

from tests.support.accounts import PASSWORD, hash_of
from tests.support.mails import link_in, queued
from tests.support.page_client import PageClient
from tests.support.people import database_of, make_account, sign_in, staff_member
from tests.support.statements import counted_statements
from tests.support.workplaces import LONG_AGO, make_organisation
from webapp.accounts.models import Account, RoleName
from webapp.core import clock
from webapp.organisations.models import MemberRole, Membership, Organisation

INVITE, ACCEPT = "Stuur de uitnodiging", "Neem de uitnodiging aan"
LEAVE = "Verlaat deze organisatie"
MAILBOX = "wout@voorbeeld.nl"


class Team:
    """An organisation with a manager and an employee, each at a browser."""

    def __init__(self, app):
        self.app = app
        with database_of(app).writing() as session:
            organisation = make_organisation(session, name="Moestuinderij")
            manager = make_account(session, name="Marga", organisations=(organisation,))
            employee = make_account(session, name="Karin")
            session.add(
                Membership(
                    account_id=employee.id,
                    organisation_id=organisation.id,
                    role=MemberRole.EMPLOYEE,
                    created_at=LONG_AGO,
                )
            )
            self.id, self.manager_id = organisation.public_id, manager.public_id
            self.employee_id = employee.public_id
        self.path = f"/aanbieder/organisaties/{self.id}"
        self.manager = sign_in(PageClient(app), manager)
        self.employee = sign_in(PageClient(app), employee)

    def invite(self, email=MAILBOX, role="employee"):
        self.manager.get(f"{self.path}/leden/uitnodigen")
        return self.manager.submit(INVITE, name="Wout", email=email, role=role)

    def mails(self):
        with database_of(self.app).reading() as session:
            return [mail for mail in queued(session) if mail.kind == "organisations/invitation"]

    def role_of(self, email):
        with database_of(self.app).reading() as session:
            found = (
                session.query(Membership.role)
                .join(Account, Account.id == Membership.account_id)
                .join(Organisation, Organisation.id == Membership.organisation_id)
                .filter(Account.email == email, Organisation.public_id == self.id)
            )
            return found.scalar()


@pytest.fixture
def team(app):
    return Team(app)


def test_who_has_no_account_chooses_a_password_and_belongs_to_it(app, team):
    page = team.invite(role="manager")
    assert "De uitnodiging gaat naar wout@voorbeeld.nl." in page.main_text
    guest = PageClient(app, host="arnhem.localhost:5000")
    guest.get(link_in(team.mails()[0]))
    assert "Moestuinderij" in guest.page.main_text
    guest.submit(ACCEPT, password="regen op een zinken dak")
    assert team.role_of(MAILBOX) is MemberRole.MANAGER
    guest.get("/account")
    guest.get(link_in(team.mails()[0]), status=410)


def test_who_has_an_account_keeps_the_password(app, team):
    with database_of(app).writing() as session:
        make_account(session, MAILBOX).password_hash = hash_of(PASSWORD)
    team.invite()
    guest = PageClient(app)
    guest.get(link_in(team.mails()[0]))
    guest.submit(ACCEPT, status=422, current_password="dit is het niet")
    assert team.role_of(MAILBOX) is None
    guest.submit(ACCEPT, current_password=PASSWORD)
    assert team.role_of(MAILBOX) is MemberRole.EMPLOYEE


def test_who_is_signed_in_says_yes_with_one_press(app, team):
    with database_of(app).writing() as session:
        account = make_account(session, MAILBOX)
    team.invite()
    guest = sign_in(PageClient(app), account)
    guest.get(link_in(team.mails()[0]))
    page = guest.submit(ACCEPT)
    assert "Je hoort nu bij Moestuinderij." in page.main_text
    assert page.heading == "Mijn werkplekken"


def test_the_answer_is_the_same_for_every_mailbox_and_two_presses_send_one_mail(app, team):
    with database_of(app).writing() as session:
        make_account(session, "bekend@voorbeeld.nl")
        make_account(session, "gesloten@voorbeeld.nl").disabled_at = LONG_AGO
    answers = set()
    for email in ("bekend@voorbeeld.nl", "gesloten@voorbeeld.nl", "nieuw@voorbeeld.nl"):
        for _press in range(2):
            page = team.invite(email)
            answers.add(page.main_text.split("Wie hoort")[0].replace(email, ""))
            assert email in page.main_text.split("Uitgenodigd")[1]
    assert len(answers) == 1
    recipients = [mail.recipient for mail in team.mails()]
    assert recipients == ["bekend@voorbeeld.nl", "nieuw@voorbeeld.nl"]


def test_an_invitation_is_sent_again_and_then_only_the_new_link_works(app, team):
    team.invite()
    with time_machine.travel(clock.now() + timedelta(minutes=5)):
        page = team.manager.submit("Stuur opnieuw naar Wout")
        assert "De uitnodiging gaat naar" in page.main_text
        first, second = team.mails()
        guest = PageClient(app)
        guest.get(link_in(first), status=410)
        guest.get(link_in(second))


def test_an_invitation_is_withdrawn_or_expires(app, team):
    team.invite()
    page = team.manager.submit("Trek uitnodiging in van Wout")
    assert "Uitgenodigd" not in page.main_text
    guest = PageClient(app)
    guest.get(link_in(team.mails()[0]), status=410)
    team.invite("later@voorbeeld.nl")
    with time_machine.travel(clock.now() + timedelta(days=8)):
        guest.get(link_in(team.mails()[1]), status=410)


def test_who_belongs_to_it_already_is_not_invited(team):
    with database_of(team.app).reading() as session:
        email = session.query(Account.email).filter_by(public_id=team.employee_id).scalar()
    team.manager.get(f"{team.path}/leden/uitnodigen")
    page = team.manager.submit(INVITE, status=422, name="Karin", email=email, role="manager")
    assert page.errors == ["Deze persoon hoort al bij je organisatie. Vul een ander adres in."]
    assert team.mails() == []


def test_the_last_manager_reads_how_to_mend_it(team):
    team.manager.get(f"{team.path}/vertrekken")
    page = team.manager.submit(LEAVE)
    assert "Maak eerst iemand anders beheerder." in page.main_text
    page = team.manager.submit("Maak medewerker Marga")
    assert "Maak eerst iemand anders beheerder." in page.main_text
    page = team.manager.submit("Maak beheerder Karin")
    assert "Karin is nu beheerder." in page.main_text
    team.manager.get(f"{team.path}/vertrekken")
    page = team.manager.submit(LEAVE)
    assert "Je hoort niet meer bij Moestuinderij." in page.main_text
    team.manager.get(f"{team.path}/leden", status=403)


def test_a_manager_hands_over(team):
    team.manager.get(f"{team.path}/leden")
    team.manager.follow("Draag beheer over Karin")
    page = team.manager.submit("Draag het beheer over")
    assert "Karin is nu beheerder. Jij bent medewerker." in page.main_text
    assert "Nodig iemand uit" not in page.links


def test_who_is_removed_is_out_at_once(team):
    team.employee.get("/aanbieder")
    team.manager.get(f"{team.path}/leden")
    team.manager.follow("Haal weg Karin")
    team.manager.submit("Haal weg uit de organisatie")
    team.employee.get("/aanbieder", status=403)


def test_an_employee_sees_the_members_and_decides_about_nobody(team):
    team.invite()
    page = team.employee.get(f"{team.path}/leden")
    assert "Marga" in page.main_text
    assert "Uitgenodigd" not in page.main_text
    assert "Nodig iemand uit" not in page.links
    for path in ("leden/uitnodigen", f"leden/{team.manager_id}/weghalen"):
        team.employee.get(f"{team.path}/{path}", status=403)


POSTS = (
    "leden/uitnodigen",
    "leden/{employee}/rol",
    "leden/{employee}/overdragen",
    "leden/{employee}/weghalen",
    "uitnodigingen/{employee}/opnieuw",
    "uitnodigingen/{employee}/intrekken",
)


@pytest.mark.parametrize("post", POSTS)
def test_only_a_manager_of_this_organisation_decides(app, team, post):
    app.config["WTF_CSRF_ENABLED"] = False
    path = f"{team.path}/{post.format(employee=team.employee_id)}"
    data = {"role": "manager", "name": "Wout", "email": MAILBOX}
    outsider = Team(app).manager
    moderator = staff_member(app, RoleName.MODERATOR)
    outsider.post_raw(path, data, status=404)
    moderator.post_raw(path, data, status=403)
    team.employee.post_raw(path, data, status=403)
    assert team.mails() == []


def test_a_stranger_does_not_leave_and_nobody_acts_on_who_is_no_member(app, team):
    other = Team(app)
    other.manager.get(f"{team.path}/leden", status=404)
    other.manager.get(f"{team.path}/vertrekken", status=404)
    team.manager.get(f"{team.path}/leden/{other.employee_id}/weghalen", status=404)
    team.manager.get(f"{team.path}/leden/{team.manager_id}/weghalen", status=404)


def test_a_list_of_many_members_costs_no_more_statements(app, team):
    def statements():
        with counted_statements(database_of(app)) as asked:
            team.manager.get(f"{team.path}/leden")
        return len(asked)

    statements()  # the first look of a session notes when it was
    few = statements()
    with database_of(app).writing() as session:
        organisation = session.query(Organisation).filter_by(public_id=team.id).one()
        for _number in range(30):
            make_account(session, organisations=(organisation,))
    for number in range(3):
        team.invite(f"genodigde{number}@voorbeeld.nl")
    assert statements() <= few
