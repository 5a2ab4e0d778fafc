"""What every page must be (standards.md), as far as its source shows."""

from xml.etree.ElementTree import Element

import html5lib
from html5lib.constants import namespaces
from werkzeug.test import TestResponse

from tests.support import html
from webapp.languages import catalogues
from webapp.web.languages import prefix_of

_CONTROLS = ("input", "select", "textarea")
_UNLABELLED_TYPES = {"hidden", "submit", "button"}
# What these forms send is kept nowhere (`edge.keeps_nothing`), so they need no token.
_STATELESS = {"/inwoners/iets-voor-mij", "/inwoners/wat-vind-ik-leuk"}
# What html5lib reports of a document that is well all the same.
_HARMLESS: set[str] = set()
_MOST_BYTES = 100_000
# What shows an error: a summary, a field, or a message at the top of the page.
_ERRORS = {"error-summary", "field-error", "alert-error"}


def parse_strictly(response: TestResponse) -> Element:
    """Return the tree of a page; anything that a parser must mend is an error."""
    assert response.mimetype == "text/html", response.mimetype
    parser = html5lib.HTMLParser(namespaceHTMLElements=True)
    tree: Element = parser.parse(response.get_data(as_text=True))
    found = [(position, code) for position, code, _ in parser.errors if code not in _HARMLESS]
    assert not found, f"not valid HTML: {found[:5]}"
    return _without_html_namespace(tree)


def check(tree: Element, response: TestResponse) -> None:
    """Assert everything that holds for each page."""
    check_headers(response)
    _check_head(tree)
    _check_ids(tree)
    _check_controls(tree)
    _check_forms(tree)
    _check_focus(tree)
    _check_no_inline_code(tree)
    _check_images_and_links(tree)
    assert len(response.get_data()) <= _MOST_BYTES, "the page is heavier than 100 kB"


def check_headers(response: TestResponse) -> None:
    """Assert the headers that every response carries."""
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    for cookie in response.headers.getlist("Set-Cookie"):
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert "Domain=" not in cookie
        assert response.headers["Cache-Control"] == "no-store"


def _check_head(tree: Element) -> None:
    language = catalogues.find(html.only(tree, "html").get("lang", ""))
    assert html.only(tree, "html").get("lang") == language.code
    assert html.only(tree, "html").get("dir") == language.direction
    error = catalogues.translations(language.code).gettext("Fout:") + " "
    heading = html.text_of(html.only(tree, "h1"))
    title = html.text_of(html.only(tree, "title"))
    assert heading, "the h1 is empty"
    assert title.removeprefix(error).startswith(heading), (
        f"{title!r} does not start with {heading!r}"
    )
    shows_error = any(_ERRORS & set((each.get("class") or "").split()) for each in tree.iter())
    assert title.startswith(error) is shows_error, (
        f"{title!r} on a page {'with' if shows_error else 'without'} an error"
    )


def _check_ids(tree: Element) -> None:
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    doubles = {each for each in ids if ids.count(each) > 1}
    assert not doubles, f"ids that occur twice: {doubles}"
    known = set(ids)
    for element in tree.iter():
        for attribute in ("aria-describedby", "aria-labelledby", "for"):
            for target in (element.get(attribute) or "").split():
                assert target in known, f"{attribute} points to {target!r}, which is not there"


def _check_controls(tree: Element) -> None:
    labelled = {label.get("for") for label in html.all_of(tree, "label")}
    for tag in _CONTROLS:
        for control in html.all_of(tree, tag):
            if control.get("type") in _UNLABELLED_TYPES:
                continue
            name = control.get("name")
            assert control.get("id") in labelled, f"no visible label for {name!r}"
            assert control.get("placeholder") is None, f"{name!r} has a placeholder"
            assert control.get("required") is None, f"{name!r} calls up the browser's own bubble"
    for button in html.all_of(tree, "button"):
        assert html.text_of(button), "a button without words"
        assert button.get("disabled") is None, "a disabled button"


def _check_focus(tree: Element) -> None:
    """The focus begins at what must be mended, else at what was done, else at the top."""
    led_to = [element for element in tree.iter() if element.get("autofocus") is not None]
    wrong = [element for element in tree.iter() if element.get("class") == "error-summary"]
    done = [element for element in tree.iter() if element.get("class") == "messages"]
    assert led_to == (wrong or done), "the focus does not begin at what there is to tell"


def _check_forms(tree: Element) -> None:
    for form in html.all_of(tree, "form"):
        assert form.get("action"), "a form that does not say where it goes"
        action = (form.get("action") or "").removeprefix(_prefix_of(tree))
        if (form.get("method") or "get").lower() == "post" and action not in _STATELESS:
            assert "csrf_token" in html.field_names(form), "a POST form without CSRF token"


def _prefix_of(tree: Element) -> str:
    """Return how the addresses begin that are in the language of a page."""
    return prefix_of(catalogues.find(html.only(tree, "html").get("lang", "")))


def _check_no_inline_code(tree: Element) -> None:
    for element in tree.iter():
        assert element.get("style") is None, "an inline style"
        assert not [name for name in element.attrib if str(name).startswith("on")], "inline code"
        if element.tag == "script" and element.get("type") != "application/ld+json":
            assert element.get("src"), "an inline script"
        assert element.tag != "style", "a style element"


def _check_images_and_links(tree: Element) -> None:
    for image in html.all_of(tree, "img"):
        assert image.get("alt") is not None, "an image without alt"
    for link in html.all_of(tree, "a"):
        assert html.text_of(link), f"a link without words to {link.get('href')}"
    ids = {element.get("id") for element in tree.iter()}
    skip = html.all_of(html.only(tree, "body"), "a")[0]
    assert skip.get("href", "")[1:] in ids, "the first link does not skip to the content"


def _without_html_namespace(tree: Element) -> Element:
    prefix = f"{{{namespaces['html']}}}"
    for element in tree.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.removeprefix(prefix)
    return tree
