"""Every theme keeps the contrast of WCAG 2.2 AA and holds nothing but tokens."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "static" / "css"
THEMES = sorted(path.stem for path in (CSS / "themes").glob("*.css"))
TOKEN = re.compile(r"--((?:utrecht|nl)-[a-z-]+):\s*(#[0-9a-f]{3,6});")

PAGE = "utrecht-document-background-color"
SURFACE = "utrecht-surface-background-color"
TINT = "utrecht-spotlight-section-background-color"
NAVIGATION = "utrecht-nav-bar-background-color"
HEADER = "utrecht-page-header-background-color"
FOOTER = "utrecht-page-footer-background-color"
PRIMARY = "utrecht-button-primary-action-background-color"
PRIMARY_HOVER = "utrecht-button-primary-action-hover-background-color"
SECONDARY = "utrecht-button-secondary-action-background-color"
SECONDARY_HOVER = "utrecht-button-secondary-action-hover-background-color"
ERROR = "utrecht-form-field-error-message-color"
FOCUS = "utrecht-focus-outline-color"
FOCUS_INVERSE = "utrecht-focus-inverse-outline-color"

TEXT_ON = [
    *(
        (f"utrecht-{text}-color", ground)
        for text in ("document", "document-subtle", "heading", "link", "link-hover")
        for ground in (PAGE, SURFACE, TINT)
    ),
    ("utrecht-page-header-color", HEADER),
    ("utrecht-document-subtle-color", HEADER),
    ("utrecht-link-color", HEADER),
    ("utrecht-nav-bar-color", NAVIGATION),
    ("utrecht-page-footer-color", FOOTER),
    ("utrecht-button-primary-action-color", PRIMARY),
    ("utrecht-button-primary-action-color", PRIMARY_HOVER),
    ("utrecht-button-secondary-action-color", SECONDARY),
    ("utrecht-link-hover-color", SECONDARY_HOVER),
    ("nl-data-badge-color", "nl-data-badge-background-color"),
    (ERROR, PAGE),
    (ERROR, SURFACE),
    *(
        (f"utrecht-alert-{kind}-color", f"utrecht-alert-{kind}-background-color")
        for kind in ("info", "ok", "warning", "error")
    ),
]
CONTROL_ON = [
    ("utrecht-form-control-border-color", PAGE),
    ("utrecht-form-control-border-color", SURFACE),
    ("utrecht-form-control-border-color", TINT),
    (PRIMARY, PAGE),
    (PRIMARY, SURFACE),
    (PRIMARY, TINT),
    ("utrecht-nav-bar-active-border-color", NAVIGATION),
    (FOCUS, PAGE),
    (FOCUS, SURFACE),
    (FOCUS, TINT),
    (FOCUS_INVERSE, NAVIGATION),
    (FOCUS_INVERSE, FOOTER),
]


def _tokens(theme: str) -> dict[str, str]:
    shared = (CSS / "tokens.css").read_text()
    own = (CSS / "themes" / f"{theme}.css").read_text()
    return dict(TOKEN.findall(shared)) | dict(TOKEN.findall(own))


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    channels = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _too_weak(theme: str, pairs: list[tuple[str, str]], least: float) -> list[str]:
    tokens = _tokens(theme)
    return [
        f"{front} on {ground}: {_contrast(tokens[front], tokens[ground]):.2f}"
        for front, ground in pairs
        if _contrast(tokens[front], tokens[ground]) < least
    ]


@pytest.mark.parametrize("theme", THEMES)
def test_a_visitor_can_read_every_text_in_each_theme(theme):
    assert _too_weak(theme, TEXT_ON, 4.5) == []


@pytest.mark.parametrize("theme", THEMES)
def test_a_visitor_sees_every_control_and_the_focus_in_each_theme(theme):
    assert _too_weak(theme, CONTROL_ON, 3.0) == []


@pytest.mark.parametrize("theme", THEMES)
def test_a_municipality_drops_in_a_theme_that_is_tokens_and_nothing_else(theme):
    text = (CSS / "themes" / f"{theme}.css").read_text()
    rest = TOKEN.sub("", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    assert "".join(rest.split()) == ":root{}"


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_sets_the_same_tokens(theme):
    own = TOKEN.findall((CSS / "themes" / f"{theme}.css").read_text())
    first = TOKEN.findall((CSS / "themes" / f"{THEMES[0]}.css").read_text())
    assert {name for name, _ in own} == {name for name, _ in first}


def test_every_token_a_style_uses_is_set():
    known = set(re.findall(r"--((?:utrecht|nl)-[a-z0-9-]+):", (CSS / "tokens.css").read_text()))
    known |= set(_tokens(THEMES[0]))
    for path in [*CSS.glob("*.css"), *CSS.glob("pages/*.css")]:
        used = set(re.findall(r"var\(--([a-z0-9-]+)\)", path.read_text()))
        assert used <= known, path.name


def test_a_visitor_on_a_slow_line_loads_little_style():
    assert sum(path.stat().st_size for path in CSS.glob("*.css")) <= 23_000
