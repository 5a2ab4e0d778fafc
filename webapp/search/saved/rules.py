"""What a saved search must be, and how long one is kept."""

import re
from datetime import datetime, timedelta

from webapp.core.i18n import N_

MOST = 20
LONGEST_NAME = 60
# Nobody's home is remembered for what nobody looks at.
KEPT_UNUSED = timedelta(days=180)
# From so long before the end on the mail says when that is.
SAY_BEFORE = timedelta(days=45)

_POSTCODE = re.compile(r"(?<!\d)[1-9]\d{3}\s?[a-z]{2}(?![a-z])", re.IGNORECASE)
_REACHES_SOMEBODY = re.compile(r"@|\d([ .-]?\d){7}")


def name_problem(name: str) -> str | None:
    """Return what is wrong with a name, which stands in mails: nothing of a client may be in it."""
    if not name:
        return N_("Geef de zoekopdracht een naam, zoals: groen, rustige plek.")
    if len(name) > LONGEST_NAME:
        return f"Maak de naam korter: hooguit {LONGEST_NAME} tekens."
    if _POSTCODE.search(name) or _REACHES_SOMEBODY.search(name):
        return N_(
            "Laat gegevens van een inwoner weg, zoals een postcode, telefoonnummer of "
            "e-mailadres. De naam staat ook in mails."
        )
    return None


def kept_until(used_at: datetime) -> datetime:
    """Return until when a search is kept that was last used at a moment."""
    return used_at + KEPT_UNUSED
