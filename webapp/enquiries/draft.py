"""What somebody fills in to ask a question."""

from dataclasses import dataclass, field

from webapp.core.ids import new_public_id


@dataclass(frozen=True)
class EnquiryDraft:
    """A question before it is asked; `key` makes it one enquiry, however often it is sent."""

    question: str
    name: str
    email: str
    is_by_consultant: bool = False
    key: str = field(default_factory=new_public_id)


@dataclass(frozen=True)
class TurnDraft:
    """What somebody writes in a talk; `key` makes it one turn, however often it is sent."""

    text: str
    key: str = field(default_factory=new_public_id)
