"""Choosing several things on a page, each by a key that is another one when the thing changes."""

from typing import Any

from webapp.web.forms.base import Form
from webapp.web.forms.fields import Checkboxes


class ChosenKeys(Checkboxes):
    """The keys of things. One that is not there any more is kept: who chose it hears of it."""

    def __init__(self, label: str, validators: Any = (), *, most: int, **options: Any) -> None:  # noqa: ANN401
        """Take no more than `most`, which is what a page holds."""
        super().__init__(label, validators, **options)
        self._most = most

    def pre_validate(self, form: Form) -> None:
        """Keep each key once, and no more than a page holds."""
        del form
        self.data = list(dict.fromkeys(self.data or []))[: self._most]
