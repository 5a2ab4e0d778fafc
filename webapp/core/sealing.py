"""Secrets that the database holds and must not betray; the door to cryptography.

The key lies outside the database: who has a backup of the one, and not the other, reads nothing.
"""

from base64 import urlsafe_b64encode
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

# Each purpose has a key of its own: what signs a form can open nothing.
_PURPOSE = b"webapp sealed values"


class BrokenSealError(Exception):
    """A sealed text was changed, belongs to something else, or was sealed under a lost key."""


class Sealer:
    """Seals texts under the first of the installation's keys; opens what any of them sealed."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._fernet = MultiFernet([Fernet(_derived(key)) for key in keys])

    def seal(self, text: str, *, owner: str) -> str:
        """Return `text` so that only `open` with the same `owner` gives it back."""
        return self._fernet.encrypt(f"{owner}\n{text}".encode()).decode("ascii")

    def open(self, sealed: str, *, owner: str) -> str:
        """Return what was sealed for `owner`, or raise BrokenSealError.

        The owner is sealed in: a row copied to another account opens nothing there.
        """
        try:
            found, _, text = self._fernet.decrypt(sealed.encode()).decode().partition("\n")
        except (InvalidToken, UnicodeError) as error:
            raise BrokenSealError from error
        if found != owner:
            raise BrokenSealError
        return text

    def renew(self, sealed: str) -> str:
        """Return the same, sealed under the first key; raise BrokenSealError."""
        try:
            return self._fernet.rotate(sealed.encode()).decode("ascii")
        except InvalidToken as error:
            raise BrokenSealError from error


def _derived(key: str) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(key.encode())
    return urlsafe_b64encode(derived)
