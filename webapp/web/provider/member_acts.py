"""What a manager does to a member only after reading what it means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from flask_babel import gettext as _

from webapp.core.i18n import N_
from webapp.organisations import members


class MemberAct(StrEnum):
    """What can be done; the value is the last part of the address."""

    HAND_OVER = "overdragen"
    REMOVE = "weghalen"


@dataclass(frozen=True)
class Act:
    """One thing that is done, and how it is told before and after."""

    name: MemberAct
    link: str
    question: str
    meaning: str
    button: str
    kind: str
    after: str
    do: Callable[..., None]

    def ask(self, member: str) -> str:
        """Return the question, about this member."""
        return str(_(self.question, name=member))

    def explain(self, member: str, organisation: str) -> str:
        """Return what it means."""
        return str(_(self.meaning, name=member, organisation=organisation))

    def done(self, member: str) -> str:
        """Return what was done."""
        return str(_(self.after, name=member))


def _acts(*acts: Act) -> Mapping[Any, Act]:
    return {act.name: act for act in acts}


ACTS: Mapping[MemberAct, Act] = _acts(
    Act(
        MemberAct.HAND_OVER,
        N_("Draag beheer over"),
        N_("Het beheer overdragen aan %(name)s"),
        N_(
            "%(name)s wordt beheerder van %(organisation)s. Jij wordt medewerker. Je kunt dan "
            "zelf geen mensen meer uitnodigen of weghalen."
        ),
        N_("Draag het beheer over"),
        "primary",
        N_("%(name)s is nu beheerder. Jij bent medewerker."),
        members.hand_over,
    ),
    Act(
        MemberAct.REMOVE,
        N_("Haal weg"),
        N_("%(name)s weghalen"),
        N_(
            "%(name)s kan daarna niets meer doen voor %(organisation)s. Dat geldt meteen. De "
            "werkplekken blijven zoals ze zijn."
        ),
        N_("Haal weg uit de organisatie"),
        "danger",
        N_("%(name)s hoort niet meer bij je organisatie."),
        members.remove,
    ),
)
