"""Who gets in where: every route, on both kinds of site, for every kind of person.

The routes come from the application itself, so that a new page is in the matrix by existing;
what each kind of person may do is written down here once more, apart from the code.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import pytest
from flask import Flask
from werkzeug.routing import Rule as Route

from tests.support.page_client import PageClient
from tests.support.people import ARNHEM, DUIVEN, database_of, make_account, sign_in
from tests.support.workplaces import make_organisation
from webapp.accounts.models import RoleName
from webapp.municipalities.settings import change_settings
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, PLATFORM, Rule
from webapp.web.site import WATCHED_PATHS, SiteKind

KEEP_NOTHING = {"public.resident_fit_answer", "public.resident_interests_matches"}
# Who has the secret in their address may act; a mail program posts there (RFC 8058).
OPENED_BY_A_SECRET = {"account.mail_stop"}
HOSTS = {MUNICIPALITY: "duiven.localhost:5000", PLATFORM: "localhost:5000"}
_CONSULTANT = {
    *(Permission.SEARCH_FOR_CLIENT, Permission.FOLLOW_REGISTRATIONS),
    Permission.FOLLOW_PLACEMENTS,
}
_MODERATOR = {
    *(Permission.MODERATE, Permission.ALLOW_EXCEPTIONS, Permission.EDIT_CONTENT),
    *(Permission.INVITE_STAFF, *_CONSULTANT),
}
_ADMINISTRATOR = {Permission.ADMINISTER, Permission.INVITE_STAFF}


@dataclass(frozen=True)
class Person:
    """A kind of person: their roles, and what these let them do on each kind of site."""

    roles: tuple[tuple[RoleName, str | None], ...] = ()
    is_provider: bool = False
    may_here: frozenset[Permission] = frozenset()
    may_on_platform: frozenset[Permission] = frozenset()

    def may(self, permission: Permission, kind: SiteKind) -> bool:
        allowed = self.may_here if kind is MUNICIPALITY else self.may_on_platform
        return permission is Permission.HAVE_ACCOUNT or permission in allowed


_OFFER = frozenset({Permission.OFFER_WORKPLACES})
PEOPLE: dict[str, Person | None] = {
    "anonymous": None,
    "provider": Person(is_provider=True, may_here=_OFFER, may_on_platform=_OFFER),
    "consultant": Person(roles=((RoleName.CONSULTANT, DUIVEN),), may_here=frozenset(_CONSULTANT)),
    "moderator": Person(roles=((RoleName.MODERATOR, DUIVEN),), may_here=frozenset(_MODERATOR)),
    "moderator elsewhere": Person(roles=((RoleName.MODERATOR, ARNHEM),)),
    "administrator": Person(
        roles=((RoleName.ADMINISTRATOR, None),),
        may_here=frozenset(_ADMINISTRATOR),
        may_on_platform=frozenset(_ADMINISTRATOR),
    ),
}


@pytest.mark.parametrize("kind", HOSTS)
@pytest.mark.parametrize("who", PEOPLE)
def test_every_page_lets_in_whom_its_mark_names_and_nobody_else(app, who, kind):
    browser, wrong = _browser(app, PEOPLE[who], kind), []
    app.config["WTF_CSRF_ENABLED"] = False
    with database_of(app).writing() as session:  # without it there is no such page for anybody
        change_settings(session, DUIVEN, street_map=True, finding_places_public=True)
    for route, method in _requests(app):
        expected = _expected(app, route, PEOPLE[who], kind)
        if method == "POST" and expected == "in":
            continue  # it would do what it is for
        response = browser.raw(_path(route), method)
        if _outcome(response) not in {expected, *_as_good_as(expected, route)}:
            wrong.append((method, route.endpoint, expected, response.status))
    assert wrong == []


@pytest.mark.parametrize("who", ["anonymous", "moderator", "administrator"])
@pytest.mark.parametrize("kind", HOSTS)
def test_no_form_is_taken_without_its_token(app, who, kind):
    browser = _browser(app, PEOPLE[who], kind)
    taken = [
        route.endpoint
        for route, method in _requests(app)
        if method == "POST"
        and route.endpoint not in KEEP_NOTHING | OPENED_BY_A_SECRET
        and browser.raw(_path(route), "POST").status_code not in {400, *_before_reading(app, route)}
    ]
    assert taken == []


def test_only_what_keeps_nothing_asks_no_token(app):
    """Each of them has a test of its own that nothing is written, and that no cookie is set."""
    views = app.view_functions.items()
    assert {name for name, view in views if hasattr(view, "keeps_nothing")} == KEEP_NOTHING
    assert {name for name, view in views if hasattr(view, "asks_no_token")} == OPENED_BY_A_SECRET


def _browser(app: Flask, person: Person | None, kind: SiteKind) -> PageClient:
    browser = PageClient(app, host=HOSTS[kind])
    if person is None:
        return browser
    with database_of(app).writing() as session:
        own = (make_organisation(session),) if person.is_provider else ()
        account = make_account(session, roles=person.roles, organisations=own)
    return sign_in(browser, account)


def _requests(app: Flask) -> Iterator[tuple[Route, str]]:
    for route in app.url_map.iter_rules():
        if route.endpoint == "static" or route.rule in WATCHED_PATHS:
            continue
        for method in sorted({"GET", "POST"} & (route.methods or set())):
            yield route, method


def _before_reading(app: Flask, route: Route) -> set[int]:
    """Return how a view for large files refuses strangers, before it reads a token or anything."""
    return {303, 403, 404} if hasattr(app.view_functions[route.endpoint], "most_bytes") else set()


def _path(route: Route) -> str:
    """Return an address under a route, of a thing that does not exist."""
    built = cast("Any", route).build(dict.fromkeys(route.arguments, "bbbbbbbbbb"))
    return str(built[1])


def _expected(app: Flask, route: Route, person: Person | None, kind: SiteKind) -> str:
    rule: Rule = app.view_functions[route.endpoint].access_rule  # type: ignore[attr-defined]
    if kind not in rule.sites:
        return "not here"
    if rule.permission is None:
        return "in"
    if person is None:
        return "log in first"
    return "in" if person.may(rule.permission, kind) else "refused"


def _as_good_as(expected: str, route: Route) -> set[str]:
    """Return what also shows that somebody came in: that the thing they ask for is not there."""
    return {"not here"} if expected == "in" and route.arguments else set()


def _outcome(response: Any) -> str:
    """Return what an answer comes down to."""
    if response.status_code >= 500:
        return "broken"
    location = response.headers.get("Location", "")
    return {403: "refused", 404: "not here"}.get(
        response.status_code, "log in first" if location.startswith("/inloggen") else "in"
    )
