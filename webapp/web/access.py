"""Who may open which page: each view is marked, and what is not marked is refused."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from flask import abort, current_app, redirect, request, url_for
from werkzeug.wrappers import Response

from webapp.permissions.principal import Principal
from webapp.permissions.table import Permission, Subject, is_allowed
from webapp.web.edge import db
from webapp.web.login import current_principal
from webapp.web.site import WATCHED_PATHS, SiteKind, current_site

View = TypeVar("View", bound=Callable[..., object])
MUNICIPALITY = SiteKind.MUNICIPALITY
PLATFORM = SiteKind.PLATFORM
# Where staff without the second factor that they need is sent, whatever they ask for.
SET_UP = "account.second_factor_setup"


@dataclass(frozen=True)
class Rule:
    """On which sites a view exists, and which permission it asks (None: anyone may come).

    `is_on_the_way`: open to staff without the second factor that they need, to set it up.
    """

    sites: frozenset[SiteKind]
    permission: Permission | None
    is_on_the_way: bool = False


def anyone(*sites: SiteKind) -> Callable[[View], View]:
    """Open a view to everyone, on these kinds of site."""
    return _mark(Rule(frozenset(sites), None))


def requires(permission: Permission, *sites: SiteKind) -> Callable[[View], View]:
    """Open a view to who has `permission` for the municipality of the site."""
    return _mark(Rule(frozenset(sites), permission))


def on_the_way_in(view: View) -> View:
    """Open a view that `requires` something also to staff that has no second factor yet."""
    rule: Rule = view.access_rule  # type: ignore[attr-defined]
    return _mark(replace(rule, is_on_the_way=True))(view)


def rule_of(endpoint: str) -> Rule | None:
    """Return the mark of an endpoint's view."""
    return getattr(current_app.view_functions[endpoint], "access_rule", None)


def check_access() -> Response | None:
    """Refuse a request that its view is not open to; send who may log in to the login page."""
    if request.endpoint is None or request.endpoint == "static" or request.path in WATCHED_PATHS:
        return None
    rule = rule_of(request.endpoint)
    if rule is None:
        abort(403)
    if current_site().kind not in rule.sites:
        abort(404)
    if rule.permission is None:
        return None
    principal = current_principal()
    first = _to_do_first(principal, rule)
    if first is not None:
        return redirect(url_for(first, next=_return_path()), code=303)
    require(rule.permission, principal)
    # The counters of `rate_limits` come next, on a connection of their own: SQLite has one writer
    # at a time, so what was begun to look up who asks must not wait for what counts.
    db().rollback()
    return None


def require(
    permission: Permission,
    principal: Principal | None = None,
    *,
    organisation_id: int | None = None,
) -> Principal:
    """Return who is signed in when they have `permission` here; 403 otherwise."""
    principal = principal or current_principal()
    municipality = current_site().municipality
    subject = Subject(
        municipality_code=municipality.code if municipality else None,
        organisation_id=organisation_id,
    )
    if principal is None or not is_allowed(principal, permission, subject):
        abort(403)
    return principal


def has(permission: Permission) -> bool:
    """Tell whether who is signed in has `permission` on this site."""
    principal = current_principal()
    municipality = current_site().municipality
    subject = Subject(municipality_code=municipality.code if municipality else None)
    return principal is not None and is_allowed(principal, permission, subject)


def _mark(rule: Rule) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.access_rule = rule  # type: ignore[attr-defined]
        return view

    return mark


def _to_do_first(principal: Principal | None, rule: Rule) -> str | None:
    """Return the endpoint where somebody must go before a page that asks a permission."""
    if principal is None:
        return "account.login"
    return SET_UP if principal.lacks_second_factor and not rule.is_on_the_way else None


def _return_path() -> str | None:
    """Return where to go after logging in: only pages can be returned to."""
    return request.full_path.rstrip("?") if request.method == "GET" else None
