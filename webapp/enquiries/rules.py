"""What a question and an answer must be; each problem says in Dutch how to mend it."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from webapp.core.errors import InvalidInputError, refuse
from webapp.core.i18n import N_
from webapp.core.text_rules import length_problem, name_problem
from webapp.enquiries import queries
from webapp.enquiries.draft import EnquiryDraft
from webapp.mail import addresses

TEXT_MAX_LENGTH = 2000
NAME_MAX_LENGTH = 100
# So many questions without an answer may come from one address in a day.
MOST_OPEN = 3
# A consultant asks several providers for one client, and has many clients.
MOST_OPEN_OF_CONSULTANT = 40
_DAY = timedelta(days=1)


def problems_of(session: Session, draft: EnquiryDraft, *, now: datetime) -> dict[str, str]:
    """Return what must be mended in `draft`, by field."""
    found = {
        "question": _text_problem(draft.question, N_("Schrijf op wat je wilt vragen.")),
        "name": _name_problem(draft.name),
        "email": _email_problem(session, draft, now),
    }
    return {field: problem for field, problem in found.items() if problem}


def checked_turn(text: str) -> str:
    """Return what somebody writes back, or raise InvalidInputError for `text`."""
    problem = _text_problem(text, N_("Schrijf op wat je wilt zeggen."))
    refuse({"text": problem} if problem else {})
    return text


def _text_problem(text: str, when_empty: str) -> str | None:
    return length_problem(text, TEXT_MAX_LENGTH) if text.strip() else when_empty


def _name_problem(name: str) -> str | None:
    if not name:
        return N_("Vul je naam in.")
    if len(name) > NAME_MAX_LENGTH:
        return N_("Maak je naam korter: hooguit 100 tekens.")
    return name_problem(name)


def _email_problem(session: Session, draft: EnquiryDraft, now: datetime) -> str | None:
    if not draft.email:
        return N_("Vul je e-mailadres in. Daar sturen we het antwoord heen.")
    try:
        address = addresses.normalise(draft.email)
    except InvalidInputError as refusal:
        return refusal.problems["email"]
    most = MOST_OPEN_OF_CONSULTANT if draft.is_by_consultant else MOST_OPEN
    if queries.count_open_of(session, address, since=now - _DAY) >= most:
        return f"Er wachten al {most} vragen op een antwoord. Stel je volgende vraag morgen."
    return None
