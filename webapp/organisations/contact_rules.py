"""How people and organisations can be reached: one form of it, and what is wrong with it.

Each problem is a Dutch sentence that says how to mend it; None when nothing is wrong.
"""

import re

from webapp.core.errors import InvalidInputError
from webapp.core.i18n import N_
from webapp.core.phone import is_phone_number
from webapp.core.text import one_line
from webapp.mail import addresses

_WEBSITE = re.compile(r"https?://[^\s/@]+\.[^\s/@.]+(/\S*)?")


def tidy_website(text: str) -> str:
    """Return the address of a website with its scheme: 'voorbeeld.nl' becomes 'https://…'."""
    address = one_line(text)
    return f"https://{address}" if address and "://" not in address else address


def email_problem(address: str) -> str | None:
    """Return what is wrong with an e-mail address."""
    try:
        addresses.normalise(address)
    except InvalidInputError as refusal:
        return refusal.problems["email"]
    return None


def phone_problem(number: str) -> str | None:
    """Return what is wrong with a telephone number."""
    if is_phone_number(number):
        return None
    return N_("Vul een telefoonnummer in, zoals 06 00 00 00 00.")


def website_problem(address: str) -> str | None:
    """Return what is wrong with the address of a website."""
    if _WEBSITE.fullmatch(address):
        return None
    return N_("Vul een webadres in, zoals www.voorbeeld.nl.")
