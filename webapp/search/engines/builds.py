"""The builds of the index on disk, and which of them is in use.

`<folder>/<version>/current` names the build that is in use, beside it. A new build is made in a
folder of its own and taken into use by replacing that one file.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from webapp.core.ids import new_public_id

_POINTER = "current"
# How long one process waits for another that writes, in seconds.
_PATIENCE = 60


class Builds:
    """The builds of one version of the index, below the folder that all versions share."""

    def __init__(self, folder: Path, version: str) -> None:
        self._shared = folder
        self._own = folder / version

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other process from writing; raise filelock.Timeout when one goes on long.

        Whoosh pickles, so nobody else may write in the folder.
        """
        self._shared.mkdir(parents=True, exist_ok=True, mode=0o700)
        with FileLock(self._shared / "write.lock", timeout=_PATIENCE):
            yield

    def current(self) -> Path | None:
        """Return the folder of the build in use, or None when there is none of this version."""
        try:
            return self._own / (self._own / _POINTER).read_text(encoding="ascii")
        except FileNotFoundError:
            return None

    def begin(self) -> Path:
        """Return the folder of a new build, not in use yet."""
        build = self._own / new_public_id()
        build.mkdir(parents=True)
        return build

    def finish(self, build: Path) -> None:
        """Take `build` into use, and remove all others, of other versions too."""
        pointer = self._own / f"{_POINTER}.new"
        pointer.write_text(build.name, encoding="ascii")
        pointer.replace(self._own / _POINTER)
        others = [*self._shared.iterdir(), *self._own.iterdir()]
        for folder in others:
            if folder.is_dir() and folder not in {self._own, build}:
                shutil.rmtree(folder, ignore_errors=True)
