"""What can come of a workplace on a shortlist."""

from collections.abc import Mapping
from enum import StrEnum

from webapp.core.i18n import N_


class Outcome(StrEnum):
    """What came of it; the value is how forms name it."""

    PLACED = "geplaatst"
    NOT_PLACED = "niet-geplaatst"


OUTCOMES: Mapping[Outcome, str] = {
    Outcome.PLACED: N_("Hier geplaatst"),
    Outcome.NOT_PLACED: N_("Niet geplaatst"),
}
