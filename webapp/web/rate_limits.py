"""Limits on how often something may be asked; the door to Flask-Limiter."""

from ipaddress import IPv6Address, ip_address, ip_network

from flask import Flask, request
from flask_limiter import Limiter, RouteLimit

from webapp.core.ids import hash_secret
from webapp.web.ports import Ports
from webapp.web.rate_storage import DatabaseStorage


def caller_key() -> str:
    """Return who asks: the address, and of IPv6 its /64, which is one household or one office."""
    address = ip_address(request.remote_addr or "127.0.0.1")
    if isinstance(address, IPv6Address):
        return str(ip_network((address, 64), strict=False))
    return str(address)


def field_key(field: str) -> str:
    """Return a key for a filled-in value, such as the e-mail address of who logs in."""
    return hash_secret(request.form.get(field, "").strip().lower())


limiter = Limiter(key_func=caller_key, default_limits=[], headers_enabled=False)


def per_caller(limit: str) -> RouteLimit:
    """Limit the POSTs to a view per address, such as '10 per minute'."""
    return limiter.limit(limit, methods=["POST"])


def per_field(limit: str, field: str) -> RouteLimit:
    """Limit the POSTs to a view per value of a field, such as an account's e-mail address.

    Whoever knows the address can use this limit up: keep it wide, and beside a narrow one
    `per_caller_and_field`, so that nobody can lock another person out.
    """
    return limiter.limit(limit, methods=["POST"], key_func=lambda: field_key(field))


def per_caller_and_field(limit: str, field: str) -> RouteLimit:
    """Limit the POSTs to a view per address together with the value of a field."""
    return limiter.limit(
        limit, methods=["POST"], key_func=lambda: f"{caller_key()} {field_key(field)}"
    )


def init_rate_limits(app: Flask, ports: Ports) -> None:
    """Count in the database, or in Redis when that is set."""
    settings = ports.settings
    app.config["RATELIMIT_ENABLED"] = settings.rate_limits
    app.config["RATELIMIT_STORAGE_URI"] = (
        settings.rate_limit_url or f"{DatabaseStorage.STORAGE_SCHEME[0]}://"
    )
    app.config["RATELIMIT_STRATEGY"] = "fixed-window"
    app.config["RATELIMIT_SWALLOW_ERRORS"] = True
    limiter.init_app(app)
