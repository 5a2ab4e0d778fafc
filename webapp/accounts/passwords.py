"""Passwords: which may be chosen, how they are kept, and how they are checked."""

import re
import unicodedata
from functools import cache
from threading import Semaphore

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from argon2.low_level import Type, hash_secret_raw

from webapp.core import resources
from webapp.core.errors import InvalidInputError
from webapp.core.ids import new_secret
from webapp.core.text import fold

MIN_LENGTH = 12
MAX_LENGTH = 200
_MIN_DIFFERENT = 5
_NOT_A_LETTER = re.compile(r"[^a-z]+")
_AT_THE_EDGES = re.compile(r"^[^a-z]+|[^a-z]+$")
_LEET = str.maketrans("013457$@!", "oieastsai")
# Argon2id as OWASP's password storage cheat sheet advises where memory is dear. However many log
# in at the same moment, no more than two of them take that memory in one process.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_turn = Semaphore(2)


def check(password: str, *, name: str = "", email: str = "", field: str = "password") -> None:
    """Refuse a password that is easy to guess: InvalidInputError for `field`.

    Length counts, and nothing else about its characters [OWASP ASVS 5, 6.2].
    """
    problem = _problem(password, own=(name, email, email.partition("@")[0]))
    if problem:
        raise InvalidInputError({field: problem})


def hash_password(password: str) -> str:
    """Return what is kept of a password (argon2id)."""
    with _turn:
        return _hasher.hash(_normal(password))


def is_right(password: str, password_hash: str | None) -> bool:
    """Tell whether `password` is the one that was kept.

    Where nothing was kept (None) it takes as long and says no: an answer does not betray whether
    there is an account.
    """
    kept = password_hash or _hash_of_nothing()
    try:
        with _turn:
            _hasher.verify(kept, _normal(password))
    except (Argon2Error, InvalidHashError):
        return False
    return password_hash is not None


def needs_rehash(password_hash: str) -> bool:
    """Tell whether the hash was made with other parameters than today's."""
    return _hasher.check_needs_rehash(password_hash)


def slow_digest(text: str, salt: bytes) -> str:
    """Return what is kept of a short secret that must be found by what is typed.

    The same text and salt give the same digest, and as much work as a password to who guesses.
    """
    with _turn:
        raw = hash_secret_raw(
            text.encode(),
            salt,
            time_cost=_hasher.time_cost,
            memory_cost=_hasher.memory_cost,
            parallelism=_hasher.parallelism,
            hash_len=_hasher.hash_len,
            type=Type.ID,
        )
    return raw.hex()


def _problem(password: str, own: tuple[str, ...]) -> str | None:
    if len(password) < MIN_LENGTH:
        return f"Kies een wachtwoord van minstens {MIN_LENGTH} tekens."
    if len(password) > MAX_LENGTH:
        return f"Kies een wachtwoord van hooguit {MAX_LENGTH} tekens."
    cores = _cores(password)
    if any(cores & _cores(text) for text in own):
        return "Kies een wachtwoord dat niet je naam of e-mailadres is."
    is_easy = len(set(password)) < _MIN_DIFFERENT or cores & _common()
    return "Dit wachtwoord is makkelijk te raden. Kies een ander wachtwoord." if is_easy else None


def _cores(text: str) -> set[str]:
    """Return what stays of a text without capitals, accents, figures, signs and repetition."""
    folded = fold(text)
    decoded = _AT_THE_EDGES.sub("", folded).translate(_LEET)
    letters = {_NOT_A_LETTER.sub("", folded), _NOT_A_LETTER.sub("", decoded)}
    return {_unrepeated(core) for core in letters if core}


def _unrepeated(text: str) -> str:
    """Return 'welkom' for 'welkomwelkom': a text is a repetition where its double holds it."""
    return text[: (text + text).index(text, 1)]


@cache
def _common() -> frozenset[str]:
    lines = resources.base_file("accounts", "common_passwords.txt").read_text("utf-8").split("\n")
    return frozenset(_unrepeated(line) for line in lines if line and not line.startswith("#"))


@cache
def _hash_of_nothing() -> str:
    return hash_password(new_secret())


def _normal(password: str) -> str:
    """Return the same text for the same characters, however a keyboard composed them."""
    return unicodedata.normalize("NFKC", password)
