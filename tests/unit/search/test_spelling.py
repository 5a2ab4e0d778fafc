"""What somebody may have meant by a word with a slip in it."""

import pytest

from webapp.search.spelling import is_spelled_well, meant

WORDS = {
    *("fietsen", "fietsenmaker", "dieren", "kleding", "keuken", "magazijn", "boerderij"),
    *("konijnen", "schilderen", "hout"),
}


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        ("fiesten", "fietsen"),
        ("fietse", "fietsen"),
        ("fietsnmaker", "fietsenmaker"),
        ("fitsenmakr", "fietsenmaker"),
        ("magasijn", "magazijn"),
        ("boerderei", "boerderij"),
        ("konijne", "konijnen"),
        ("sgilderen", "schilderen"),
        ("kleiding", "kleding"),
        ("dirren", "dieren"),
    ],
)
def test_a_slip_or_a_word_by_ear_is_understood(typed, sought):
    assert next(meant(typed, WORDS)) == sought


@pytest.mark.parametrize("typed", ["xqzwv", "zeppelinvaarder", "kraanvogel"])
def test_what_is_like_nothing_here_is_not_taken_for_something_here(typed):
    assert not WORDS.intersection(meant(typed, WORDS))


@pytest.mark.parametrize("word", ["zwembad", "koken", "tuin", "ijs", "2026"])
def test_a_common_word_is_not_mended(word):
    assert is_spelled_well(word)


@pytest.mark.parametrize("word", ["fiesten", "kooken", "magasijn"])
def test_what_is_no_word_may_be_mended(word):
    assert not is_spelled_well(word)
