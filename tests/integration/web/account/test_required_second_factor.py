"""Staff that needs an app beside the password, and what it can do without: nothing."""

from dataclasses import replace

import pytest

from tests.support import html, sites
from tests.support.accounts import PASSWORD, hash_of
from tests.support.page_client import PageClient
from tests.support.people import DUIVEN, make_account, sign_in
from tests.support.second_factors import forget_last_code, give_app, set_up
from tests.support.workplaces import make_organisation
from webapp.accounts.models import Account, Role, RoleName

SETUP = "Stel inloggen in twee stappen in"
STAFF = [
    (RoleName.MODERATOR, DUIVEN),
    (RoleName.CONSULTANT, DUIVEN),
    (RoleName.ADMINISTRATOR, None),
]
HOSTS = {DUIVEN: "duiven.localhost:5000", None: "localhost:5000"}
HOME = {RoleName.MODERATOR: "/moderatie", RoleName.CONSULTANT: "/consulent"}


@pytest.fixture
def strict(database, settings):
    """A site that asks it."""
    sites.let_take_part(database)
    with sites.application(replace(settings, second_factor="required")) as site:
        yield site


def make(database, *roles, organisations=0):
    with database.writing() as session:
        own = tuple(make_organisation(session) for _ in range(organisations))
        account = make_account(session, "jan@voorbeeld.nl", roles=roles, organisations=own)
        account.password_hash = hash_of(PASSWORD)
        return account


def log_in(site, host="duiven.localhost:5000", path="/inloggen"):
    browser = PageClient(site, host=host)
    browser.get(path)
    browser.submit("Inloggen", email="jan@voorbeeld.nl", password=PASSWORD)
    return browser


@pytest.mark.parametrize(("role", "code"), STAFF)
def test_staff_is_sent_to_set_it_up_right_after_the_password(strict, database, role, code):
    make(database, (role, code))
    browser = log_in(strict, HOSTS[code])
    assert browser.page.heading == SETUP
    home = HOME.get(role, "/beheer")
    assert browser.get("/account").heading == SETUP
    assert browser.get(home).heading == SETUP
    page, _phone = set_up(browser)
    assert page.heading == "Bewaar je herstelcodes"
    page = browser.submit("Ik heb ze bewaard")
    assert page.url.endswith(home)
    assert page.status == 200


def test_where_somebody_was_going_survives_all_of_it(strict, database):
    make(database, STAFF[0])
    browser = log_in(strict, path="/moderatie/instellingen")
    assert browser.page.heading == SETUP
    browser.submit("Zet het aan", code="12", status=422)
    set_up(browser)
    assert browser.submit("Ik heb ze bewaard").url.endswith("/moderatie/instellingen")


def test_nothing_else_is_open_before(strict, database):
    """Every page that asks a right leads to setting it up; nothing that is sent is done."""
    account = make(database, *STAFF, organisations=1)
    strict.config["WTF_CSRF_ENABLED"], asked = False, 0
    for kind, host in HOSTS.items():
        browser = sign_in(PageClient(strict, host=host), account)
        for route in strict.url_map.iter_rules():
            rule = getattr(strict.view_functions[route.endpoint], "access_rule", None)
            is_here = rule and (kind is None) in {site == "platform" for site in rule.sites}
            if not is_here or rule.permission is None or rule.is_on_the_way:
                continue
            path = route.build(dict.fromkeys(route.arguments, "bbbbbbbbbb"))[1]
            for method in {"GET", "POST"} & route.methods:
                answer, asked = browser.raw(path, method), asked + 1
                assert answer.status_code == 303, (method, path, answer.status)
                assert answer.headers["Location"].startswith("/account/twee-stappen/instellen")
    assert asked > 100


def test_on_pages_for_everybody_there_is_no_right_either(strict, database):
    account = make(database, STAFF[0])
    browser = sign_in(PageClient(strict), account)
    page = browser.get("/")
    assert "Moderatie" not in page.text
    assert "Uitloggen" in page.text
    assert browser.submit("Uitloggen").status == 200


def test_a_role_that_is_given_meanwhile_asks_it_at_once(strict, database):
    account = make(database)
    browser = sign_in(PageClient(strict), account)
    assert browser.get("/account").heading == "Mijn account"
    with database.writing() as session:
        jan = session.get(Account, account.id)
        jan.roles.append(Role(name=RoleName.MODERATOR, municipality_code=DUIVEN))
    assert browser.get("/account").heading == SETUP


def test_who_offers_workplaces_is_not_made_to(strict, database):
    make(database, organisations=1)
    assert log_in(strict).page.heading == "Mijn werkplekken"


def test_staff_with_an_app_works_on(strict, database):
    account = make(database, STAFF[0])
    with database.writing() as session:
        phone = give_app(session, account)
    browser = log_in(strict)
    page = browser.submit("Ga verder", code=phone.code())
    assert page.heading == "Wachten op controle"


def test_staff_with_another_phone_can_do_nothing_until_that_is_set_up(strict, database):
    account = make(database, STAFF[0])
    with database.writing() as session:
        phone = give_app(session, account)
    browser = sign_in(PageClient(strict), account)
    page = browser.get("/account/twee-stappen/uitzetten")
    assert "Voor je werk heb je de tweede stap nodig." in page.main_text
    page = browser.submit("Zet het uit", current_password=PASSWORD, code=phone.code())
    assert page.heading == SETUP
    assert browser.get("/moderatie").heading == SETUP
    set_up(browser)
    forget_last_code(strict, account)
    assert browser.submit("Ik heb ze bewaard").heading == "Wachten op controle"


def test_where_it_is_optional_nobody_is_held_up(app, database):
    make(database, STAFF[0])
    assert log_in(app).page.heading == "Wachten op controle"


def test_the_page_says_why(strict, database):
    make(database, STAFF[1])
    page = log_in(strict).page
    assert "In je werk zie je gegevens van inwoners." in page.main_text
    assert not html.forms_with_button(page.tree, "Terug")
