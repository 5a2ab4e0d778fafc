"""Where files are kept: what each storage promises.

A file lies under a key, which is made up by us, and a name, which is ours too: nothing of what
somebody typed is in either.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Protocol

from webapp.core.ids import PUBLIC_ID_LENGTH, is_public_id, new_public_id

Content = bytes | BinaryIO


@dataclass(frozen=True)
class StoredFile:
    """A file to be read; whoever reads it closes the stream."""

    stream: BinaryIO
    size: int


class Storage(Protocol):
    """Keeps files; everything may raise StorageAwayError."""

    def put(self, key: str, files: Mapping[str, Content]) -> None:
        """Keep all `files` (by name) under `key`, or none."""

    def open(self, key: str, name: str) -> StoredFile:
        """Return a file, or raise NotFoundError."""

    def remove(self, key: str) -> None:
        """Remove everything under `key`, if there is anything."""

    def kept(self) -> Iterator[tuple[str, datetime]]:
        """Yield each key with the moment at which its first file was kept, or a later one.

        What lies there and is not ours, such as somebody's copy, is passed over.
        """


def new_key() -> str:
    """Return a key that is in use nowhere, and that nobody guesses."""
    return new_public_id() + new_public_id()


def is_key(text: str) -> bool:
    """Tell whether `text` has the form of a key of ours."""
    return is_public_id(text[:PUBLIC_ID_LENGTH]) and is_public_id(text[PUBLIC_ID_LENGTH:])
