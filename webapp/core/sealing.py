"""Secrets that the database holds and must not betray; the door to cryptography.

The key lies outside the database: who has a backup of the one, and not the other, reads nothing.
"""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

# Each purpose has a key of its own: what signs a form can open nothing.
_PURPOSE = b"webapp sealed values"
_FINGERPRINTS = b"webapp fingerprints"


class BrokenSealError(Exception):
    """A sealed text was changed, belongs to something else, or was sealed under a lost key."""


class Sealer:
    """Seals texts under the first of the installation's keys; opens what any of them sealed."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._fernet = MultiFernet([Fernet(urlsafe_b64encode(_derived(key))) for key in keys])
        self._fingerprint_keys = [_derived(key, _FINGERPRINTS) for key in keys]

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

    def fingerprints(self, text: str, *, owner: str) -> list[str]:
        """Return what `text` is known by without being read, under each key, the newest first.

        The same text has the same fingerprint, for one owner: who has no key can neither make
        one, nor see that two owners have the same text.
        """
        said = f"{owner}\n{text}".encode()
        return [hmac.digest(key, said, "sha256").hex() for key in self._fingerprint_keys]

    def renew(self, sealed: str) -> str:
        """Return the same, sealed under the first key; raise BrokenSealError."""
        try:
            return self._fernet.rotate(sealed.encode()).decode("ascii")
        except InvalidToken as error:
            raise BrokenSealError from error


def _derived(key: str, purpose: bytes = _PURPOSE) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(key.encode())
