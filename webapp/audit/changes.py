"""What was before and after a change, as the log keeps it."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any

# A log is no archive: the beginning of a text tells which one it was.
_LONGEST = 300


def differences(
    before: Mapping[str, object], after: Mapping[str, object], *, personal: Collection[str] = ()
) -> dict[str, Any]:
    """Return the details for `record` of a change from `before` to `after`.

    `fields` names what differs; `changes` has the old and the new value of each, except where it
    is `personal`.
    """
    different = [name for name, value in after.items() if before.get(name) != value]
    return {
        "fields": different,
        "changes": {
            name: [_plain(before.get(name)), _plain(after[name])]
            for name in different
            if name not in personal
        },
    }


def _plain(value: Any) -> Any:  # noqa: ANN401
    """Return `value` as JSON can hold it; of what has parts, each in its own way."""
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    text = value.value if isinstance(value, StrEnum) else str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
