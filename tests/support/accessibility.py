"""What a browser can tell about the accessibility of a page (standards.md: A and P)."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from webapp.languages import catalogues

_OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    # What passes need not be described; that is half of the work.
    "resultTypes": ["violations"],
}
_AXE = Axe()
# WCAG 1.4.12: what a reader's own style sheet may set without breaking the page. It is put in as
# an adopted sheet, which the site's own policy on styles leaves alone.
_TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
_ADOPT = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = css ? [sheet] : [];
}"""
_TOO_SMALL = """() => [...document.querySelectorAll('button, input, select, textarea, summary')]
  .filter(e => e.checkVisibility() && !['hidden', 'checkbox', 'radio'].includes(e.type))
  .filter(e => !e.closest('.honeypot'))
  .map(e => [e, e.getBoundingClientRect()])
  .filter(([e, box]) => box.width > 0 && (box.height < 43.5))
  .map(([e, box]) => `${e.outerHTML.slice(0, 80)} is ${Math.round(box.height)} px high`)"""
_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_WIDEST = """() => [...document.querySelectorAll('body *')]
  .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
  .slice(0, 4).map(e => e.outerHTML.slice(0, 80))"""
_DEAD_LINKS = """() => [...document.querySelectorAll('a[href^="#"]:not([role=button])')]
  .filter(e => !document.getElementById(e.getAttribute('href').slice(1)))
  .map(e => e.outerHTML.slice(0, 120))"""
_ERRORS = ".error-summary, .field-error, .alert-error"
_PHONE, _ZOOMED, _DESK = 320, 640, 1280


def problems_of(page: Page) -> list[str]:
    """Return what is wrong with the page as it stands: on a phone, at a desk, and zoomed in."""
    found = _title_problems(page)
    found += [f"leads nowhere: {link}" for link in page.evaluate(_DEAD_LINKS)]
    for width in (_DESK, _PHONE):
        _resize(page, width)
        found += [f"{problem} at {width} px" for problem in _axe_problems(page)]
        found += [f"{problem} at {width} px" for problem in page.evaluate(_TOO_SMALL)]
    for width in (_PHONE, _ZOOMED, _DESK):
        _resize(page, width)
        found += _overflow_problems(page, f"at {width} px")
    _resize(page, _PHONE)
    page.evaluate(_ADOPT, _TEXT_SPACING)
    found += _overflow_problems(page, "with the spacing of a reader's choice")
    page.evaluate(_ADOPT, "")
    return found


def _axe_problems(page: Page) -> list[str]:
    violations: list[dict[str, Any]] = _AXE.run(page, options=_OPTIONS).response["violations"]
    return [f"{item['id']}: {node['html'][:160]}" for item in violations for node in item["nodes"]]


def _title_problems(page: Page) -> list[str]:
    headings = [" ".join(text.split()) for text in page.locator("h1").all_inner_texts()]
    language = page.locator("html").get_attribute("lang") or ""
    error = catalogues.translations(language).gettext("Fout:") + " "
    title, says_so = page.title().removeprefix(error), page.title().startswith(error)
    found = []
    if len(headings) != 1 or not title.startswith(headings[0]):
        found.append(f"the title {title!r} does not start with the one h1 of {headings}")
    if says_so is not (page.locator(_ERRORS).count() > 0):
        found.append(f"the title {page.title()!r} does not fit with the errors on the page")
    return found


def _overflow_problems(page: Page, how: str) -> list[str]:
    overflow = page.evaluate(_OVERFLOW)
    return [f"{overflow} px too wide {how}: {page.evaluate(_WIDEST)}"] if overflow > 0 else []


def _resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
