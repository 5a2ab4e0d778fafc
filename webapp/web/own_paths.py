"""Where a page may send its visitor on to: places on this site and nowhere else."""

import re

# One slash and then no other: '//host' and '/\\host' lead away, and so does anything invisible
# that a browser drops before it looks.
_OWN = re.compile(r"/(?![/\\])[!-\[\]-~]*")


def own_path(target: str | None) -> str | None:
    """Return `target` when it is a path on this site, else None."""
    return target if target and _OWN.fullmatch(target) else None
