"""Rules for texts that people type; each problem is a Dutch sentence that says how to mend it."""

import re

from webapp.core.errors import InvalidInputError
from webapp.core.i18n import N_

REASON_MAX_LENGTH = 2000
_NOT_IN_A_NAME = re.compile(r"[/@]|www\.|\d([ .-]?\d){4}", re.IGNORECASE)


def length_problem(text: str, most: int) -> str | None:
    """Return what is wrong with a text of more than `most` characters."""
    if len(text) <= most:
        return None
    return f"Maak deze tekst korter: hooguit {most} tekens. Nu zijn het er {len(text)}."


def name_problem(name: str) -> str | None:
    """Return what is wrong with the name of a person that could be a message in disguise.

    We write names in mails, and must not carry somebody's advertisement to a stranger.
    """
    if _NOT_IN_A_NAME.search(name):
        return N_("Vul alleen een naam in, zonder webadres, e-mailadres of nummer.")
    return None


def checked_reason(reason: str, *, is_needed: bool = True) -> str:
    """Return the reason for a decision without space around it.

    Raise InvalidInputError for `reason` when it is needed and missing, or too long.
    """
    reason = reason.strip()
    if is_needed and not reason:
        raise InvalidInputError({"reason": N_("Schrijf in een paar woorden op waarom.")})
    problem = length_problem(reason, REASON_MAX_LENGTH)
    if problem:
        raise InvalidInputError({"reason": problem})
    return reason
