"""Somebody without a mouse: Tab, Shift+Tab, Enter, Space, arrows and letters do everything."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from playwright.sync_api import Locator, expect

from tests.support import keyboard
from tests.support.accessibility import problems_of
from tests.support.person import Person
from webapp.demo.people import PASSWORD
from webapp.languages import catalogues

_IS_NOWHERE = "document.activeElement === document.body"
# How far down in its group a radio button is from the one that has the focus.
_STEPS = """e => {
  const group = [...e.form.querySelectorAll(`[name="${e.name}"]`)];
  return group.indexOf(e) - group.indexOf(document.activeElement);
}"""
_MENDS = "document.activeElement.closest('.field-invalid')?.innerText.replace(/\\s+/g, ' ')"
_LEADS_AWAY = "e => e.type !== 'button'"


@dataclass
class Typist(Person):
    """A person whose every act goes by keyboard; what they read is given in Dutch.

    Each new page is looked at where there is JavaScript, and it is checked where the focus landed.
    """

    code: str = "nl"

    def says(self, text: str) -> str:
        """Return a text of the site in the language of who reads it."""
        return text if self.code == "nl" else catalogues.translations(self.code).gettext(text)

    def open(self, path: str) -> None:
        """Go to an address of the site, in the own language, as from a bookmark."""
        super().open(path if self.code == "nl" else f"/{self.code}{path}")
        self.arrives()

    def visit(self, address: str) -> None:
        """Follow a link from elsewhere, such as a mail."""
        self.page.goto(address)
        self.arrives()

    def follow(self, text: str) -> None:
        """Follow the link in the main part whose text begins so."""
        self.enter(self.named("link", text))

    def press(self, text: str, *, status: int | None = None) -> None:
        """Press the button whose text begins so; its answer must have `status`, if given."""
        button = self.named("button", text)
        if button.evaluate(_LEADS_AWAY):
            self.enter(button, status=status)
        else:
            self.goes_to(button)
            self.page.keyboard.press("Space")

    def goes_to(self, goal: Locator) -> None:
        """Go to a control; past the menus first by the link that begins every page."""
        if self.page.evaluate(_IS_NOWHERE):
            assert keyboard.tab(self.page).text == self.says("Direct naar de inhoud")
            self.page.keyboard.press("Enter")
        keyboard.go_to(self.page, goal)

    def enter(self, goal: Locator, *, status: int | None = None) -> None:
        """Go to a link or a button, press Enter, and see where that leads."""
        self.goes_to(goal)
        with self.page.expect_navigation() as answer:
            self.page.keyboard.press("Enter")
        assert answer.value.status == (status or 200)
        self.arrives()

    def unfold(self, text: str) -> None:
        """Open what is folded away behind a summary with this text."""
        self.goes_to(self.main.locator("summary", has_text=self.says(text)).first)
        self.page.keyboard.press("Enter")

    def prints(self, button: str) -> None:
        """Press a button that prints, which is there where JavaScript is."""
        if self.has_javascript:
            self.page.evaluate("window.print = () => { window.isPrinted = true; }")
            self.press(button)
            assert self.page.evaluate("window.isPrinted")
        else:
            expect(self.main.locator("[data-print]")).to_be_hidden()

    def fill(self, answers: dict[str, Any]) -> None:
        """Fill in by labels: a text, a day, a choice out of a list as its text, True for a box."""
        for label, answer in answers.items():
            self.put(self.field(label), answer)

    def put(self, control: Locator, answer: str | date | Literal[True]) -> None:
        """Answer one question."""
        kind = str(control.evaluate("e => e.type"))
        if answer is True and control.is_checked():
            return
        self.goes_to(control)
        if kind == "radio":
            self._move(control.evaluate(_STEPS))
            if not control.is_checked():
                self.page.keyboard.press("Space")
        elif kind == "checkbox":
            self.page.keyboard.press("Space")
        elif kind == "select-one":
            self._select(control, str(answer))
        elif isinstance(answer, date):
            self._type_day(control, answer)
        else:
            self.page.keyboard.press("ControlOrMeta+a")
            self.page.keyboard.press("Delete")
            self.page.keyboard.type(str(answer))
        assert kind not in {"radio", "checkbox"} or control.is_checked()

    def mends_the_first_mistake(self) -> None:
        """Follow the summary, which has the focus, to the first control that is wrong."""
        page = self.page
        assert page.title().startswith(self.says("Fout:"))
        mistake = keyboard.tab(page).text
        page.keyboard.press("Enter")
        assert mistake in str(page.evaluate(_MENDS))

    def arrives(self) -> None:
        """See where the focus is on a new page: at what went wrong, at what was done, or nowhere.

        Whoever is told nothing begins at the top, where the first stop leads past the menus.
        """
        self.page.wait_for_load_state()
        keyboard.start(self.page)
        told = self.page.locator(".error-summary, .messages")
        if told.count():
            expect(told.first).to_be_focused()
            expect(told.first).to_be_in_viewport()
            expect(told.first).not_to_have_css("outline-style", "none")
        else:
            assert self.page.evaluate(_IS_NOWHERE), f"the focus is elsewhere on {self.page.url}"
        if self.has_javascript:
            assert problems_of(self.page) == [], self.page.url

    def log_in(self, email: str, password: str = PASSWORD) -> None:
        """Log in, as all demo accounts do with the same password."""
        self.open("/inloggen")
        self.fill({"E-mailadres": email, "Wachtwoord": password})
        self.press("Inloggen")
        expect(self.page.get_by_role("button", name="Uitloggen")).to_be_visible()

    def _move(self, steps: int) -> None:
        for _step in range(abs(steps)):
            self.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")

    def _select(self, control: Locator, text: str) -> None:
        options = [option.strip() for option in control.locator("option").all_inner_texts()]
        self._move(options.index(self.says(text)) - control.evaluate("e => e.selectedIndex"))

    def _type_day(self, control: Locator, day: date) -> None:
        """Type the parts in the order of this browser: the day first, or else the month."""
        for order in ("%d%m%Y", "%m%d%Y"):
            self.page.keyboard.type(day.strftime(order))
            if control.input_value() == day.isoformat():
                return
            for _part in range(2):
                self.page.keyboard.press("ArrowLeft")
        raise AssertionError(control.input_value())
