"""What a shortlist and what is noted in it must be; each problem says in Dutch how to mend it."""

from datetime import timedelta

from webapp.core.i18n import N_
from webapp.core.text_rules import length_problem
from webapp.shortlists.vocabulary import Outcome

MOST_ITEMS = 20
MOST_LISTS = 100
LONGEST_LABEL = 60
LONGEST_NOTE = 1000
# Long enough to look at it at home with somebody.
LINK_LASTS = timedelta(days=30)


def label_problems(label: str) -> dict[str, str]:
    """Return what must be mended in the consultant's own label of a list."""
    if not label:
        return {"label": N_("Geef het lijstje een kenmerk, zoals: groen, rustige plek.")}
    if len(label) > LONGEST_LABEL:
        return {"label": f"Maak het kenmerk korter: hooguit {LONGEST_LABEL} tekens."}
    return {}


def note_problems(note: str, outcome: Outcome | None, reason: str) -> dict[str, str]:
    """Return what must be mended in what is noted of a workplace."""
    found = {
        "note": length_problem(note, LONGEST_NOTE),
        "reason": length_problem(reason, LONGEST_NOTE),
    }
    if outcome is Outcome.NOT_PLACED and not reason:
        found["reason"] = N_("Schrijf kort op waarom het niet doorging.")
    return {field: problem for field, problem in found.items() if problem}


def room_problem(present: int, new: int) -> str | None:
    """Return what to say when so many new workplaces do not fit on a list; None when they do."""
    if present + new <= MOST_ITEMS:
        return None
    return (
        f"Op een lijstje passen {MOST_ITEMS} werkplekken. Er staan er al {present} op. "
        "Kies er minder, of haal eerst een werkplek van het lijstje."
    )
