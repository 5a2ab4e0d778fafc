"""Nothing that anybody sends breaks a page: every route, with what no browser would send.

The routes come from the application, the forms from its own pages.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import html5lib
import pytest
from flask import Flask
from sqlalchemy import select

from tests.support import html
from tests.support.page_client import PageClient
from tests.support.people import DUIVEN, database_of, make_account, sign_in
from tests.support.registrations import make_registration
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts.models import RoleName
from webapp.workplaces.models import VersionStatus, Workplace

# As they travel: a NUL, a surrogate alone, bytes that are no UTF-8, more digits than Python reads.
HOSTILE = ["%00", "a%00b", "%ED%A0%80", "%FF%FE", "9" * 5000, "%C2%B2", "-1", "x" * 10_000]
QUERY = ("pagina", "status", "q", "postcode", "waar", "binnen", "next", "gemeente", "sorteer")
_ENDS_THE_SESSION = ("/uitloggen", "/overal-uitloggen")
_NO_PAGES = {"static", "health.process", "health.readiness"}
_OURS = {"", "csrf_token"}
_FILE = '--x\r\nContent-Disposition: form-data; name="{}"; filename="a.txt"\r\n\r\nabc\r\n'
_MOST_PER_PATTERN = 12


@dataclass(frozen=True)
class Sent:
    """A form on a page: where it goes, and the fields it has."""

    path: str
    fields: frozenset[str]


@pytest.fixture
def busy_site(app):
    """A site with one of everything that a page can be about."""
    with database_of(app).writing() as session:
        organisation = make_organisation(session)
        make_workplace(session, organisation=organisation)
        make_workplace(session, organisation=organisation, status=VersionStatus.DRAFT)
        make_workplace(session, organisation=organisation, status=VersionStatus.SUBMITTED)
        make_registration(session)
        roles = ((RoleName.MODERATOR, DUIVEN), (RoleName.CONSULTANT, DUIVEN))
        staff = make_account(session, roles=roles, organisations=(organisation,))
        administrator = make_account(session, roles=((RoleName.ADMINISTRATOR, None),))
    browsers = [
        PageClient(app),
        sign_in(PageClient(app), staff),
        sign_in(PageClient(app, host="localhost:5000"), administrator),
    ]
    for browser in browsers:
        browser.client.environ_base["HTTP_X_CSRFTOKEN"] = _token(browser)
    return browsers


def test_no_address_breaks_a_page(app, busy_site):
    segments = ["a%00b", "%ED%A0%80", "%FF", "9" * 5000, "..%2F..", "%3Cscript%3E"]
    query = "&".join(f"{name}={value}" for name in QUERY for value in HOSTILE[:4])
    long_query = "&".join(f"{name}={'9' * 2000}" for name in QUERY)
    for browser in busy_site:
        for route in app.url_map.iter_rules():
            if "GET" not in (route.methods or set()) or route.endpoint in _NO_PAGES:
                continue
            if route.arguments:
                paths = [_path(route, segment) for segment in segments]
            else:
                paths = [f"{route.rule}?{query}", f"{route.rule}?{long_query}"]
            for path in paths:
                _assert_whole(browser, path)


def test_no_form_breaks_a_page(app, busy_site):
    for browser in busy_site:
        for sent in sorted(_forms(app, browser), key=lambda form: form.path):
            if sent.path.endswith(_ENDS_THE_SESSION):
                continue
            for value in HOSTILE:
                body = "&".join(f"{name}={value}" for name in sorted(sent.fields))
                _assert_whole(browser, sent.path, body)
            twice = "&".join(f"{name}=1&{name}=2" for name in sorted(sent.fields))
            _assert_whole(browser, sent.path, twice)


def test_no_kind_of_body_breaks_a_form(app, busy_site):
    _anonymous, staff, _administrator = busy_site
    for route in app.url_map.iter_rules():
        if "POST" not in (route.methods or set()) or route.rule.endswith(_ENDS_THE_SESSION):
            continue
        path = _path(route, "bbbbbbbbbb")
        for kind in ("application/json", "multipart/form-data", "multipart/form-data; boundary=x"):
            _assert_whole(staff, path, '{"a": [', content_type=kind)


def test_a_file_in_place_of_a_text_breaks_no_form(app, busy_site):
    for browser in busy_site:
        for sent in sorted(_forms(app, browser), key=lambda form: form.path):
            if sent.path.endswith(_ENDS_THE_SESSION):
                continue
            parts = [_FILE.format(name) for name in sorted(sent.fields)]
            body = "".join(parts) + "--x--\r\n"
            _assert_whole(browser, sent.path, body, "multipart/form-data; boundary=x")


@pytest.mark.parametrize("body", ["[1]", '"a"', "1", '{"email": ["a"], "password": {"b": 1}}'])
def test_json_in_place_of_a_form_breaks_nothing(busy_site, body):
    for path in ("/inloggen", "/wachtwoord-vergeten"):
        _assert_whole(busy_site[0], path, body, "application/json")


@pytest.mark.parametrize("referrer", ["http://[kapot", "http://duiven.localhost:x/", "\\"])
def test_a_referrer_that_is_no_address_breaks_no_page(app, busy_site, referrer):
    secure = PageClient(app, secure=True)
    secure.get("/inloggen")
    secure.pages[-1].url = referrer
    secure.post_raw("/inloggen", {"csrf_token": _token(secure)}, status=400)
    anonymous, *_staff = busy_site
    anonymous.client.environ_base["HTTP_REFERER"] = referrer
    with database_of(app).reading() as session:
        public_id = session.scalars(
            select(Workplace.public_id).where(Workplace.published_version_id.is_not(None))
        ).first()
    workplace = anonymous.raw(f"/werkplekken/x-{public_id}").headers["Location"]
    for path in ("/", "/werkplekken", workplace, "/inloggen"):
        _assert_whole(anonymous, path)


def test_a_form_that_is_too_large_is_refused_with_a_page(visitor):
    body = "email=" + "x" * (1024 * 1024)
    response = _send(visitor, "/inloggen", body)
    assert response.status_code == 413
    assert "<h1" in response.text


def _forms(app: Flask, browser: PageClient) -> set[Sent]:
    """Return the POST forms on the pages that can be reached by links."""
    router = app.url_map.bind("")
    waiting = [rule.rule for rule in app.url_map.iter_rules() if not rule.arguments]
    seen: dict[str, list[str]] = {}
    found: set[Sent] = set()
    while waiting:
        path = urlsplit(waiting.pop(0)).path
        if not router.test(path, "GET"):
            continue
        pages = seen.setdefault(str(router.match(path, "GET")[0]), [])
        if path in pages or len(pages) >= _MOST_PER_PATTERN:
            continue
        pages.append(path)
        response = browser.raw(path)
        if response.status_code != 200 or response.mimetype != "text/html":
            continue
        tree = html5lib.parse(response.text, namespaceHTMLElements=False)
        waiting += [urljoin(path, a.get("href", "")) for a in html.all_of(tree, "a")]
        found |= {
            Sent(
                urljoin(path, form.get("action") or ""),
                frozenset(html.field_names(form) - {"", "csrf_token"}),
            )
            for form in html.all_of(tree, "form")
            if (form.get("method") or "").lower() == "post"
        }
    return found


def _path(route: Any, segment: str) -> str:
    """Return the address under a route with this, as it travels, for each argument."""
    path: str = route.rule
    for name in route.arguments:
        path = path.replace(f"<{name}>", segment)
    return path


def _assert_whole(
    browser: PageClient,
    path: str,
    body: str | None = None,
    content_type: str = "application/x-www-form-urlencoded",
) -> None:
    response = _send(browser, path, body, content_type)
    assert response.status_code < 500, f"{path[:200]} {(body or '')[:300]}: {response.status}"


def _token(browser: PageClient) -> str:
    """Return the token that the forms of this browser carry; as a header it serves any form."""
    signed_in_or_not = browser.raw("/account"), browser.raw("/wachtwoord-vergeten")
    (found, *_more) = [
        element.get("value", "")
        for response in signed_in_or_not
        for element in html5lib.parse(response.text, namespaceHTMLElements=False).iter("input")
        if element.get("name") == "csrf_token"
    ]
    return found


def _send(
    browser: PageClient,
    path: str,
    body: str | None,
    content_type: str = "application/x-www-form-urlencoded",
) -> Any:
    """Send a request byte for byte."""
    return browser.client.open(
        path,
        method="GET" if body is None else "POST",
        base_url=f"http://{browser.host}",
        data=None if body is None else body.encode(),
        content_type=None if body is None else content_type,
        buffered=True,  # as a server does: a file that is sent as it is made is ended
    )
