"""Codes of six figures that an app makes anew every half minute (RFC 6238); the door to pyotp."""

import unicodedata
from datetime import datetime

import pyotp

STEP_SECONDS = 30
_LENGTH = 6
# One step of clock drift each way.
_DRIFT = (0, -1, 1)


def new_key() -> str:
    """Return a new key for an app: 160 bits, as base32."""
    return pyotp.random_base32()


def key_address(key: str, *, account: str, issuer: str) -> str:
    """Return the address that an app reads out of a QR code: the key, and what to call it."""
    # A colon parts the two names, so that neither may hold one.
    return pyotp.TOTP(key).provisioning_uri(name=account, issuer_name=issuer.replace(":", " "))


def matching_step(key: str, typed: str, *, after: int | None, now: datetime) -> int | None:
    """Return the step of time in which the app shows the code that was typed; None for no such.

    A step up to `after` was used before, and does not count again.
    """
    code, present = _figures(typed), int(now.timestamp()) // STEP_SECONDS
    if len(code) != _LENGTH:
        return None
    app = pyotp.TOTP(key)
    for step in (present + drift for drift in _DRIFT):
        is_right = pyotp.utils.strings_equal(app.generate_otp(step), code)
        if is_right and (after is None or step > after):
            return step
    return None


def code_at(key: str, moment: datetime) -> str:
    """Return the code that an app with this key shows at a moment."""
    return pyotp.TOTP(key).at(moment)


def _figures(typed: str) -> str:
    """Return the figures of what was typed; '' when there is anything else in it than gaps."""
    text = unicodedata.normalize("NFKC", typed)
    code = "".join(text.replace("-", " ").split())
    return code if code.isascii() and code.isdigit() else ""
