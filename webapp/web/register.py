"""What the web room adds to the application, in the order in which a request meets it."""

import hashlib
from pathlib import Path
from typing import Any

from flask import Flask
from flask_babel import Babel
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from webapp.web import edge, health, navigation
from webapp.web.access import check_access
from webapp.web.blueprints import BLUEPRINTS
from webapp.web.browser_sessions import DatabaseSessions
from webapp.web.errors import init_errors
from webapp.web.filters import init_filters
from webapp.web.headers import add_security_headers
from webapp.web.login import current_principal, init_login
from webapp.web.plain_text import refuse_nul
from webapp.web.ports import Ports
from webapp.web.rate_limits import init_rate_limits
from webapp.web.referrer import forget_broken_referrer
from webapp.web.refusals import log_refusal
from webapp.web.site import current_site, resolve_site
from webapp.web.texts import init_texts

_LARGEST_FORM = 1024 * 1024


def register(app: Flask, ports: Ports) -> None:
    """Put everything of this room into `app`."""
    settings = ports.settings
    app.extensions["webapp"] = ports
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=_LARGEST_FORM,
        MAX_FORM_MEMORY_SIZE=_LARGEST_FORM,
        WTF_CSRF_TIME_LIMIT=None,
        BABEL_DEFAULT_LOCALE="nl",
        BABEL_DEFAULT_TIMEZONE="Europe/Amsterdam",
    )
    if settings.trusted_proxies:
        count = settings.trusted_proxies
        proxied = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)
        app.wsgi_app = proxied  # type: ignore[method-assign]
    app.session_interface = DatabaseSessions(ports.database, secure=settings.production)
    app.url_map.strict_slashes = True
    Babel(app)
    app.before_request(resolve_site)
    app.before_request(refuse_nul)
    app.before_request(forget_broken_referrer)
    init_rate_limits(app, ports)
    CSRFProtect(app)
    init_login(app)
    app.before_request(check_access)
    app.after_request(add_security_headers)
    app.after_request(log_refusal)
    app.teardown_request(edge.close)
    app.context_processor(_context)
    app.url_defaults(_version_of_static(app))
    init_filters(app)
    init_texts(app)
    init_errors(app)
    app.register_blueprint(health.blueprint)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)


def _context() -> dict[str, Any]:
    """Return what every template may use."""
    return {
        "site": current_site(),
        "navigation": navigation.primary(),
        "account_navigation": navigation.of_account(),
        "signed_in": current_principal() is not None,
    }


def _version_of_static(app: Flask) -> Any:  # noqa: ANN401 (Flask's own callback type)
    """Return a callback that puts a version behind the address of a static file."""
    versions: dict[str, str] = {}

    def add_version(endpoint: str, values: dict[str, Any]) -> None:
        name = values.get("filename")
        if endpoint != "static" or not name:
            return
        if name not in versions:
            file = Path(str(app.static_folder)) / name
            versions[name] = hashlib.sha256(file.read_bytes()).hexdigest()[:8]
        values["v"] = versions[name]

    return add_version
