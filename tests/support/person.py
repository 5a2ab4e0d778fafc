"""Somebody at a browser: what they do on the site, in the words that they read there."""

import re
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.running_site import RunningSite
from webapp.demo.people import PASSWORD

# Which browsers a test needs; without these it runs in all four.
ON_A_PHONE = pytest.mark.parametrize("width", ["phone"], indirect=True)
AT_A_DESK = pytest.mark.parametrize("width", ["desk"], indirect=True)
WITH_JAVASCRIPT = pytest.mark.parametrize("javascript", [True], ids=["js"], indirect=True)
WITHOUT_JAVASCRIPT = pytest.mark.parametrize("javascript", [False], ids=["no-js"], indirect=True)

# The worker brings what was saved into the index within a second or two.
_PATIENCE_MS = 20_000


@dataclass
class Person:
    """Somebody with a browser window of their own, at the site of a municipality (None: none)."""

    page: Page
    site: RunningSite
    slug: str | None = "duiven"
    has_javascript: bool = True

    @property
    def main(self) -> Locator:
        """The main part of the page in view."""
        return self.page.get_by_role("main")

    @property
    def heading(self) -> str:
        """The heading of the page in view."""
        return self.page.get_by_role("heading", level=1).inner_text()

    def says(self, text: str) -> str:
        """Return a text of the site as this person reads it."""
        return text

    def open(self, path: str) -> None:
        """Go to an address of the site."""
        self.page.goto(self.site.address(self.slug, path))

    def follow(self, text: str) -> None:
        """Follow the link in the main part whose text begins so."""
        self.named("link", text).click()

    def press(self, text: str, *, status: int | None = None) -> None:
        """Press the button whose text begins so; its answer must have `status`, if given."""
        button = self.named("button", text)
        if status is None:
            button.click()
            return
        with self.page.expect_response(lambda answer: answer.request.method == "POST") as info:
            button.click()
        assert info.value.status == status
        self.page.wait_for_load_state()

    def field(self, label: str) -> Locator:
        """Return the control with this label, which may say that it is not required."""
        words, optional = re.escape(self.says(label)), re.escape(self.says("niet verplicht"))
        return self.main.get_by_label(re.compile(rf"^\s*{words}(\s*\({optional}\))?\s*$"))

    def named(self, role: Literal["button", "link"], text: str) -> Locator:
        """Return the button or the link in the main part whose text begins so."""
        return self.main.get_by_role(role, name=re.compile(rf"^\s*{re.escape(self.says(text))}"))

    def fill(self, answers: dict[str, Any]) -> None:
        """Fill in text fields by their labels; True ticks a box."""
        for label, answer in answers.items():
            if answer is True:
                self.field(label).check()
            else:
                self.field(label).fill(answer)

    def reads(self, text: str) -> None:
        """Assert that the main part says this."""
        expect(self.main).to_contain_text(self.says(text))

    def does_not_read(self, text: str) -> None:
        """Assert that the main part does not say this."""
        expect(self.main).not_to_contain_text(text)

    def log_in(self, email: str, password: str = PASSWORD) -> None:
        """Log in, as all demo accounts do with the same password."""
        self.open("/inloggen")
        self.fill({"E-mailadres": email, "Wachtwoord": password})
        self.press("Inloggen")
        expect(self.page.get_by_role("button", name="Uitloggen")).to_be_visible()

    def log_out(self) -> None:
        """Log out."""
        self.page.get_by_role("button", name="Uitloggen").click()
        expect(self.page.get_by_role("link", name="Inloggen")).to_be_visible()

    def reloads_until(self, text: str) -> None:
        """Look again and again until the main part says this."""
        waited = 0
        while text not in self.main.inner_text():
            assert waited < _PATIENCE_MS, f"{self.page.url} does not say {text!r}"
            self.page.wait_for_timeout(300)
            waited += 300
            self.page.reload()
