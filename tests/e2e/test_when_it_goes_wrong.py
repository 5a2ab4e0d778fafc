"""What a resident reads when something goes wrong, in each direction of reading."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest
from playwright.sync_api import Response

from tests.support.person import WITH_JAVASCRIPT, Person
from tests.support.reader import Reader
from tests.support.resident_signup import NEXT
from tests.support.running_site import RunningSite, running_site
from webapp.core import clock
from webapp.core.ids import hash_secret

IN_EACH_DIRECTION = pytest.mark.parametrize("code", ["nl", "en", "ar"])
pytestmark = [WITH_JAVASCRIPT, pytest.mark.parametrize("width", ["phone"], indirect=True)]

_FIRST = "/inwoners/aanmelden/invuller"
_SECRET = "geheim"
_WESTERVOORT, _DUIVEN = "GM0293", "GM0226"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSite]:
    """A site of its own, that counts requests, and of which the data are broken."""
    with running_site(tmp_path_factory.mktemp("broken")) as running:
        yield running


@pytest.fixture
def reader(somebody: Callable[..., Person], code: str) -> Reader:
    return Reader(somebody(), code)


def _goes_to(reader: Reader, path: str) -> int:
    response = reader.person.page.goto(
        reader.person.site.address(reader.person.slug, reader.path(path))
    )
    assert isinstance(response, Response)
    return response.status


@contextmanager
def _database(site: RunningSite) -> Iterator[sqlite3.Connection]:
    (file,) = site.folder.glob("*.sqlite3")
    with closing(sqlite3.connect(file, timeout=30)) as connection, connection:
        yield connection


@contextmanager
def _without(site: RunningSite, table: str) -> Iterator[None]:
    """Take a table away for a while."""
    for start, goal in ((table, f"{table}_gone"), (f"{table}_gone", table)):
        with _database(site) as connection:
            connection.execute("PRAGMA legacy_alter_table = ON")
            connection.execute(f"ALTER TABLE {start} RENAME TO {goal}")
        if start == table:
            yield


@IN_EACH_DIRECTION
def test_a_page_that_does_not_exist(reader: Reader) -> None:
    assert _goes_to(reader, "/bestaat-niet") == 404
    reader.is_told("Deze pagina bestaat niet")
    assert _goes_to(reader, "/inwoners/aanmelden/bestaat-niet") == 404
    reader.is_told("Deze pagina bestaat niet")
    reader.follow("Zoek een werkplek")


@IN_EACH_DIRECTION
def test_a_private_link_that_does_not_work(reader: Reader) -> None:
    assert _goes_to(reader, "/inwoners/aanmelding/onbekend") == 404
    reader.looks()


@IN_EACH_DIRECTION
def test_an_address_that_only_a_button_has(reader: Reader) -> None:
    assert _goes_to(reader, "/bewaarde-werkplekken/vergeten") == 405
    reader.is_told("Dat kan hier niet")


@IN_EACH_DIRECTION
def test_who_was_away_too_long(reader: Reader) -> None:
    reader.open(_FIRST)
    reader.fill({"filled_in_by": "other", "helper_name": "Toos van Verre"})
    reader.person.page.context.clear_cookies()
    reader.person.press(reader.says(NEXT), status=400)
    reader.is_told("Je was te lang weg")
    reader.person.reads("Toos van Verre")


@IN_EACH_DIRECTION
def test_who_sends_too_much(reader: Reader) -> None:
    reader.open(_FIRST)
    reader.fill({"filled_in_by": "other"})
    field = reader.person.main.locator("[name=helper_name]")
    field.evaluate("field => { field.value = 'x'.repeat(1_100_000); }")
    reader.person.press(reader.says(NEXT), status=413)
    reader.is_told("Je stuurt te veel")


@IN_EACH_DIRECTION
def test_who_does_something_too_often(reader: Reader) -> None:
    """The list of saved workplaces is mailed ten times an hour, whoever asks for it."""
    reader.open("/werkplekken")
    reader.person.main.locator(".card-title a").first.click()
    reader.follow("Bewaar deze werkplek")
    reader.press("Ja, bewaar op dit apparaat")
    reader.follow("Mail deze lijst")
    wait = "Even wachten, alsjeblieft"
    for _time in range(11):
        reader.person.press(reader.says("Mail de lijst"))
        reader.person.page.wait_for_load_state()
        if reader.person.heading == reader.says(wait):
            break
    reader.is_told(wait)


@IN_EACH_DIRECTION
def test_a_mistake_of_ours(reader: Reader, site: RunningSite) -> None:
    with _database(site) as connection:
        connection.execute(
            "UPDATE registration SET link_hash = ?, link_expires_at = ?, sectors = '{' "
            "WHERE reference = (SELECT min(reference) FROM registration "
            "WHERE municipality_code = ?)",
            (hash_secret(_SECRET), "2999-01-01 00:00:00.000000", _DUIVEN),
        )
    assert _goes_to(reader, f"/inwoners/aanmelding/{_SECRET}") == 500
    reader.is_told("Er ging iets mis bij ons")


@IN_EACH_DIRECTION
def test_a_database_that_is_away(reader: Reader, site: RunningSite) -> None:
    reader.open(_FIRST)
    reader.fill({"filled_in_by": "self"})
    reader.press(NEXT)
    reader.fill({"meets_age_condition": "yes"})
    reader.press(NEXT)
    reader.fill({"wishes": "Ik ben graag buiten."})
    with _without(site, "sector"):
        reader.person.press(reader.says(NEXT), status=503)
        reader.is_told("De site is even niet bereikbaar")
        reader.person.reads("Ik ben graag buiten.")
    reader.open("/inwoners/aanmelden/werk")


def test_a_municipality_that_went_into_another(
    somebody: Callable[..., Person], site: RunningSite
) -> None:
    readers = [Reader(somebody("westervoort"), code) for code in ("nl", "en", "ar")]
    for reader in readers:
        reader.open(_FIRST)
        reader.fill({"filled_in_by": "other", "helper_name": "Toos van Verre"})
    _merge(site)
    for reader in readers:
        reader.person.press(reader.says(NEXT), status=410)
        reader.is_told("Deze site is verhuisd")
        reader.person.reads("Toos van Verre")
        reader.follow("Ga naar de nieuwe site")


def _merge(site: RunningSite) -> None:
    subprocess.run(
        [
            *(sys.executable, "-m", "webapp", "municipalities", "merge", _WESTERVOORT),
            *("--into", _DUIVEN, "--on", clock.today().isoformat()),
        ],
        env=site.environment,
        check=True,
        timeout=60,
    )
