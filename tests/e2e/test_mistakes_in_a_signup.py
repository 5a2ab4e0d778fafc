"""What must be mended in the sign-up is told in each direction of reading, on a page that works."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator

from tests.support.person import WITH_JAVASCRIPT, Person
from tests.support.reader import Reader
from tests.support.resident_signup import NEXT

pytestmark = [WITH_JAVASCRIPT, pytest.mark.parametrize("width", ["phone"], indirect=True)]

_NAME_ONLY = "Vul alleen een naam in, zonder webadres, e-mailadres of nummer."
_PHONE = "Vul een telefoonnummer in, zoals 06 00 00 00 00."
_SHORTER = "Maak deze tekst korter: hooguit 2000 tekens."
# Where two characters of a text stand, from the left.
_PLACES = """(element, [first, last]) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const start = walker.currentNode.data.indexOf(first);
    if (start < 0) continue;
    return [start, walker.currentNode.data.indexOf(last, start)].map(at => {
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + 1);
      return range.getBoundingClientRect().left;
    });
  }
}"""


def _is_told(reader: Reader, *problems: str) -> None:
    """Send the answers, and see these problems above the form and at the fields."""
    reader.press(NEXT, status=422)
    page = reader.person.page
    assert page.title().startswith(reader.says("Fout:"))
    said = [reader.says(problem) for problem in problems]
    assert page.locator(".error-summary li").all_inner_texts() == said
    for sentence in said:
        assert page.locator(".field-error", has_text=sentence).count() == 1


def _reads_from_left_to_right(element: Locator, first: str, last: str) -> bool:
    left, right = element.evaluate(_PLACES, [first, last])
    return bool(left < right)


@pytest.mark.parametrize("code", ["nl", "en", "ar"])
def test_a_resident_is_told_all_that_must_be_mended(
    somebody: Callable[..., Person], code: str
) -> None:
    reader = Reader(somebody(), code)
    reader.open("/inwoners/aanmelden/invuller")
    _is_told(reader, "Kies voor wie je dit invult.")
    reader.fill({"filled_in_by": "consultant"})
    _is_told(reader, "Vul je eigen naam in, want je meldt iemand anders aan.")
    reader.fill({"helper_name": "www.kwaad.example"})
    _is_told(reader, _NAME_ONLY)
    reader.fill({"helper_name": "Carla"})
    reader.person.press(reader.says(NEXT))
    _is_told(reader, "Vul in met wie je dit hebt afgesproken: een naam of een rol.")
    reader.fill({"agreed_with": "De mentor"})
    reader.person.press(reader.says(NEXT))
    _is_told(reader, "Kies “Ja” of “Nee”.")
    reader.fill({"meets_age_condition": "yes"})
    reader.person.press(reader.says(NEXT))
    reader.fill({"wishes": "Ik ben graag buiten. " * 100})
    _is_told(reader, _SHORTER)
    reader.fill({"wishes": ""})
    reader.person.press(reader.says(NEXT))
    reader.person.press(reader.says(NEXT))
    reader.fill({"needs_notes": "Ik zit graag bij het raam. " * 100})
    _is_told(reader, _SHORTER)
    reader.fill({"needs_notes": ""})
    reader.person.press(reader.says(NEXT))
    _goes_wrong_at_the_last_question(reader)


def _goes_wrong_at_the_last_question(reader: Reader) -> None:
    _is_told(
        reader,
        "Vul je naam in.",
        "Vul een e-mailadres of een telefoonnummer in.",
        "Vul je postcode of je woonplaats in.",
    )
    reader.fill({"name": "Ria", "email": "ria", "phone": "12", "residence": "Nergenshuizen"})
    _is_told(
        reader,
        "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
        _PHONE,
        "Deze plaats kennen we niet. Vul een postcode in, zoals 1234, of je woonplaats.",
    )
    example = reader.person.page.locator(".field-error", has_text=reader.says(_PHONE))
    assert _reads_from_left_to_right(example, "06 0", "00")
    reader.fill({"email": "", "phone": "06 12 34 56 78", "residence": "6921 AB"})
    reader.person.press(reader.says(NEXT))
    assert reader.person.heading == reader.says("Klopt alles?")
    reader.looks()
    for typed, first, last in (("06 12", "06", "78"), ("6921", "6921", "AB")):
        row = reader.person.main.locator("dd", has_text=typed)
        assert _reads_from_left_to_right(row, first, last)
