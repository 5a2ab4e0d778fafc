"""Going through a page by keyboard, and what must hold at every stop."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from playwright.sync_api import Locator, Page

# How everything that can be reached looks without focus, in the order of the document.
_REMEMBER = """() => {
  const stops = [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex]')];
  window.lookOf = e => {
    const style = getComputedStyle(e);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow].join();
  };
  window.stops = stops.map(e => [e, window.lookOf(e)]);
}"""
_STOP = """() => {
  const e = document.activeElement;
  const place = window.stops.findIndex(([other]) => other === e);
  if (place < 0) return null;
  const box = e.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const label = e.labels?.[0] ?? e;
  return {
    place,
    text: (label.innerText ?? label.textContent).trim().replace(/\\s+/g, ' '),
    is_marked: window.lookOf(e) !== window.stops[place][1],
    is_uncovered: top !== null && (top === e || e.contains(top) || top.contains(e)),
    left: document.dir === 'rtl' ? innerWidth - box.right : box.left + scrollX,
    top: box.top + scrollY, bottom: box.bottom + scrollY,
  };
}"""
# Whether the focus is on an element, or on one of its own group, and if not: before or after it.
_SIDE = """e => {
  const now = document.activeElement;
  const isOwnGroup = e.type === 'radio' && now.type === 'radio' && now.name === e.name;
  if (now === e || isOwnGroup && now.form === e.form) return 0;
  return now.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1;
}"""
_MOST_STOPS = 150


@dataclass(frozen=True)
class Stop:
    """Something that has the focus: its place in the document and on the page, and its words."""

    place: int
    text: str
    is_marked: bool
    is_uncovered: bool
    left: float
    top: float
    bottom: float

    def is_read_after(self, other: "Stop") -> bool:
        """Tell whether readers come to this later: by ear, and by eye (lower, or on the line)."""
        return self.place > other.place and (self.bottom > other.top or self.left > other.left)


def start(page: Page) -> None:
    """Begin at the top of a page that was just opened, which scrolls at once."""
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(_REMEMBER)


def tab(page: Page, key: str = "Tab") -> Stop:
    """Go to the next stop; it must be seen that it has the focus."""
    page.keyboard.press(key)
    found = page.evaluate(_STOP)
    assert found is not None, f"the focus is lost on {page.url}"
    stop = Stop(**found)
    assert stop.is_marked, f"nothing shows that “{stop.text}” has the focus on {page.url}"
    assert stop.is_uncovered, f"“{stop.text}” is covered on {page.url}"
    return stop


def tab_to(page: Page, text: str, most: int = 80) -> list[Stop]:
    """Go on until something with this text has the focus; return the stops on the way."""
    return _tab_until(page, lambda stops: text in stops[-1].text, f"“{text}”", most)


def go_to(page: Page, goal: Locator) -> None:
    """Go on, or back, until `goal` has the focus, or a radio button of the same question."""
    side = goal.evaluate(_SIDE)
    if side > 0:
        _tab_until(page, lambda _stops: goal.evaluate(_SIDE) <= 0, str(goal), _MOST_STOPS)
    elif side < 0:
        _tab_until(
            page, lambda _stops: goal.evaluate(_SIDE) >= 0, str(goal), _MOST_STOPS, "Shift+Tab"
        )
    assert goal.evaluate(_SIDE) == 0, f"{goal} was passed by"


def _tab_until(
    page: Page, is_there: Callable[[list[Stop]], bool], what: str, most: int, key: str = "Tab"
) -> list[Stop]:
    stops: list[Stop] = []
    while not stops or not is_there(stops):
        assert len(stops) < most, f"{what} was not reached; last was {stops[-1]}"
        stops.append(tab(page, key))
    in_order = stops if key == "Tab" else stops[::-1]
    for before, after in pairwise(_without_repeats(in_order)):
        assert after.is_read_after(before), f"“{before.text}” comes before “{after.text}”"
    return stops


def _without_repeats(stops: list[Stop]) -> list[Stop]:
    """Return the stops without those inside the one before: a date has three parts."""
    return [
        stop
        for number, stop in enumerate(stops)
        if not number or stop.place != stops[number - 1].place
    ]
