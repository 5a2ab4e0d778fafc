"""Limits on how often something may be asked; the door to Flask-Limiter."""

from ipaddress import IPv6Address, IPv6Network, ip_address
from time import time

from flask import Flask, Response, request, session
from flask_limiter import Limiter, RouteLimit
from limits import parse

from webapp.core.errors import InvalidInputError
from webapp.core.ids import hash_secret
from webapp.mail.addresses import normalise
from webapp.web.ports import Ports, ports
from webapp.web.rate_storage import DatabaseStorage, LenientWindow

# What a form answers that it refuses.
_REFUSED = 422


def caller_key() -> str:
    """Return who asks: the address, and of IPv6 its /64, which is one household or one office.

    What a proxy writes that is no address counts as one caller: nobody goes uncounted.
    """
    try:
        address = ip_address(_without_port(request.remote_addr or ""))
    except ValueError:
        return "unknown"
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(IPv6Network((int(address), 64), strict=False))


def address_key(email: str) -> str:
    """Return a key for a mailbox, the same however its address is spelled."""
    try:
        return hash_secret(normalise(email))
    except InvalidInputError:
        return hash_secret(email.strip().lower())


def field_key(field: str) -> str:
    """Return a key for the e-mail address that was filled in, as by who logs in."""
    return address_key(request.form.get(field, ""))


limiter = Limiter(key_func=caller_key, default_limits=[], headers_enabled=False)
# Searches are counted by each process for itself: to write a row took a fifth of the time of a
# program's search on SQLite, and longer where it waited for the database's one writer.
_search_limiter = Limiter(
    key_func=caller_key, default_limits=[], headers_enabled=False, storage_uri="memory://"
)


def per_caller(limit: str) -> RouteLimit:
    """Limit the POSTs to a view per address, such as '10 per minute'."""
    return limiter.limit(limit, methods=["POST"])


def per_caller_and_field(limit: str, field: str) -> RouteLimit:
    """Limit the POSTs to a view per address together with an e-mail address in a field.

    There is no such limit per field alone: whoever knows the e-mail address of another person
    could use it up.
    """
    return limiter.limit(limit, methods=["POST"], key_func=lambda: _caller_and_field(field))


def failures_per_caller(limit: str) -> RouteLimit:
    """Limit the POSTs that a view refused, per address."""
    return limiter.limit(limit, methods=["POST"], deduct_when=_was_refused)


def failures_per_caller_and_field(limit: str, field: str) -> RouteLimit:
    """Limit the POSTs that a view refused, as `per_caller_and_field`."""
    return limiter.limit(
        limit,
        methods=["POST"],
        key_func=lambda: _caller_and_field(field),
        deduct_when=_was_refused,
    )


def failures_per_account(limit: str) -> RouteLimit:
    """Limit the POSTs that a view refused, per account that is signed in."""
    return limiter.limit(
        limit,
        methods=["POST"],
        key_func=lambda: f"account {getattr(session, 'account_id', None)}",
        deduct_when=_was_refused,
    )


def searches_per_caller() -> RouteLimit:
    """Limit the searches with a view per address, to what the settings say."""
    return _search_limiter.limit(lambda: f"{ports().settings.search_limit} per minute")


def is_within(limit: str, key: str) -> bool:
    """Count once under `key`; tell whether that was within `limit`.

    For what is left undone without a word. SQLite has one writer at a time, so ask this before
    the view asks its own session anything.
    """
    return not ports().settings.rate_limits or limiter.limiter.hit(parse(limit), key)


def seconds_to_wait() -> int | None:
    """Return how long the limit that stopped this request still lasts, if one did."""
    limits = (each.current_limit for each in (limiter, _search_limiter))
    breached = [each.reset_at for each in limits if each and each.breached]
    return max(1, int(max(breached) - time())) if breached else None


def init_rate_limits(app: Flask, ports: Ports) -> None:
    """Count in the database, or in Redis when that is set."""
    settings = ports.settings
    app.config["RATELIMIT_ENABLED"] = settings.rate_limits
    app.config["RATELIMIT_STORAGE_URI"] = (
        settings.rate_limit_url or f"{DatabaseStorage.STORAGE_SCHEME[0]}://"
    )
    app.config["RATELIMIT_STRATEGY"] = LenientWindow.NAME
    limiter.init_app(app)
    _search_limiter.init_app(app)


def _without_port(address: str) -> str:
    if address.startswith("["):
        return address[1:].partition("]")[0]
    return address.partition(":")[0] if address.count(":") == 1 else address


def _caller_and_field(field: str) -> str:
    return f"{caller_key()} {field_key(field)}"


def _was_refused(response: Response) -> bool:
    return response.status_code == _REFUSED
