"""What was filled in so far: kept in the session on the server, and gone when it is sent."""

from dataclasses import asdict, dataclass, field, replace
from typing import Any, Self

from flask import session

from webapp.core.ids import new_public_id
from webapp.organisations.details import OrganisationDetails
from webapp.workplaces.content import WorkplaceContent, from_json, to_json

_ANSWERS = "provider_signup"
_SENT = "provider_signup_sent"


@dataclass(frozen=True)
class Answers:
    """The answers of one filling in.

    `key` makes it one organisation, however often it is sent; `answered` names the steps that
    were done.
    """

    key: str = field(default_factory=new_public_id)
    answered: tuple[str, ...] = ()
    organisation: OrganisationDetails = field(default_factory=OrganisationDetails)
    workplace: WorkplaceContent = field(default_factory=WorkplaceContent)
    name: str = ""
    email: str = ""

    def with_answers_of(self, step_name: str, **values: Any) -> Self:  # noqa: ANN401
        """Return these answers with those to one step."""
        others = tuple(name for name in self.answered if name != step_name)
        return replace(self, answered=(*others, step_name), **values)

    def keep(self) -> None:
        """Remember the answers."""
        session[_ANSWERS] = {
            "key": self.key,
            "answered": list(self.answered),
            "organisation": asdict(self.organisation),
            "workplace": to_json(self.workplace),
            "name": self.name,
            "email": self.email,
        }


def load() -> Answers:
    """Return the answers so far; a new filling in when there are none."""
    if _ANSWERS not in session:
        return Answers()
    kept: dict[str, Any] = dict(session[_ANSWERS])
    return Answers(
        **kept
        | {
            "answered": tuple(kept["answered"]),
            "organisation": OrganisationDetails(**kept["organisation"]),
            "workplace": from_json(kept["workplace"]),
        }
    )


def forget() -> None:
    """Drop the answers, and what was sent before."""
    session.pop(_ANSWERS, None)
    session.pop(_SENT, None)


def keep_sent(email: str) -> None:
    """Drop the answers; remember where the mail went."""
    forget()
    session[_SENT] = email


def find_sent() -> str | None:
    """Return the address of the mail that was sent in this session."""
    return session.get(_SENT)
