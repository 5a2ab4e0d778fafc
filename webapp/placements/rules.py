"""What a placement, and what happens in it, must be; each problem says how to mend it."""

import re
from datetime import date

from stdnum.nl import bsn

from webapp.core.clock import day_in_words
from webapp.core.errors import InvalidInputError
from webapp.core.i18n import N_
from webapp.core.text_rules import length_problem
from webapp.placements.draft import EndDraft, MarkDraft, PlacementDraft
from webapp.placements.due import extendable_until
from webapp.placements.models import Placement
from webapp.placements.vocabulary import MarkKind
from webapp.trajectories.deadlines import Trajectory, day_problem, trajectory_of
from webapp.trajectories.ladder import rungs
from webapp.trajectories.products import product_of

REFERENCE_MAX_LENGTH = 30
# Nine figures are a citizen service number (BSN); ten that begin with 0, or +31, a telephone.
_FIGURES = re.compile(r"\+?\d(?:[ .()/-]{0,2}\d){7,13}")
_CITIZEN_NUMBER = 9

Problems = dict[str, str]


def trajectory_in(draft: PlacementDraft) -> Trajectory:
    """Return the trajectory of a draft; raise InvalidInputError for all that must be mended."""
    problems = {
        "reference": reference_problem(draft.reference),
        "requested_on": _request_problem(draft),
        "rung_before": _rung_problem(draft.rung_before),
    }
    found = {name: sentence for name, sentence in problems.items() if sentence}
    try:
        trajectory = trajectory_of(
            product_of(draft.product).kind, draft.first_day, draft.last_day, draft.weekly_hours
        )
    except InvalidInputError as error:
        raise InvalidInputError(found | error.problems) from error
    if found:
        raise InvalidInputError(found)
    return trajectory


def reference_problem(text: str) -> str | None:
    """Return what is wrong with a reference: it may not say who somebody is."""
    if not text:
        return N_("Vul je eigen kenmerk in, zoals een zaaknummer.")
    if "@" in text:
        return N_("Haal het e-mailadres weg. Gebruik een kenmerk dat niets over iemand zegt.")
    if any(map(_tells_who, _FIGURES.findall(text))):
        return N_(
            "Dit lijkt op een BSN of telefoonnummer. Gebruik een kenmerk dat niets over "
            "iemand zegt."
        )
    return length_problem(text, REFERENCE_MAX_LENGTH)


def correction_problems(placement: Placement, trajectory: Trajectory) -> Problems:
    """Return why an extended placement cannot run from and to other days."""
    if not placement.extensions:
        return {}
    first = placement.extensions[0].previous_last_day
    latest = placement.extensions[-1].previous_last_day
    problems = {}
    if first is not None and trajectory.first_day >= first:
        problems["first_day"] = N_("Kies een dag vóór de verlenging.")
    if latest is not None and trajectory.last_day <= latest:
        problems["last_day"] = N_("Kies een dag ná de verlenging, of draai de verlenging terug.")
    return problems


def mark_problems(placement: Placement, draft: MarkDraft, today: date) -> Problems:
    """Return why something cannot have happened, or be planned, on that day."""
    if draft.kind is MarkKind.EVALUATION_PLANNED:
        is_right = today <= draft.day <= placement.last_day
        sentence = N_("Kies een dag van vandaag tot en met de laatste dag van de plaatsing.")
        return {} if is_right else {"day": sentence}
    return _past_problems(placement, draft.day, today)


def extension_problems(placement: Placement, last_day: date) -> Problems:
    """Return why a placement cannot be extended to a day [S0 1.1.6]."""
    most = extendable_until(placement)
    if most is None:
        return {"last_day": N_("Deze plaatsing kun je niet (nog een keer) verlengen.")}
    if not placement.last_day < last_day <= most:
        first, last = day_in_words(placement.last_day), day_in_words(most)
        return {"last_day": f"Kies een dag ná {first}, en uiterlijk {last}."}
    return {}


def end_problems(placement: Placement, draft: EndDraft, today: date) -> Problems:
    """Return why a placement cannot have ended so."""
    problems = _past_problems(placement, draft.day, today)
    if draft.rung_after is not None and (sentence := _rung_problem(draft.rung_after)):
        problems["rung_after"] = sentence
    return problems


def _past_problems(placement: Placement, day: date, today: date) -> Problems:
    if day > today:
        return {"day": N_("Deze dag moet nog komen. Kies vandaag of een dag ervoor.")}
    if day < placement.first_day:
        return {"day": N_("Kies een dag na het begin van de plaatsing.")}
    return {}


def _request_problem(draft: PlacementDraft) -> str | None:
    if draft.requested_on is None:
        return None
    if draft.requested_on > draft.first_day:
        return N_("Kies een dag die niet ná de eerste dag ligt.")
    return day_problem(draft.requested_on) or None


def _rung_problem(number: int) -> str | None:
    known = {rung.number for rung in rungs()}
    return None if number in known else N_("Kies een trede van de ladder.")


def _tells_who(typed: str) -> bool:
    figures = re.sub(r"\D", "", typed)
    if typed.startswith("+") or figures.startswith("00"):
        return True
    if len(figures) == _CITIZEN_NUMBER - 1:  # without the 0 that it begins with
        return bsn.is_valid(figures)
    return len(figures) == _CITIZEN_NUMBER or (len(figures) == 10 and figures.startswith("0"))
