"""Every template: where it lies, and that its words can be translated."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment

from webapp.core import resources

TEMPLATES = resources.folder("templates")
PAGES = sorted(TEMPLATES.glob("pages/**/*.html"))
ALL_HTML = sorted(TEMPLATES.glob("**/*.html"))
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
# Blocks and macros that yield a class, an id or attributes, not words.
_NO_WORDS = re.compile(
    r"{% block \w+_class %}.*?{% endblock %}"
    r"|{% macro (?:_kind|_described_by|suggests)\(.*?endmacro.?.?%}",
    re.DOTALL,
)
_ENTITY = re.compile(r"&[a-z]+;|&#\d+;")


def _name(path: Path) -> str:
    return str(path.relative_to(TEMPLATES))


def test_each_page_lies_in_the_folder_of_its_audience(app):
    audiences = set(app.blueprints)
    for page in PAGES:
        assert page.relative_to(TEMPLATES).parts[1] in audiences, page


def test_each_mail_has_its_subject_and_both_bodies():
    mails = {file.parent for file in TEMPLATES.glob("mail/*/*/*")}
    for mail in mails:
        assert {file.name for file in mail.iterdir()} == {"subject.txt", "body.txt", "body.html"}


@pytest.mark.parametrize("path", ALL_HTML, ids=_name)
def test_words_are_marked_for_translation(path):
    """Outside {% trans %} and expressions a template holds no word that a visitor reads."""
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    source = _NO_WORDS.sub("", path.read_text(encoding="utf-8"))
    text, depth = [], 0
    tokens = list(environment.lex(source))
    for index, (_line, kind, value) in enumerate(tokens):
        if kind == "name" and tokens[index - 1][1] in {"block_begin", "whitespace"}:
            depth += (value == "trans") - (value == "endtrans")
        if kind == "data" and depth == 0:
            text.append(value)
        elif kind == "variable_begin":
            text.append("\x00")
    words = _ENTITY.sub("", _TAG.sub(" ", "".join(text)))
    assert re.findall(r"[^\W\d_]{3,}", words) == []
