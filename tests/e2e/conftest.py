"""A running site and a browser, each started once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.support import browser as browsers
from tests.support.person import Person
from tests.support.running_site import RunningSite, running_site
from tests.support.typist import Typist

WIDTHS = {"phone": 320, "desk": 1280}
_PATIENCE_MS = 15_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSite]:
    """The demo's site, which mails a decision at once: `test_undoing.py` has one that does not."""
    folder = tmp_path_factory.mktemp("site")
    with running_site(folder, RATE_LIMITS="0", UNDO_MINUTES="0") as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with browsers.chromium() as started:
        yield started


@pytest.fixture(params=list(WIDTHS))
def width(request: pytest.FixtureRequest) -> int:
    """The width of a phone, and that of a desk."""
    return WIDTHS[request.param]


@pytest.fixture(params=[True, False], ids=["js", "no-js"])
def javascript(request: pytest.FixtureRequest) -> bool:
    """A browser with JavaScript, and one without."""
    return bool(request.param)


@pytest.fixture
def open_window(
    browser: Browser, width: int, *, javascript: bool
) -> Iterator[Callable[[], BrowserContext]]:
    """Open a browser window that shares nothing with the others."""
    opened: list[BrowserContext] = []

    def another() -> BrowserContext:
        opened.append(
            browser.new_context(
                viewport={"width": width, "height": 900},
                java_script_enabled=javascript,
                locale="nl-NL",
            )
        )
        opened[-1].set_default_timeout(_PATIENCE_MS)
        return opened[-1]

    yield another
    for window in opened:
        window.close()


@pytest.fixture
def context(open_window: Callable[[], BrowserContext]) -> BrowserContext:
    """A visitor's browser window."""
    return open_window()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A tab."""
    return context.new_page()


@pytest.fixture
def somebody(
    open_window: Callable[[], BrowserContext], site: RunningSite, *, javascript: bool
) -> Callable[..., Person]:
    """Somebody with a browser window of their own; give the slug of a municipality."""

    def another(slug: str | None = "duiven") -> Person:
        return Person(open_window().new_page(), site, slug, has_javascript=javascript)

    return another


@pytest.fixture
def typist(
    open_window: Callable[[], BrowserContext], site: RunningSite, *, javascript: bool
) -> Callable[..., Typist]:
    """Somebody with a browser window and no mouse; give a municipality, and a language."""

    def another(slug: str | None = "duiven", code: str = "nl") -> Typist:
        page = open_window().new_page()
        return Typist(page, site, slug, has_javascript=javascript, code=code)

    return another
