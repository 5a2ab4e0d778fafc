"""Somebody who reads the site in a language, at a browser."""

from dataclasses import dataclass

from playwright.sync_api import expect

from tests.support.accessibility import problems_of
from tests.support.person import Person
from webapp.languages import catalogues


@dataclass
class Reader:
    """Somebody who reads the site in a language; what to press is given in Dutch."""

    person: Person
    code: str

    def says(self, text: str) -> str:
        """Return a sentence in the own language."""
        return catalogues.translations(self.code).gettext(text)

    def path(self, path: str) -> str:
        """Return a path as its address begins in the own language."""
        return path if catalogues.find(self.code).is_source else f"/{self.code}{path}"

    def open(self, path: str) -> None:
        """Go to an address of the site, and look at the page."""
        self.person.open(self.path(path))
        self.looks()

    def follow(self, text: str) -> None:
        """Follow the link whose text begins so."""
        self.person.follow(self.says(text))
        self.looks()

    def press(self, text: str, *, status: int | None = None) -> None:
        """Press the button whose text begins so; its answer must have `status`, if given."""
        self.person.press(self.says(text), status=status)
        self.looks()

    def fill(self, answers: dict[str, object]) -> None:
        """Answer by the names of the fields; True ticks the first box."""
        for name, answer in answers.items():
            control = self.person.main.locator(f"[name={name}]")
            if answer is True:
                control.first.check()
            elif isinstance(answer, str) and control.first.get_attribute("type") == "radio":
                self.person.main.locator(f"[name={name}][value={answer}]").check()
            else:
                control.fill(str(answer))

    def looks(self) -> None:
        """See a page in the own language, in the right direction, with nothing wrong with it."""
        root = self.person.page.locator("html")
        expect(root).to_have_attribute("lang", self.code)
        expect(root).to_have_attribute("dir", catalogues.find(self.code).direction)
        if self.person.has_javascript:
            assert problems_of(self.person.page) == []

    def is_told(self, heading: str) -> None:
        """See a page with this heading, given in Dutch, and a title that begins with it."""
        assert self.person.heading == self.says(heading)
        assert self.person.page.title().startswith(self.says(heading))
        self.looks()
