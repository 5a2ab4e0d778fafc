"""No server in front of the site writes down an address with a key in it (docs/deployment.md)."""

import re
from pathlib import Path

import pytest

from webapp.languages.catalogues import TRANSLATED

_KEPT_OUT = [
    re.compile(pattern.replace("(?<", "(?P<"))
    for pattern in re.findall(r'"~(\^\S+)" ', Path("docs/deployment.md").read_text("utf-8"))
]
_ROUTES = Path("tests/conventions/routes.txt").read_text("utf-8").splitlines()
_SECRET = sorted({line.split()[0] for line in _ROUTES if "<secret>" in line})


@pytest.mark.parametrize("path", _SECRET)
def test_the_log_of_the_server_keeps_what_comes_before_a_secret(path):
    before, _, _ = path.partition("<secret>")
    prefixes = [""]
    if before.startswith("/inwoners/"):
        prefixes += [f"/{language.code}" for language in TRANSLATED]
    for prefix in prefixes:
        found = [each.match(f"{prefix}{before}geheim") for each in _KEPT_OUT]
        assert [each["kept"] for each in found if each] == [prefix + before]
