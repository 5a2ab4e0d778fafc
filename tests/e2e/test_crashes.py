"""The site is killed in the middle of its work: what was saved is there, what was due is done."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.running_site import RunningSite, running_site
from tests.support.waiting import until

_MODERATOR = "moderator.duiven@voorbeeldgemeente.example"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def _ask_for_a_new_password(page: Page, site: RunningSite) -> None:
    page.goto(site.address("duiven", "/wachtwoord-vergeten"))
    page.get_by_label("E-mailadres").fill(_MODERATOR)
    page.get_by_role("main").get_by_role("button").click()
    page.wait_for_url("**/verstuurd")


def _children(site: RunningSite) -> dict[str, int]:
    """Return the process ids of web and worker."""
    return {
        "web" if "gunicorn" in arguments else "worker": pid
        for pid, arguments in _children_of(site.process.pid)
    }


def _children_of(parent: int) -> list[tuple[int, str]]:
    """Return the process id and the command of each child of a process."""
    listing = subprocess.run(
        ["/usr/bin/ps", "--ppid", str(parent), "-o", "pid=,args="],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    lines = (line.strip().split(maxsplit=1) for line in listing)
    return [(int(pid), arguments) for pid, arguments in lines]


def _lives(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def _wait_for_the_mail(site: RunningSite) -> None:
    """Wait for the one mail to the moderator: the demo's providers get others."""
    limit = time.monotonic() + 30
    while not _mails(site) and time.monotonic() < limit:
        time.sleep(0.2)
    assert len(_mails(site)) == 1


def _mails(site: RunningSite) -> list[str]:
    return [mail for mail in site.mails if f"To: {_MODERATOR}" in mail]


def test_a_mail_that_was_queued_survives_a_killed_worker(tmp_path: Path, page: Page) -> None:
    with running_site(tmp_path) as site:
        os.kill(_children(site)["worker"], signal.SIGKILL)
        _ask_for_a_new_password(page, site)
        _wait_for_the_mail(site)


def test_a_killed_web_server_comes_back_by_itself(tmp_path: Path, page: Page) -> None:
    with running_site(tmp_path) as site:
        web = _children(site)["web"]
        handlers = [pid for pid, _ in _children_of(web)]
        assert handlers
        os.kill(web, signal.SIGKILL)
        # What the killed one had begun answers until it sees that it is alone.
        until(lambda: not any(map(_lives, handlers)), "the old handlers stay")
        site.wait_until_ready()
        page.goto(site.address("duiven"))
        assert page.get_by_role("heading", level=1).is_visible()


def test_everything_is_still_there_after_the_whole_site_was_killed(
    tmp_path: Path, page: Page
) -> None:
    with running_site(tmp_path) as site:
        page.goto(site.address("duiven", "/werkplekken"))
        before = page.get_by_role("heading", level=1).inner_text()
        _ask_for_a_new_password(page, site)
        site.process.kill()
        site.process.wait()
    with running_site(tmp_path) as again:
        _wait_for_the_mail(again)  # sent before the end, or by the next worker
        page.goto(again.address("duiven", "/werkplekken"))
        assert page.get_by_role("heading", level=1).inner_text() == before
