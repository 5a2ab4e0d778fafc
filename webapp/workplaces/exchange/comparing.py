"""What a row would do to a workplace, without doing it."""

from webapp.core.errors import InvalidInputError, refuse
from webapp.municipalities.gazetteer import Gazetteer
from webapp.organisations.models import Organisation
from webapp.organisations.names import may_be_same
from webapp.workplaces import rules
from webapp.workplaces.exchange.applying import ADDRESS, Outcome, merged
from webapp.workplaces.exchange.columns import by_column
from webapp.workplaces.exchange.drafts import Draft
from webapp.workplaces.models import VersionStatus, Workplace

_WAITS = (
    "Deze werkplek wacht op controle. Wacht op het antwoord van de gemeente, of neem eerst de "
    "wijziging terug."
)


def outcome_of(draft: Draft, workplace: Workplace | None, gazetteer: Gazetteer) -> Outcome:
    """Return what would come of a row as a draft of `workplace` (None: a new one).

    Raise InvalidInputError, by column, when it does not fit what the workplace says already, or
    when that waits for a moderator, who must not see it change row by row.
    """
    if workplace is None:
        return Outcome.NEW
    latest = workplace.latest_version
    content = merged(latest.content, draft.values)
    different = set(latest.content.differences(content))
    if not different:
        return Outcome.UNCHANGED
    if latest.status is VersionStatus.SUBMITTED:
        raise InvalidInputError({"": _WAITS})
    refuse(by_column(rules.wrong_in(content)))
    if different & ADDRESS:
        problem = gazetteer.place_problem(postcode=content.postcode, place=content.place)
        refuse({"plaats": problem} if problem else {})
    return Outcome.CHANGED


def refuse_other_organisation(draft: Draft, organisation: Organisation) -> None:
    """Raise InvalidInputError for a row that says it is of another organisation."""
    said = draft.organisation
    if said.name and not may_be_same(organisation.name, said.name):
        message = (
            f"Dit bestand is voor '{organisation.name}'. Verbeter de naam of maak de cel leeg."
        )
        raise InvalidInputError({"organisatie": message})
    if said.kvk_number and organisation.kvk_number not in (None, said.kvk_number):
        message = "Dit is niet het nummer van jouw organisatie. Verbeter het of maak de cel leeg."
        raise InvalidInputError({"kvk_nummer": message})
