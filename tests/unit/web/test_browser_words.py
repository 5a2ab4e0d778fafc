import pytest

from webapp.web.browser_words import browser_in_words

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
SEEN = {
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/120.0.0.0 Safari/537.36": (
        "Chrome op Windows"
    ),
    f"Mozilla/5.0 (Windows NT 10.0) {WEBKIT} Chrome/120.0 Safari/537.36 Edg/120.0": (
        "Edge op Windows"
    ),
    "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0": "Firefox op Linux",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) Version/17.1 Safari/604.1": (
        "Safari op iPhone"
    ),
    f"Mozilla/5.0 (Linux; Android 13) {WEBKIT} SamsungBrowser/23.0 Chrome/115.0 Safari/537": (
        "Samsung Internet op Android"
    ),
    f"Mozilla/5.0 (X11; CrOS x86_64) {WEBKIT} Chrome/120.0 Safari/537.36": "Chrome op Chromebook",
}


@pytest.mark.parametrize(("said", "words"), SEEN.items())
def test_a_browser_is_named_as_people_know_it(said, words, app):
    with app.test_request_context():
        assert browser_in_words(said) == words


@pytest.mark.parametrize("said", ["", "curl/8.0", "<script>alert(1)</script>"])
def test_of_what_is_not_known_nothing_is_kept(said, app):
    with app.test_request_context():
        assert browser_in_words(said) == ""
