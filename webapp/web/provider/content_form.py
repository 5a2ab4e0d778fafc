"""A form for some fields of a workplace, made from the table of controls."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Self, cast, get_args, get_type_hints

from webapp.municipalities.queries import taking_part
from webapp.trajectories.products import ProductCode
from webapp.web.edge import db
from webapp.web.forms.base import Form
from webapp.web.forms.fields import choices_of
from webapp.web.product_words import product_names
from webapp.web.provider.controls import GIVEN, ONE_OF, SEVERAL_OF, control
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.rules import problems_of
from webapp.workplaces.sectors import all_sectors
from webapp.workplaces.tidying import tidy
from webapp.workplaces.vocabulary import QualityMark

_HINTS = get_type_hints(WorkplaceContent)


class ContentForm(Form):
    """Some fields of a workplace; `names` says which."""

    names: ClassVar[tuple[str, ...]] = ()

    def to_draft(self) -> dict[str, Any]:
        """Return the fields of this form as the content of a workplace holds them."""
        return {name: _typed(name, self[name].data) for name in self.names}

    def check(self, content: WorkplaceContent) -> WorkplaceContent:
        """Return `content` with what was filled in; show at the fields what is wrong with it."""
        changed = tidy(content.changed(**self.to_draft()))
        problems = problems_of(changed)
        self.add_problems({name: problems[name] for name in self.names if name in problems})
        return changed

    @classmethod
    def filled_with(cls, content: WorkplaceContent) -> Self:
        """Return the form as it was sent, or else with what `content` holds."""
        form = cls(data={name: _plain(content, name) for name in cls.names})
        for name in GIVEN & set(cls.names):
            form[name].choices = choices_of(_NAMES_IN[name]())
        return form


@cache
def form_for(names: tuple[str, ...]) -> type[ContentForm]:
    """Return the class of the form for these fields of a workplace."""
    controls: dict[str, Any] = {name: control(name) for name in names}
    return type("FieldsForm", (ContentForm,), {**controls, "names": names})


def _plain(content: WorkplaceContent, name: str) -> Any:  # noqa: ANN401
    """Return a value as a control shows it: lists of texts, numbers and texts."""
    value = getattr(content, name)
    return [str(item) for item in value] if isinstance(value, tuple) else value


def _typed(name: str, value: Any) -> Any:  # noqa: ANN401
    """Return what a control holds as the content holds it."""
    if name in ONE_OF:
        return _enumeration(name)(value) if value else None
    if name in SEVERAL_OF:
        make = _ITEMS.get(name, str)
        return tuple(make(item) for item in value or ())
    return value


def _enumeration(name: str) -> type[StrEnum]:
    """Return the enumeration in a hint such as `WorkPressure | None`."""
    (kind,) = {*get_args(_HINTS[name])} - {type(None)}
    return cast("type[StrEnum]", kind)


_ITEMS: Mapping[str, Any] = {"rungs": int, "products": ProductCode, "quality_marks": QualityMark}
_NAMES_IN: Mapping[str, Any] = {
    "sectors": lambda: {item.key: item.name for item in all_sectors(db())},
    "products": product_names,
    "service_area": lambda: {item.code: item.name for item in taking_part(db())},
}
