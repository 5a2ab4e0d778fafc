import os
import subprocess
import sys

import pytest

from webapp.accounts import passwords
from webapp.core.errors import InvalidInputError


@pytest.mark.parametrize(
    "password",
    [
        "fietsen langs de rijn",
        "drie-oude-eiken-7",
        "Ziet u die vogel?",
        "ÀÉÎ õü ß lang genoeg",
        "x" * 3 + "paard batterij nietje",
    ],
)
def test_a_person_may_choose_any_long_password_that_is_hard_to_guess(password):
    passwords.check(password, name="Jan de Vries", email="jan@voorbeeld.nl")


@pytest.mark.parametrize(
    "password",
    [
        "Welkom202620",
        "welkomwelkom",
        "Wachtwoord123!",
        "W4chtw00rd2026",
        "P@ssw0rd!2026",
        "qwertyuiop1234",
        "feyenoord1908!",
        "aaaaaaaaaaaa",
        "121212121212",
        "Arnhem202620!",
    ],
)
def test_a_password_that_many_choose_is_refused(password):
    assert "makkelijk te raden" in problem_with(password)


@pytest.mark.parametrize(
    "password",
    ["Jan de Vries 1970", "jandevries!!!!", "fruitmand1234@voorbeeld.nl", "fruitmand#1234"],
)
def test_a_persons_own_name_or_address_is_refused(password):
    assert "naam of e-mailadres" in problem_with(password)


def test_a_person_hears_how_long_a_password_must_be():
    assert "minstens 12 tekens" in problem_with("elf tekens.")
    assert "hooguit 200 tekens" in problem_with("lang" * 51)


def test_only_the_right_password_opens():
    kept = passwords.hash_password("fietsen langs de rijn")
    assert kept.startswith("$argon2id$")
    assert passwords.is_right("fietsen langs de rijn", kept)
    assert not passwords.is_right("Fietsen langs de rijn", kept)
    assert not passwords.is_right("fietsen langs de rijn", None)
    assert not passwords.is_right("fietsen langs de rijn", "no hash at all")


def test_an_accent_is_the_same_on_every_keyboard():
    kept = passwords.hash_password("caf\u00e9 aan de haven")
    assert passwords.is_right("cafe\u0301 aan de haven", kept)


def test_a_hash_of_other_parameters_is_renewed():
    old = "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b4dWRWJTmaaJObG"
    assert passwords.needs_rehash(old)
    assert not passwords.needs_rehash(passwords.hash_password("fietsen langs de rijn"))


def problem_with(password):
    with pytest.raises(InvalidInputError) as refusal:
        passwords.check(password, name="Jan de Vries", email="fruitmand1234@voorbeeld.nl")
    return refusal.value.problems["password"]


def test_many_who_log_in_at_the_same_moment_take_the_memory_of_a_few():
    program = """
import resource
from concurrent.futures import ThreadPoolExecutor
from webapp.accounts import passwords
passwords.is_right("een gok", None)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with ThreadPoolExecutor(16) as people:
    list(people.map(lambda _: passwords.is_right("een gok", None), range(48)))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    as_it_is_run = os.environ | {"MALLOC_ARENA_MAX": "2"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=as_it_is_run,
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) < 64 * 1024
