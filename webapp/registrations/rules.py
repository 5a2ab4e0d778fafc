"""What a registration must hold before it can be made.

Each problem is a Dutch sentence that says how to mend it.
"""

from sqlalchemy.orm import Session

from webapp.core.i18n import N_
from webapp.core.text_rules import name_problem
from webapp.registrations import contact
from webapp.registrations.draft import RegistrationDraft
from webapp.registrations.models import FilledInBy
from webapp.registrations.vocabulary import Need
from webapp.workplaces.sectors import unknown_keys
from webapp.workplaces.vocabulary import DAY_PARTS

TEXT_MAX_LENGTH = 2000
AGREED_WITH_MAX_LENGTH = 200
Problems = dict[str, str]


def problems_of(session: Session, draft: RegistrationDraft, *, near: str) -> Problems:
    """Return what must be mended in `draft`, by field; `near` is the municipality's code."""
    return (
        _helper_problems(draft)
        | _agreement_problems(draft)
        | _condition_problems(draft)
        | _choice_problems(session, draft)
        | _length_problems(draft)
        | contact.problems_of(session, draft.contact, near=near)
    )


def _helper_problems(draft: RegistrationDraft) -> Problems:
    if draft.filled_in_by is not FilledInBy.SELF and not draft.helper_name:
        return {"helper_name": N_("Vul je eigen naam in, want je meldt iemand anders aan.")}
    if len(draft.helper_name) > contact.NAME_MAX_LENGTH:
        return {"helper_name": N_("Maak je naam korter: hooguit 100 tekens.")}
    problem = name_problem(draft.helper_name)
    return {"helper_name": problem} if problem else {}


def _agreement_problems(draft: RegistrationDraft) -> Problems:
    """Ask a consultant with whom it was agreed: nobody is signed up behind their back."""
    if draft.filled_in_by is not FilledInBy.CONSULTANT:
        return {}
    if not draft.agreed_with:
        return {"agreed_with": N_("Vul in met wie je dit hebt afgesproken: een naam of een rol.")}
    if len(draft.agreed_with) > AGREED_WITH_MAX_LENGTH:
        return {"agreed_with": N_("Maak dit antwoord korter: hooguit 200 tekens.")}
    return {}


def _condition_problems(draft: RegistrationDraft) -> Problems:
    if draft.meets_age_condition:
        return {}
    return {"meets_age_condition": N_("Kies “Ja” als dit klopt.")}


def _choice_problems(session: Session, draft: RegistrationDraft) -> Problems:
    problems = {}
    if unknown_keys(session, draft.sectors):
        problems["sectors"] = N_("Kies soorten werk uit de lijst.")
    if not set(draft.day_parts) <= set(DAY_PARTS):
        problems["day_parts"] = N_("Kies dagdelen uit de lijst.")
    if not set(draft.needs) <= set(Need):
        problems["needs"] = N_("Kies uit de lijst wat je nodig hebt.")
    return problems


def _length_problems(draft: RegistrationDraft) -> Problems:
    sentence = N_("Maak deze tekst korter: hooguit 2000 tekens.")
    texts = {"wishes": draft.wishes, "needs_notes": draft.needs_notes}
    return {name: sentence for name, text in texts.items() if len(text) > TEXT_MAX_LENGTH}
