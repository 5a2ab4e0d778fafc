"""Where the files that belong to the product lie: beside the package, or inside a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def folder(name: str) -> Path:
    """Return the folder `templates`, `static` or `migrations` of a checkout or of a wheel."""
    bundled = _PACKAGE / "_bundled" / name
    return bundled if bundled.is_dir() else _PACKAGE.parent / name


def base_file(room: str, *parts: str) -> Path:
    """Return a file or folder of the data that a room ships, below its folder `base`."""
    return _PACKAGE.joinpath(room, "base", *parts)
