"""Files in a folder of this machine."""

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from webapp.core.errors import NotFoundError
from webapp.media.errors import StorageAwayError
from webapp.media.storage import Content, StoredFile, is_key

_NEW = ".new"
_FULL = {errno.ENOSPC, errno.EDQUOT}


class FolderStorage:
    """Keeps files below a folder; a file is there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, key: str, files: Mapping[str, Content]) -> None:
        folder = self._folder_of(key)
        with _naming_faults():
            written: list[Path] = []
            try:
                folder.mkdir(parents=True, exist_ok=True)
                for name, content in files.items():
                    written.append(folder / (name + _NEW))
                    _write(written[-1], content)
                for path in written:
                    path.replace(path.with_suffix(""))
            except OSError:
                _forget(written, folder)
                raise

    def open(self, key: str, name: str) -> StoredFile:
        with _naming_faults():
            try:
                stream = (self._folder_of(key) / name).open("rb")
            except FileNotFoundError:
                raise NotFoundError(key) from None
            return StoredFile(stream, os.fstat(stream.fileno()).st_size)

    def remove(self, key: str) -> None:
        with _naming_faults():
            try:
                shutil.rmtree(self._folder_of(key))
            except FileNotFoundError:
                return

    def kept(self) -> Iterator[tuple[str, datetime]]:
        with _naming_faults():
            for folder in sorted(self._folder.glob("*/*")):
                if is_key(folder.name) and folder == self._folder_of(folder.name):
                    yield folder.name, datetime.fromtimestamp(folder.stat().st_mtime, UTC)

    def _folder_of(self, key: str) -> Path:
        return self._folder / key[:2] / key


def _write(path: Path, content: Content) -> None:
    """Write a file to the disk itself: the row that names it may be committed next."""
    with path.open("wb") as target:
        if isinstance(content, bytes):
            target.write(content)
        else:
            content.seek(0)
            shutil.copyfileobj(content, target)
        target.flush()
        os.fsync(target.fileno())


def _forget(written: list[Path], folder: Path) -> None:
    for path in written:
        path.unlink(missing_ok=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


@contextmanager
def _naming_faults() -> Iterator[None]:
    """Raise what the disk says as an error of ours."""
    try:
        yield
    except OSError as error:
        reason = "disk full" if error.errno in _FULL else type(error).__name__
        raise StorageAwayError(reason) from error
