"""Amounts in euros: how people write them and read them. Kept in whole cents."""

import re

# At most nine digits: int() itself reads no more than some thousands.
_AMOUNT = re.compile(
    r"(?P<whole>\d{1,3}(?:\.\d{3}){1,2}|\d{1,9})(?:[,.](?P<cents>\d{2}|-))?", re.ASCII
)


def in_euros(cents: int) -> str:
    """Write an amount: 150000 is '€ 1.500,00'."""
    whole, rest = divmod(cents, 100)
    return f"{in_whole_euros(whole)},{rest:02d}"


def in_whole_euros(euros: int) -> str:
    """Write an amount without cents: 1500 is '€ 1.500'."""
    return f"€ {euros:,}".replace(",", ".")


def parse_euros(text: str) -> int | None:
    """Return the cents in what somebody typed, or None when it is no amount.

    '1500', '1.500', '€ 1.500,00', '1500,-' and '20.50' are all understood.
    """
    found = _AMOUNT.fullmatch("".join(text.replace("€", "").split()))
    if found is None:
        return None
    cents = found["cents"] or "-"
    return int(found["whole"].replace(".", "")) * 100 + (0 if cents == "-" else int(cents))
