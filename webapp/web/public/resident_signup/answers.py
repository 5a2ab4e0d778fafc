"""What was filled in so far: kept in the session on the server, and gone when it is sent."""

from dataclasses import asdict, dataclass, field, replace
from datetime import timedelta
from typing import Any

from flask import session

from webapp.core import clock
from webapp.core.ids import new_public_id, new_secret
from webapp.registrations.contact import Contact
from webapp.registrations.draft import RegistrationDraft
from webapp.registrations.models import FilledInBy
from webapp.web.forms.base import Form
from webapp.web.languages import language_code
from webapp.web.public.resident_signup.questions import YES
from webapp.web.public.resident_signup.steps import Step, Way
from webapp.workplaces.vocabulary import DAYS, PARTS

_ANSWERS = "resident_signup"
_SENT = "resident_signup_sent"
# Long enough to read and print the last page, and to load it anew; the next person at the same
# computer does not find it.
_SENT_LASTS = timedelta(minutes=30)


@dataclass
class Answers:
    """The answers of one filling in, by the names of the fields.

    `key` makes it one registration, however often it is sent, with one private link, that of
    `link_secret`; `answered` names the steps that
    were done; `workplace` is the public id of the workplace that the resident came from.
    """

    values: dict[str, Any] = field(default_factory=dict)
    answered: list[str] = field(default_factory=list)
    workplace: str | None = None
    key: str = field(default_factory=new_public_id)
    link_secret: str = field(default_factory=new_secret, repr=False)

    def with_answers_of(self, step: Step, form: Form) -> "Answers":
        """Return these answers with those to one step.

        What is not asked in the channel that was chosen is forgotten.
        """
        values = {
            name: value for name, value in form.data.items() if name not in {"csrf_token", "fax"}
        }
        values = self.values | values
        answered = [*(name for name in self.answered if name != step.name), step.name]
        for unasked in Way.of(values).left_out:
            values = {name: value for name, value in values.items() if not unasked.asks(name)}
            answered = [name for name in answered if name != unasked.name]
        return replace(self, values=values, answered=answered)

    @property
    def way(self) -> Way:
        """The steps that are asked, going by the answers."""
        return Way.of(self.values)

    @property
    def first_unanswered(self) -> Step | None:
        """The first step that must still be done."""
        return next((step for step in self.way.steps if step.name not in self.answered), None)

    @property
    def are_for_somebody_else(self) -> bool:
        """Whether a helper fills it in."""
        return bool(self.values.get("filled_in_by", FilledInBy.SELF) != FilledInBy.SELF)

    def to_draft(self) -> RegistrationDraft:
        """Return the registration that these answers ask for, complete or not."""
        values = self.values
        return RegistrationDraft(
            filled_in_by=FilledInBy(values.get("filled_in_by", FilledInBy.SELF)),
            helper_name=values.get("helper_name", "") if self.are_for_somebody_else else "",
            agreed_with=values.get("agreed_with", ""),
            meets_age_condition=values.get("meets_age_condition") == YES,
            sectors=tuple(values.get("sectors", ())),
            wishes=values.get("wishes", ""),
            day_parts=_day_parts(values.get("days", []), values.get("parts", [])),
            needs=tuple(values.get("needs", ())),
            needs_notes=values.get("needs_notes", ""),
            contact=Contact(
                **{name: values.get(name, "") for name in ("name", "email", "phone", "residence")}
            ),
            workplace_public_id=self.workplace,
            language=language_code(),
            key=self.key,
            link_secret=self.link_secret,
        )

    def reopen(self, step: Step) -> None:
        """Let a step be done once more before the rest."""
        self.answered.remove(step.name)

    def keep(self) -> None:
        """Remember the answers."""
        session[_ANSWERS] = asdict(self)


@dataclass(frozen=True)
class Sent:
    """What the last page tells of a registration that was made in this session.

    `link_secret` is that of the private link, None when a mail brings it.
    """

    reference: str
    link_secret: str | None


def load() -> Answers:
    """Return the answers so far; a new filling in when there are none."""
    return Answers(**session[_ANSWERS]) if _ANSWERS in session else Answers()


def forget() -> None:
    """Drop the answers, and what was sent before."""
    session.pop(_ANSWERS, None)
    session.pop(_SENT, None)


def keep_sent(sent: Sent) -> None:
    """Drop the answers; remember what the last page tells."""
    forget()
    session[_SENT] = {"at": clock.now().timestamp(), **asdict(sent)}


def find_sent() -> Sent | None:
    """Return what was sent in this session a short time ago."""
    kept = dict(session.get(_SENT, {}))
    is_recent = kept.pop("at", 0) > (clock.now() - _SENT_LASTS).timestamp()
    return Sent(**kept) if is_recent else None


def _day_parts(days: list[str], parts: list[str]) -> tuple[str, ...]:
    """Return each part of each day; who chose only days, or only parts, can on all the others."""
    if not days and not parts:
        return ()
    return tuple(f"{day}-{part}" for day in days or DAYS for part in parts or PARTS)
