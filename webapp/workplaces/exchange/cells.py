"""What a cell can hold besides plain text: lists, numbers, days, codes."""

import re
from collections.abc import Iterable

from webapp.core.text import fold, slugify
from webapp.trajectories.products import ProductCode
from webapp.workplaces.vocabulary import DAY_PARTS, DAYS

# A day without its part is a working day.
_WHOLE_DAY = ("ochtend", "middag")
_DAY_NAMES = {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"}
_LONGEST_QUOTE = 40
_PART = re.compile(rf"({'|'.join(DAYS)})[a-z]*[\s.-]*(ochtend|middag|avond)")


class CellError(ValueError):
    """What stands in a cell is not understood; the message says in Dutch what could be."""


def quoted(text: str) -> str:
    """Return what stands in a cell, to be told of: of a long text the beginning."""
    return f"'{text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + '…'}'"


def read_items(text: str) -> list[str]:
    """Return the items of a list, each once; a comma is taken for a semicolon."""
    items = (item.strip() for item in re.split(r"[;,\n]", text))
    return list(dict.fromkeys(item for item in items if item))


def write_items(items: Iterable[object]) -> str:
    """Return a list as `read_items` reads it."""
    return ";".join(str(item) for item in items)


def read_number(text: str) -> int:
    """Return a whole number."""
    if not re.fullmatch(r"[0-9]{1,4}", text):
        message = f"{quoted(text)} is geen heel getal. Vul een getal in, zoals 4."
        raise CellError(message)
    return int(text)


def with_lost_zeros(kvk_number: str) -> str:
    """Return a number of the trade register with one or two zeros in front put back.

    A spreadsheet takes it for a quantity and drops them. No number begins with more of them, so
    what is shorter was typed wrongly.
    """
    return kvk_number.zfill(8) if re.fullmatch(r"[1-9][0-9]{5,6}", kvk_number) else kvk_number


def read_rungs(text: str) -> tuple[int, ...]:
    """Return rungs: '2; 3' and 'trede 2' are understood."""
    return tuple(read_number(fold(item).removeprefix("trede").strip()) for item in read_items(text))


def read_products(text: str) -> tuple[ProductCode, ...]:
    """Return products by their codes, whatever the capitals and spaces."""
    return tuple(_product(item) for item in read_items(text))


def _product(item: str) -> ProductCode:
    try:
        return ProductCode(slugify(item))
    except ValueError as error:
        message = f"Het traject {quoted(item)} kennen we niet. Kies uit: {', '.join(ProductCode)}."
        raise CellError(message) from error


def read_days(text: str) -> tuple[str, ...]:
    """Return parts of days: 'ma' is its morning and afternoon, 'ma-avond' one part."""
    return tuple(part for item in read_items(text) for part in _parts_of(fold(item)))


def write_days(parts: Iterable[str]) -> str:
    """Return parts of days, in the order of the week, as briefly as `read_days` reads them."""
    left = set(parts)
    items = []
    for day in DAYS:
        whole = [f"{day}-{part}" for part in _WHOLE_DAY]
        if left.issuperset(whole):
            items.append(day)
            left.difference_update(whole)
        items += [part for part in DAY_PARTS if part in left and part.startswith(day)]
    return write_items(items)


def _parts_of(item: str) -> list[str]:
    name = item.rstrip(".")
    if name in DAYS or name in _DAY_NAMES:
        return [f"{name[:2]}-{part}" for part in _WHOLE_DAY]
    match = _PART.fullmatch(item)
    if match is None:
        message = f"De dag {quoted(item)} kennen we niet. Schrijf ma, di, wo, do, vr, za of zo."
        raise CellError(message)
    return ["-".join(match.groups())]


def read_municipality_code(text: str, known: Iterable[str]) -> str:
    """Return the code of a municipality; 'gm226' and '0226' are understood too."""
    digits = text.upper().removeprefix("GM").strip()
    code = f"GM{digits.zfill(4)}"
    if code not in known:
        message = f"De gemeente {quoted(text)} kennen we niet. Schrijf de code, zoals GM0226."
        raise CellError(message)
    return code
