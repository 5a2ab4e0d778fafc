"""What a button beside a photo or a document asks for: another order, or to take it away."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from webapp.core.i18n import N_
from webapp.workplaces import media

_Step = Callable[[tuple[Any, ...], str], tuple[Any, ...]]


@dataclass(frozen=True)
class Change:
    """A step with one thing; `is_done` when the button said that all is well as it is."""

    step: _Step | None = None
    key: str = ""
    sentence: str = ""
    is_done: bool = False

    def applied_to(self, draft: dict[str, Any]) -> dict[str, Any]:
        """Return `draft` with the step taken."""
        if self.step is None:
            return draft
        changed = {name: self.step(draft[name], self.key) for name in ("photos", "documents")}
        return draft | changed


_MOVED = N_("De volgorde is veranderd.")
_STEPS: Mapping[str, tuple[_Step, str]] = {
    "earlier": (media.earlier, _MOVED),
    "later": (media.later, _MOVED),
    "first": (media.first, N_("De hoofdfoto is veranderd.")),
    "remove": (media.without, N_("Weggehaald. Bezoekers zien dit na de controle niet meer.")),
}


def asked_change(pressed: str) -> Change:
    """Return what the value of a button asks for, such as 'earlier:k3y'."""
    verb, _, key = pressed.partition(":")
    if verb in _STEPS:
        step, sentence = _STEPS[verb]
        return Change(step, key, sentence)
    return Change(is_done=pressed == "save")
