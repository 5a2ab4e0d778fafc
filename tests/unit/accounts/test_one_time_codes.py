from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.accounts import NOW
from webapp.accounts.one_time_codes import code_at, key_address, matching_step, new_key

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
STEP = timedelta(seconds=30)
PRESENT = int(NOW.timestamp()) // 30


def test_the_codes_are_those_of_the_standard():
    """RFC 6238, appendix B: the key '12345678901234567890' at 59 seconds, the last six figures."""
    key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert code_at(key, NOW.fromtimestamp(59, NOW.tzinfo)) == "287082"
    assert code_at(key, NOW.fromtimestamp(1111111109, NOW.tzinfo)) == "081804"


@pytest.mark.parametrize(("drift", "step"), [(-1, PRESENT - 1), (0, PRESENT), (1, PRESENT + 1)])
def test_a_clock_may_be_one_step_off_each_way(drift, step):
    assert matching_step(KEY, code_at(KEY, NOW + drift * STEP), after=None, now=NOW) == step


@pytest.mark.parametrize("drift", [-2, 2])
def test_a_clock_may_not_be_two_steps_off(drift):
    assert matching_step(KEY, code_at(KEY, NOW + drift * STEP), after=None, now=NOW) is None


def test_a_code_counts_once_and_so_do_those_before_it():
    now, before = code_at(KEY, NOW), code_at(KEY, NOW - STEP)
    assert matching_step(KEY, now, after=PRESENT, now=NOW) is None
    assert matching_step(KEY, before, after=PRESENT, now=NOW) is None
    assert matching_step(KEY, code_at(KEY, NOW + STEP), after=PRESENT, now=NOW) == PRESENT + 1


def test_gaps_and_wide_figures_are_no_matter():
    code = code_at(KEY, NOW)
    wide = "".join(chr(ord(figure) - ord("0") + 0xFF10) for figure in code)
    for typed in (f" {code[:3]} {code[3:]} ", f"{code[:3]}-{code[3:]}", wide):
        assert matching_step(KEY, typed, after=None, now=NOW) == PRESENT


@given(st.text(max_size=12))
def test_anything_else_is_no_code(typed):
    right = {code_at(KEY, NOW + drift * STEP) for drift in (-1, 0, 1)}
    if "".join(typed.split()) not in right:
        assert matching_step(KEY, typed, after=None, now=NOW) is None


@pytest.mark.parametrize("typed", ["", "1234567", "٣٤٥٦٧٨", "12345六", "-123456e", "0x1234"])
def test_what_only_resembles_a_code_is_none(typed):
    assert matching_step(KEY, typed, after=None, now=NOW) is None


def test_keys_differ_and_are_long():
    assert len({new_key() for _ in range(20)}) == 20
    assert len(new_key()) == 32


def test_an_app_reads_whose_key_it_is():
    address = key_address(KEY, account="jan@voorbeeld.nl", issuer="Werk: plek")
    assert address.startswith("otpauth://totp/Werk%20%20plek:jan%40voorbeeld.nl?")
    assert f"secret={KEY}" in address
