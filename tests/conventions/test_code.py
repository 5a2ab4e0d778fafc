"""Habits of the code that no linter knows."""

from pathlib import Path

import pytest

from webapp.core import resources

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "webapp").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
_FORBIDDEN_NAMES = {"utils.py", "helpers.py", "misc.py", "forms.py", "views.py"}


def test_no_module_collects_everything():
    assert [path for path in (*MODULES, *TESTS) if path.name in _FORBIDDEN_NAMES] == []


def test_modules_stay_small():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (*MODULES, *TESTS)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert long == {}


@pytest.mark.parametrize("folder", ["templates", "static"])
def test_nothing_is_styled_or_scripted_inline(folder):
    for file in resources.folder(folder).rglob("*.html"):
        source = file.read_text(encoding="utf-8")
        assert " style=" not in source, file
        # A mail fetches nothing: its style can stand nowhere but inside it.
        assert "<style" not in source or file.match("mail/layout.html"), file
        assert " onclick=" not in source, file


def test_no_path_of_a_machine_is_in_the_product():
    for path in (*MODULES, *TESTS):
        source = path.read_text(encoding="utf-8")
        assert "/" + "work/" not in source, path
        assert "/" + "root/" not in source, path
