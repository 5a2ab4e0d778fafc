"""Opaque identifiers and secrets."""

import hashlib
import secrets

# No vowels (no accidental words) and none of 0 1 i l o u: it must survive being read aloud.
_ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"
PUBLIC_ID_LENGTH = 10


def new_public_id() -> str:
    """Return an opaque id of 10 characters for use in addresses (about 48 bits)."""
    return _random_text(PUBLIC_ID_LENGTH)


def is_public_id(text: str) -> bool:
    """Tell whether `text` has the form of a public id."""
    return len(text) == PUBLIC_ID_LENGTH and set(text) <= set(_ALPHABET)


def new_reference() -> str:
    """Return a reference that a person can read over the phone, such as 'K7QH-3MPX'."""
    text = _random_text(8).upper()
    return f"{text[:4]}-{text[4:]}"


def new_recovery_code() -> str:
    """Return a code to keep on paper, such as 'k7qhm-3mpxd' (about 48 bits)."""
    text = _random_text(10)
    return f"{text[:5]}-{text[5:]}"


def new_secret() -> str:
    """Return a secret for links and cookies (256 bits, URL-safe)."""
    return secrets.token_urlsafe(32)


def hash_secret(secret: str) -> str:
    """Return what is kept of a secret: enough to recognise it, nothing to use it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _random_text(length: int) -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))
