"""Markdown of moderators: what stays, and that nothing in it can harm."""

import re

import pytest

from webapp.content.markdown import render


def test_a_moderator_writes_paragraphs_lists_and_emphasis():
    html = render("Dit is **dik** en *schuin*.\n\n- een\n- twee\n\n3. drie")
    assert html == (
        "<p>Dit is <strong>dik</strong> en <em>schuin</em>.</p>\n"
        "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>\n"
        '<ol start="3">\n<li>drie</li>\n</ol>\n'
    )


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[klik](javascript:alert(1))",
        "[klik](  JaVaScRiPt:alert(1))",
        "[klik](data:text/html;base64,PHNjcmlwdD4=)",
        "[klik](//evil.example)",
        "[klik](/\\evil.example)",
        "[klik](vbscript:x)",
        "![plaatje](https://evil.example/volg.png)",
        "<a href='https://evil.example' onclick='x()'>klik</a>",
        "<style>body{display:none}</style>",
        "<svg/onload=alert(1)>",
        '[klik](https://voorbeeld.nl "titel" onmouseover=x)',
    ],
)
def test_html_and_tricks_in_an_answer_are_harmless(source):
    html = render(source)
    assert set(re.findall(r"<(\w+)", html)) <= {"p", "a"}
    for attributes in re.findall(r"<a ([^>]*)>", html):
        assert re.fullmatch(r'href="(/[^/"][^"]*|https://[^"]*)"', attributes)


@pytest.mark.parametrize(
    "address",
    [
        "https://voorbeeld.nl/pagina?a=1",
        "mailto:naam@voorbeeld.nl",
        "tel:+31260000000",
        "/werkplekken?q=tuin",
        "#een-vraag",
    ],
)
def test_a_link_to_a_page_a_mail_a_telephone_or_the_own_site_stays(address):
    assert render(f"[hier]({address})") == f'<p><a href="{address}">hier</a></p>\n'


def test_a_heading_never_rises_above_its_place_on_the_page():
    assert render("# Groot\n\n#### Klein", top_heading=3) == "<h3>Groot</h3>\n<h4>Klein</h4>\n"


def test_a_text_that_is_indented_or_underlined_stays_a_text():
    assert render("    vier spaties") == "<p>vier spaties</p>\n"
    assert render("Een zin\n---") == "<p>Een zin</p>\n<hr>\n"
