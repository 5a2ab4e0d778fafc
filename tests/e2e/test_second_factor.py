"""Staff log in with a code from an app too; who lost the phone has codes on paper."""

import re
from collections.abc import Callable, Iterator

import pyotp
import pytest

from tests.support.person import ON_A_PHONE, PASSWORD, Person
from tests.support.running_site import RunningSite, running_site
from tests.support.tour import look
from webapp.core import clock

_CODE = re.compile(r"\b[a-z0-9]{5}-[a-z0-9]{5}\b")
# One for each browser of the test: with JavaScript, and without.
_EMAILS = {
    True: "moderator.duiven@voorbeeldgemeente.example",
    False: "consulent.duiven@voorbeeldgemeente.example",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSite]:
    """The demo's site, where staff must log in in two steps."""
    folder = tmp_path_factory.mktemp("two-steps")
    with running_site(folder, RATE_LIMITS="0", SECOND_FACTOR="required") as running:
        yield running


@ON_A_PHONE
def test_staff_set_an_app_up_and_log_in_with_a_code_and_with_paper(
    somebody: Callable[..., Person],
) -> None:
    person = somebody()
    email = _EMAILS[person.has_javascript]
    _enter(person, email)
    person.reads("Stel dat eerst in, dan kun je verder.")
    _look(person)
    person.main.locator("summary").first.click()
    key = re.sub(r"\s", "", person.main.locator(".code-to-copy").inner_text())
    app = pyotp.TOTP(key)
    person.main.locator("[name=code]").fill(app.now())
    person.press("Zet het aan")
    paper = _CODE.findall(person.main.inner_text())
    assert len(paper) == 10
    _look(person)
    for path in ("/account/twee-stappen", "/account/twee-stappen/uitzetten", "/account"):
        person.open(path)
        _look(person)
    person.log_out()

    _enter(person, email)
    person.main.locator("[name=code]").fill("000000")
    person.press("Ga verder")
    assert person.heading == "Vul je code in"
    _look(person)
    person.main.locator("summary").last.click()
    person.main.locator("[name=recovery_code]").fill(paper[0])
    person.press("Gebruik herstelcode")
    person.page.get_by_role("button", name="Uitloggen").wait_for()
    person.log_out()

    _enter(person, email)
    person.main.locator("[name=code]").fill(app.at(_soon()))
    person.press("Ga verder")
    person.page.get_by_role("button", name="Uitloggen").wait_for()


def _look(person: Person) -> None:
    """Look at the page in view with axe, which needs JavaScript."""
    if person.has_javascript:
        look(person)


def _enter(person: Person, email: str) -> None:
    person.open("/inloggen")
    person.fill({"E-mailadres": email, "Wachtwoord": PASSWORD})
    person.press("Inloggen")


def _soon() -> int:
    """Return the moment of the next code: that of now was used to set the app up."""
    return int(clock.now().timestamp()) + 30
