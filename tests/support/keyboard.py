"""Going through a page by keyboard, and what must hold at every stop."""

from dataclasses import dataclass
from itertools import pairwise

from playwright.sync_api import Page

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
    text: label.innerText.trim().replace(/\\s+/g, ' '),
    is_marked: window.lookOf(e) !== window.stops[place][1],
    is_uncovered: top !== null && (top === e || e.contains(top) || top.contains(e)),
    left: document.dir === 'rtl' ? innerWidth - box.right : box.left + scrollX,
    top: box.top + scrollY, bottom: box.bottom + scrollY,
  };
}"""


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


def tab(page: Page) -> Stop:
    """Go to the next stop; it must be seen that it has the focus."""
    page.keyboard.press("Tab")
    found = page.evaluate(_STOP)
    assert found is not None, f"the focus is lost on {page.url}"
    stop = Stop(**found)
    assert stop.is_marked, f"nothing shows that “{stop.text}” has the focus on {page.url}"
    assert stop.is_uncovered, f"“{stop.text}” is covered on {page.url}"
    return stop


def tab_to(page: Page, text: str, most: int = 80) -> list[Stop]:
    """Go on until something with this text has the focus; return the stops on the way."""
    stops: list[Stop] = []
    while not stops or text not in stops[-1].text:
        assert len(stops) < most, f"“{text}” was not reached; last was {stops[-1]}"
        stops.append(tab(page))
    for before, after in pairwise(stops):
        assert after.is_read_after(before), f"“{before.text}” comes before “{after.text}”"
    return stops
