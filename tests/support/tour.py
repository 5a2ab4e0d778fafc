"""Going past all pages of the site, looking at each for what hinders people."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Response
from werkzeug.routing import Map, Rule

from tests.support.accessibility import problems_of
from tests.support.person import Person

_ROUTES = Path(__file__).parents[1] / "conventions" / "routes.txt"
# Parts of an address that tell one thing from another of its kind. One of a kind is enough.
_NAMES = {"public_id", "secret", "slug", "key"}
# A link in a drawing has no plain address.
_LINKS = """() => [...document.querySelectorAll('a[href]')]
  .map(link => new URL(link.getAttribute('href'), document.baseURI).href)"""
# Sends the first form that asks for something, with nothing filled in.
_SEND_EMPTY = """() => {
  const form = [...document.querySelectorAll('main form[method=post]')]
    .find(each => each.querySelector('[aria-required=true]'));
  for (const control of form.elements) {
    if (['hidden', 'submit', 'button', 'fieldset'].includes(control.type)) continue;
    if (['checkbox', 'radio'].includes(control.type)) control.checked = false;
    else if (control.tagName !== 'SELECT') control.value = '';
  }
  form.requestSubmit(form.querySelector('button[type=submit]'));
}"""
_ASKS = "main form[method=post] [aria-required=true]"


def pages() -> Iterable[str]:
    """Return the endpoints of all routes that answer to GET."""
    return sorted({rule.endpoint for rule in _rules()})


@dataclass
class Tour:
    """Somebody's walk past the pages: which were seen, and what was wrong there."""

    person: Person
    seen: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)
    _kinds: set[tuple[str, ...]] = field(default_factory=set)

    def open(self, path: str, *, status: int = 200, state: str = "") -> None:
        """Go to an address, and look at the page."""
        answer = self.person.page.goto(self.person.site.address(self.person.slug, path))
        self._expect(answer, status)
        self.look(state)

    def look(self, state: str = "") -> None:
        """Look at the page in view; `state` says what is special about it."""
        page = self.person.page
        kind = _kind_of(page.url)
        if kind:
            self.seen.add(kind[0])
            self._kinds.add(kind)
        self.problems += [f"{page.url} {state}: {problem}" for problem in problems_of(page)]

    def look_without_answers(self) -> None:
        """Send the form of the page in view with nothing in it, and look at what comes back.

        Some forms can be kept so: of a draft, and where everything was a choice made already.
        """
        page = self.person.page
        if page.locator(_ASKS).count() == 0:
            return
        with page.expect_navigation() as answer:
            page.evaluate(_SEND_EMPTY)
        if answer.value.status != 200:
            self._expect(answer.value, 422)
            self.look("without answers")

    def answer(self, button: str, answers: dict[str, Any]) -> None:
        """Look at the form in view, as it is and without answers; then answer, and go on."""
        self.look()
        self.look_without_answers()
        fill(self.person, answers)
        self.press(button)

    def follow(self, text: str) -> None:
        """Follow a link, and wait for the page that it leads to."""
        with self.person.page.expect_navigation():
            self.person.follow(text)

    def press(self, button: str) -> None:
        """Press a button, and wait for the page that it leads to."""
        with self.person.page.expect_navigation():
            self.person.press(button)

    def explore(self, *starts: str, among: Iterable[str]) -> None:
        """Follow all links from `starts`; look at one page of each kind, out of these endpoints."""
        wanted = set(among)
        ahead = deque(self.person.site.address(self.person.slug, start) for start in starts)
        while ahead:
            address = ahead.popleft()
            kind = _kind_of(address)
            if kind is None or kind in self._kinds or kind[0] not in wanted:
                continue
            self._kinds.add(kind)
            parts = urlsplit(address)
            self.open(f"{parts.path}?{parts.query}" if parts.query else parts.path)
            here = urlsplit(self.person.page.url).netloc
            links = self.person.page.evaluate(_LINKS)
            ahead.extend(link for link in links if urlsplit(link).netloc == here)
            self.look_without_answers()

    def end(self, *, among: Iterable[str]) -> None:
        """Assert that all these pages were seen, and that nothing was wrong."""
        assert not self.problems, "\n".join(self.problems)
        assert not set(among) - self.seen, f"not seen: {set(among) - self.seen}"

    def _expect(self, answer: Response | None, status: int) -> None:
        if answer is None or answer.status != status:
            self.problems.append(f"{self.person.page.url}: {answer and answer.status}")


def look(person: Person) -> None:
    """Assert that nothing on the page in view hinders people, on a journey that is no tour."""
    tour = Tour(person)
    tour.look()
    tour.end(among=())


def fill(person: Person, answers: dict[str, Any]) -> None:
    """Fill in controls by their names: a text, or the values of the boxes to tick."""
    for name, answer in answers.items():
        controls = person.main.locator(f"[name={name}]")
        if controls.first.get_attribute("type") in {"radio", "checkbox"}:
            for value in [answer] if isinstance(answer, str) else answer:
                person.main.locator(f"[name={name}][value='{value}']").check()
        else:
            controls.fill(answer)


def _rules() -> list[Rule]:
    lines = [line.split() for line in _ROUTES.read_text().splitlines()]
    return [
        Rule(path, endpoint=endpoint, methods=["GET"])
        for path, methods, endpoint in lines
        if "GET" in methods.split(",")
    ]


_MAP = Map(_rules()).bind("localhost")


def _kind_of(address: str) -> tuple[str, ...] | None:
    """Return the endpoint of an address with what makes its page another kind of page."""
    path = urlsplit(address).path
    if not _MAP.test(path, "GET"):
        return None
    endpoint, values = _MAP.match(path, "GET")
    return (endpoint, *(values[name] for name in sorted(values) if name not in _NAMES))
