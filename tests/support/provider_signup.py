"""Walking through the sign-up of an organisation, page by page."""

from typing import Any

from tests.support.page_client import Page, PageClient

NEXT = "Bewaar en ga verder"
SEND = "Verstuur de aanmelding"
PASSWORD = "vier paarden in de wei"
ORGANISATION: dict[str, Any] = {
    "name": "Stichting Voorbeeld",
    "kvk_number": "0000 0123",
    "contact_name": "Sanne Voorbeeld",
    "contact_email": "info@voorbeeld.example",
    "contact_phone": "06-00000101",
}
WORKPLACE: dict[str, Any] = {
    "title": "Fietsen maken",
    "summary": "Je maakt oude fietsen weer heel.",
    "tasks": "Banden plakken en remmen stellen.",
    "sectors": ["fietsen"],
    "rungs": ["2", "3"],
    "guidance_kind": "near",
}
PLACE: dict[str, Any] = {
    "street": "Voorbeeldstraat",
    "house_number": "1",
    "postcode": "6921ab",
    "place": "Duiven",
    "day_parts": ["ma-ochtend", "di-middag"],
    "hours_min": "4",
    "hours_max": "16",
}
ACCOUNT: dict[str, Any] = {
    "name": "Sanne",
    "email": "Sanne@Voorbeeld.example",
}


def begin(browser: PageClient) -> Page:
    """Open the explanation, and then the first question."""
    browser.get("/organisatie-aanmelden")
    return browser.follow("Begin met aanmelden")


def reach_account(browser: PageClient) -> Page:
    """Answer everything up to the account."""
    begin(browser)
    browser.submit(NEXT, **ORGANISATION)
    browser.submit(NEXT, **WORKPLACE)
    return browser.submit(NEXT, **PLACE)


def reach_check(browser: PageClient) -> Page:
    """Answer everything."""
    reach_account(browser)
    return browser.submit(NEXT, **ACCOUNT)
