"""What a workplace says of itself: one value, kept whole with each version."""

from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Self, get_type_hints

from webapp.core.text import slugify
from webapp.trajectories.products import ProductCode
from webapp.workplaces.media import MethodDocument, Photo, VideoLink
from webapp.workplaces.vocabulary import (
    Access,
    Allowance,
    Availability,
    GuidanceKind,
    Independence,
    QualityMark,
    WorkPressure,
)

# Of these a provider ticks what holds: the order says nothing.
_TICKED = frozenset({"sectors", "rungs", "products", "service_area", "day_parts", "quality_marks"})


@dataclass(frozen=True)
class Contract:
    """Which municipality or region contracted the provider, for which products, until when."""

    party: str
    products: tuple[ProductCode, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class WorkplaceContent:
    """The fields of domain §10, in its groups. Texts are plain, '' and () and None mean empty."""

    title: str = ""
    summary: str = ""
    tasks: str = ""
    learning: str = ""
    special: str = ""
    sectors: tuple[str, ...] = ()

    rungs: tuple[int, ...] = ()
    products: tuple[ProductCode, ...] = ()
    target_group: str = ""
    work_pressure: WorkPressure | None = None
    independence: Independence | None = None
    try_out: bool = False

    guidance_kind: GuidanceKind | None = None
    method: str = ""
    progress: str = ""
    moving_on: str = ""
    training: str = ""

    street: str = ""
    house_number: str = ""
    postcode: str = ""
    place: str = ""
    service_area: tuple[str, ...] = ()
    public_transport: str = ""
    transport_offered: bool = False
    transport_notes: str = ""

    day_parts: tuple[str, ...] = ()
    hours_min: int | None = None
    hours_max: int | None = None

    wheelchair: Access | None = None
    toilet: Access | None = None
    quiet_room: Access | None = None
    accessibility_notes: str = ""

    places: int | None = None
    availability: Availability | None = None
    availability_on: date | None = None

    allowance: Allowance | None = None
    allowance_notes: str = ""

    contracts: tuple[Contract, ...] = field(default=())
    quality_marks: tuple[QualityMark, ...] = ()

    photos: tuple[Photo, ...] = ()
    documents: tuple[MethodDocument, ...] = ()
    videos: tuple[VideoLink, ...] = ()

    contact_name: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    website: str = ""
    contact_name_public: bool = False
    contact_phone_public: bool = False
    contact_email_public: bool = False

    @property
    def slug(self) -> str:
        """The readable part of the address of its page."""
        return slugify(self.title) or "werkplek"

    def changed(self, **values: Any) -> Self:  # noqa: ANN401 (each field has its own type)
        """Return the same content with other `values`."""
        return replace(self, **values)

    def differences(self, other: "WorkplaceContent") -> tuple[str, ...]:
        """Return the names of the fields in which this and `other` differ, in their order.

        What is ticked in another order is the same.
        """
        return tuple(
            item.name
            for item in fields(self)
            if _as_compared(self, item.name) != _as_compared(other, item.name)
        )

    def filled(self) -> dict[str, Any]:
        """Return the fields that say something, with their values."""
        return {name: getattr(self, name) for name in WorkplaceContent().differences(self)}


def _as_compared(content: WorkplaceContent, name: str) -> Any:  # noqa: ANN401
    value = getattr(content, name)
    return frozenset(value) if name in _TICKED else value


_KINDS = get_type_hints(WorkplaceContent)


def to_json(content: WorkplaceContent) -> dict[str, Any]:
    """Return the filled fields of `content` as JSON can hold them."""
    return {name: _plain(value) for name, value in content.filled().items()}


def from_json(data: dict[str, Any]) -> WorkplaceContent:
    """Return the content that `to_json` made `data` of; fields unknown today are left out."""
    return WorkplaceContent(
        **{name: _typed(_KINDS[name], value) for name, value in data.items() if name in _KINDS}
    )


def _plain(value: Any) -> Any:  # noqa: ANN401
    """Return `value` as JSON can hold it."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _typed(kind: Any, value: Any) -> Any:  # noqa: ANN401
    """Return JSON's `value` as `kind`: a tuple, a value of parts, or one of the plain kinds."""
    if isinstance(value, list):
        return tuple(_typed(kind.__args__[0], item) for item in value)
    if isinstance(value, dict):
        hints = _hints_of(kind)
        return kind(**{name: _typed(hints[name], item) for name, item in value.items()})
    return _typed_text(kind, value) if isinstance(value, str) else value


_hints_of = cache(get_type_hints)


def _typed_text(kind: Any, text: str) -> Any:  # noqa: ANN401
    """Return `text` as a day or a member where `kind` (or one side of a union) is one."""
    for option in (kind, *getattr(kind, "__args__", ())):
        if option is date:
            return date.fromisoformat(text)
        if isinstance(option, type) and issubclass(option, StrEnum):
            return option(text)
    return text
