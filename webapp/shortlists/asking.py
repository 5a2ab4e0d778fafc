"""Asking several providers at once whether there is place, without a word about the client."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from textwrap import shorten

from sqlalchemy.orm import Session

from webapp.accounts.models import Account
from webapp.core.errors import refuse
from webapp.core.i18n import N_
from webapp.enquiries import operations as enquiries
from webapp.enquiries.draft import EnquiryDraft
from webapp.enquiries.models import Enquiry, EnquiryStatus
from webapp.mail.site import MailSite
from webapp.municipalities.models import Municipality
from webapp.shortlists import queries
from webapp.shortlists.models import Shortlist, ShortlistItem, ShortlistQuestion
from webapp.shortlists.workflow import claim, note
from webapp.workplaces.models import Workplace

# So there is room for a question beside the titles of a whole list.
_LONGEST_TITLE = 60


@dataclass(frozen=True)
class Round:
    """A question to several providers; `key` makes it one round, however often it is sent.

    `ending` is put behind the question where it is about more workplaces of one provider; it has
    a place '{titles}' for them.
    """

    question: str
    ending: str
    key: str


@dataclass(frozen=True)
class Asker:
    """The consultant who asks, and on which site."""

    account: Account
    municipality: Municipality
    site: MailSite


def waits(item: ShortlistItem) -> bool:
    """Tell whether a question about the workplace has no answer yet."""
    return any(each.enquiry.status is EnquiryStatus.OPEN for each in item.questions)


def can_be_asked(item: ShortlistItem, public: Mapping[int, Workplace]) -> bool:
    """Tell whether a question about it makes sense: it is in public view, and none waits.

    `public` holds the workplaces in public view by their id.
    """
    return item.workplace_id in public and not waits(item)


def ask_all(
    session: Session,
    shortlist: Shortlist,
    items: Sequence[ShortlistItem],
    asked: Round,
    *,
    asker: Asker,
    now: datetime,
) -> int:
    """Ask each provider once about their workplaces among `items`; return how many were asked.

    The asker's name goes with it, nothing of the list does. Raise InvalidInputError for
    `question` and for `items`.
    """
    claim(session, shortlist)
    if queries.is_asked(session, shortlist, asked.key):
        return 0
    refuse(_problems_of(items))
    rounds = _by_organisation(items)
    for together in rounds:
        enquiry = _ask(session, together, asked, asker=asker, now=now)
        for item in together:
            item.questions.append(ShortlistQuestion(enquiry=enquiry, key=asked.key))
    actor, providers = asker.account.actor, len(rounds)
    note(session, shortlist, "shortlist.asked", actor=actor, now=now, providers=providers)
    return len(rounds)


def _problems_of(items: Sequence[ShortlistItem]) -> dict[str, str]:
    if not items:
        return {"items": N_("Kies bij welke werkplekken je het wilt vragen.")}
    waiting = next((each for each in items if waits(each)), None)
    if waiting is not None:
        return {
            "items": f"Bij “{waiting.title}” wacht al een vraag op antwoord. Vink die werkplek uit."
        }
    return {}


def _by_organisation(items: Sequence[ShortlistItem]) -> list[list[ShortlistItem]]:
    found: dict[int, list[ShortlistItem]] = {}
    for item in items:
        if item.workplace is not None:
            found.setdefault(item.workplace.organisation_id, []).append(item)
    return list(found.values())


def _ask(
    session: Session,
    together: Sequence[ShortlistItem],
    asked: Round,
    *,
    asker: Asker,
    now: datetime,
) -> Enquiry:
    first, *others = together
    question = asked.question
    if others and question.strip():
        titles = "; ".join(
            shorten(each.title, _LONGEST_TITLE, placeholder="…") for each in together
        )
        question = f"{question}\n\n{asked.ending.format(titles=titles)}"
    assert first.workplace is not None  # noqa: S101 (they were grouped by it)
    draft = EnquiryDraft(question, asker.account.name, asker.account.email, is_by_consultant=True)
    return enquiries.ask(
        session,
        first.workplace,
        draft,
        municipality=asker.municipality,
        site=asker.site,
        actor=asker.account.actor,
        now=now,
        is_confirmed=False,
    )
