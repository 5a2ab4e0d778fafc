"""A resident who signs up in a browser, for tests of what follows from it."""

from tests.support.person import Person
from tests.support.resident_signup import NEXT, SEND


def sign_up(resident: Person, name: str, email: str, residence: str) -> None:
    """Fill in all that is asked, and send it."""
    resident.open("/inwoners/aanmelden")
    resident.follow("Begin met je aanmelding")
    resident.fill({"Ik vul het in voor mezelf": True})
    resident.press(NEXT)
    resident.fill({"Ja, dit klopt": True})
    resident.press(NEXT)
    resident.fill({"Dieren": True})
    resident.press(NEXT)
    resident.fill({"maandag": True, "ochtend": True})
    resident.press(NEXT)
    resident.press(NEXT)
    resident.fill({"Je naam": name, "E-mailadres": email, "Je postcode of woonplaats": residence})
    resident.press(NEXT)
    resident.press(SEND)
    resident.reads("Je kenmerk is")
