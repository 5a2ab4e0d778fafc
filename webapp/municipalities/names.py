"""How places are called: in the files, and by people."""

import re

from webapp.core.text import fold, one_line

# What the register puts behind a name that occurs twice: 'Bergen (NH)', 'Elst Ut'.
_PROVINCE_SUFFIX = re.compile(r"\s+\(?(AC|Dr|Fr|Gld|Gn|L|NB|NH|Ov|Ut|Zld|ZH)\)?$", re.IGNORECASE)


def place_key(name: str, municipality_code: str) -> str:
    """Return the key of a place: its name with its municipality, as the files write it."""
    return f"{name}|{municipality_code}"


def plain_name(name: str) -> str:
    """Return a place's name as people type it: folded, without the suffix of its province."""
    return fold(_PROVINCE_SUFFIX.sub("", one_line(name)))
