"""Staff reads what a resident wrote about a registration, answers, or says it is dealt with."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.support.page_client import PageClient
from tests.support.people import ARNHEM, DUIVEN, database_of, make_account, sign_in, staff_member
from tests.support.pressing import press_together
from tests.support.registration_messages import add
from tests.support.registrations import make_registration
from tests.support.statements import counted_statements
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.core import clock
from webapp.core.restricting import RestrictionGround
from webapp.registrations.models import Registration, RegistrationMessage, RegistrationStatus

LIST = "/consulent/aanmeldingen"
SEND = "Verstuur je bericht"
DEALT_WITH = "Zet het bericht op afgehandeld"


@pytest.fixture
def path(app):
    with database_of(app).writing() as session:
        made = make_registration(session, now=clock.now())
        add(session, made, "Mag ik eerder beginnen?", clock.now())
        return f"{LIST}/{made.public_id}"


def texts(app):
    with database_of(app).reading() as session:
        found = session.scalars(select(RegistrationMessage).order_by(RegistrationMessage.id))
        return [each.text for each in found]


def made_path(app):
    """Return the address of the registration that was made last."""
    with database_of(app).reading() as session:
        found = session.scalars(select(Registration.public_id).order_by(Registration.id.desc()))
        return f"{LIST}/{found.first()}"


def actions(app):
    with database_of(app).reading() as session:
        return list(session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)))


def test_what_is_new_stands_in_the_inbox_until_it_is_answered(consultant, path):
    page = consultant.get("/consulent")
    assert "Aanmeldingen 1" in page.text
    assert "Bij 1 aanmelding staat een nieuw bericht." in page.links
    page = consultant.follow("Bij 1 aanmelding staat een nieuw bericht.")
    assert "Nieuw bericht" in page.main_text
    assert "Nieuw bericht (1)" in page.links
    page = consultant.get(path)
    assert "Mag ik eerder beginnen?" in page.main_text
    assert "Nieuw bericht" in page.main_text
    page = consultant.submit(SEND, text="Dat kan!")
    assert "De inwoner krijgt een mail." in page.text
    assert "Nieuw bericht" not in page.main_text
    assert "Sanne Voorbeeld volgt deze aanmelding." in page.main_text
    assert "Nieuw bericht (0)" in consultant.get(LIST).links
    assert "nieuw bericht" not in consultant.get("/consulent").main_text


def test_what_waits_too_long_says_so(app, consultant):
    with database_of(app).writing() as session:
        for days in (1, 20):
            at = clock.now() - timedelta(days=days)
            made = make_registration(session, now=at)
            made.status = RegistrationStatus.TRAJECTORY
            add(session, made, "Mag ik eerder beginnen?", at)
    consultant.get(LIST)
    page = consultant.follow("Wacht te lang (1)")
    assert page.main_text.count("Nieuw bericht") == 2  # the view, and the one that waits
    assert "Wacht te lang" in consultant.get(made_path(app)).main_text


def test_what_needs_no_answer_is_dealt_with(app, consultant, path):
    consultant.get(path)
    page = consultant.submit(DEALT_WITH)
    assert "Het bericht is afgehandeld." in page.text
    assert "Nieuw bericht" not in page.main_text
    assert DEALT_WITH not in page.response.text
    assert actions(app)[-2:] == ["registration.messages_dealt_with", "registration.looked_at"]


def test_staff_can_write_first_and_a_mistake_loses_nothing(app, consultant, path):
    consultant.get(path)
    consultant.submit(DEALT_WITH)
    consultant.follow("Schrijf de inwoner een bericht")
    long = "Lang. " * 200
    page = consultant.submit(SEND, text=long, status=422)
    assert page.errors == ["Maak je bericht korter: hooguit 1000 tekens."]
    assert long.strip() in page.response.text
    page = consultant.submit(SEND, text=" ", status=422)
    assert page.errors == ["Schrijf eerst je bericht."]
    consultant.submit(SEND, text="Heb je al iets gehoord?")
    assert texts(app)[-1] == "Heb je al iets gehoord?"


def test_a_refused_answer_shows_nothing_that_nobody_logged(app, consultant, path):
    consultant.get(f"{path}/berichten")
    before = actions(app)
    page = consultant.submit(SEND, text="", status=422)
    assert "Mag ik eerder beginnen?" not in page.text
    assert actions(app) == before


def test_two_who_answer_at_once_see_what_the_other_wrote(app, consultant, path):
    with database_of(app).writing() as session:
        bo = make_account(session, name="Bo Collega", roles=((RoleName.CONSULTANT, DUIVEN),))
    colleague = sign_in(PageClient(app), bo)
    consultant.get(path)
    colleague.get(path)
    consultant.submit(SEND, text="Ik bel.")
    page = colleague.submit(SEND, text="Ik mail.")
    assert "Ik bel." in page.main_text
    assert "Ik mail." in page.main_text
    assert texts(app) == ["Mag ik eerder beginnen?", "Ik bel.", "Ik mail."]


def test_two_who_answer_at_the_same_moment_are_both_kept(app, consultant, path):
    with database_of(app).writing() as session:
        bo = make_account(session, name="Bo Collega", roles=((RoleName.CONSULTANT, DUIVEN),))
    colleague = sign_in(PageClient(app), bo)
    pressed = [(each.get(path), each, SEND) for each in (consultant, colleague)]
    assert press_together(app, pressed, text="Dat kan!") == [303, 303]
    assert texts(app) == ["Mag ik eerder beginnen?", "Dat kan!", "Dat kan!"]


def test_pressing_twice_makes_one_answer(app, consultant, path):
    page = consultant.get(path)
    consultant.submit(SEND, text="Dat kan!")
    consultant.pages.append(page)
    consultant.submit(SEND, text="Dat kan!")
    assert texts(app) == ["Mag ik eerder beginnen?", "Dat kan!"]


@pytest.mark.parametrize(
    "changes",
    [
        {"status": RegistrationStatus.STOPPED},
        {"restricted_at": clock.now(), "restricted_for": RestrictionGround.CLAIM},
    ],
)
def test_what_closed_meanwhile_gives_the_text_back(app, consultant, path, changes):
    consultant.get(path)
    with database_of(app).writing() as session:
        found = session.scalars(select(Registration)).one()
        for name, value in changes.items():
            setattr(found, name, value)
    page = consultant.submit(SEND, text="Te laat.", status=422)
    assert "Bij deze aanmelding kan nu geen bericht meer." in page.main_text
    assert "Te laat." in page.main_text
    assert SEND not in page.response.text
    page = consultant.get(path)
    assert "Mag ik eerder beginnen?" in page.main_text
    assert SEND not in page.response.text
    assert texts(app) == ["Mag ik eerder beginnen?"]


def test_nobody_marks_what_is_restricted(app, consultant, path):
    consultant.get(path)
    with database_of(app).writing() as session:
        found = session.scalars(select(Registration)).one()
        found.restrict(RestrictionGround.CLAIM, now=clock.now())
    consultant.submit(DEALT_WITH, status=423)


def test_each_look_and_act_is_logged_without_a_word_of_it(app, consultant, path):
    consultant.get(f"{path}/berichten")
    consultant.submit(SEND, text="Dat kan!")
    assert actions(app)[-4:] == [
        "registration.message_added",
        "registration.looked_at",
        "registration.message_answered",
        "registration.looked_at",
    ]
    moderator = staff_member(app, RoleName.MODERATOR)
    log = moderator.get("/moderatie/logboek").main_text
    assert "Bericht aan een inwoner geschreven" in log
    assert "Dat kan!" not in log


def test_another_municipality_finds_nothing(app, path):
    other = staff_member(app, RoleName.CONSULTANT, ARNHEM, host="arnhem.localhost:5000")
    assert other.raw(f"{path}/berichten").status_code == 404
    other.get("/consulent")
    for way in ("berichten", "berichten/afgehandeld"):
        assert other.post_raw(f"{path}/{way}", {"text": "x"}).status_code in {400, 404}
    assert texts(app) == ["Mag ik eerder beginnen?"]


def test_many_messages_cost_no_more_statements_than_few(app, consultant, path):
    def statements_of(*addresses):
        with counted_statements(database_of(app)) as statements:
            for each in addresses:
                consultant.get(each)
        return len(statements)

    statements_of(LIST, path)  # the first time more is looked up
    few = statements_of(LIST, path)
    with database_of(app).writing() as session:
        found = session.scalars(select(Registration)).one()
        for _number in range(4):
            add(session, found, "En nog iets.", clock.now())
    assert statements_of(LIST, path) == few
