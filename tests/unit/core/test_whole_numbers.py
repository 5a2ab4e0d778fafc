"""Numbers that come in as text."""

import pytest

from webapp.core.text import whole_number


@pytest.mark.parametrize("number", [0, 7, 999_999_999, 1_079_192_285, 2**31 - 1])
def test_each_number_that_a_workplace_can_be_locked_with_is_read(number):
    assert whole_number(str(number)) == number


@pytest.mark.parametrize("text", ["", "-1", "1.5", "٣", str(2**31), "9" * 5000])
def test_what_no_database_keeps_as_a_number_is_none(text):
    assert whole_number(text) is None
