"""Finding the questions of a municipality."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.content.faq import Question, Section, merge, visible
from webapp.content.models import FaqEntry
from webapp.core.errors import NotFoundError


def public_faq(session: Session, municipality_code: str) -> tuple[Section, ...]:
    """Return the questions that visitors of a municipality read."""
    return visible(faq_for_editing(session, municipality_code))


def faq_for_editing(session: Session, municipality_code: str) -> tuple[Section, ...]:
    """Return all questions of a municipality, the hidden ones too."""
    return merge(_entries_of(session, municipality_code))


def get_question(session: Session, municipality_code: str, key: str) -> Question:
    """Return a question of a municipality, hidden or not, or raise NotFoundError."""
    for section in faq_for_editing(session, municipality_code):
        for group in section.groups:
            for question in group.questions:
                if question.key == key:
                    return question
    raise NotFoundError(key)


def find_entry(session: Session, municipality_code: str, key: str) -> FaqEntry | None:
    """Return what a municipality itself keeps of a question, as it now stands in the database."""
    return session.scalar(
        select(FaqEntry)
        .where(FaqEntry.municipality_code == municipality_code, FaqEntry.key == key)
        .execution_options(populate_existing=True)
    )


def _entries_of(session: Session, municipality_code: str) -> Sequence[FaqEntry]:
    return session.scalars(
        select(FaqEntry)
        .where(FaqEntry.municipality_code == municipality_code)
        .order_by(FaqEntry.id)
    ).all()
