"""What the web room adds to the application, in the order in which a request meets it."""

from typing import Any

from flask import Flask
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from webapp.web import edge, health, navigation
from webapp.web.access import check_access
from webapp.web.assets import init_assets
from webapp.web.blueprints import BLUEPRINTS
from webapp.web.browser_sessions import DatabaseSessions, refuse_unread_session
from webapp.web.counting import init_counting
from webapp.web.errors import init_errors
from webapp.web.filters import init_filters
from webapp.web.headers import add_security_headers
from webapp.web.kept_html import init_kept_html
from webapp.web.kept_pages import answer_with_kept_page, init_kept_pages
from webapp.web.languages import choices, init_languages, page_language
from webapp.web.login import current_principal, init_login
from webapp.web.plain_text import refuse_nul
from webapp.web.ports import Ports
from webapp.web.privacy_facts import init_privacy_facts
from webapp.web.rate_limits import init_rate_limits
from webapp.web.receiving import let_files_through
from webapp.web.referrer import forget_broken_referrer
from webapp.web.refusals import log_refusal
from webapp.web.site import current_site, init_sites, resolve_site
from webapp.web.texts import init_texts

_LARGEST_FORM = 1024 * 1024
_PARTS = (
    init_assets,
    init_counting,
    init_filters,
    init_kept_html,
    init_privacy_facts,
    init_kept_pages,
    init_sites,
    init_texts,
    init_errors,
)


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
    init_languages(app)
    app.before_request(resolve_site)
    app.before_request(refuse_unread_session)
    app.before_request(let_files_through)
    app.before_request(refuse_nul)
    app.before_request(forget_broken_referrer)
    app.before_request(answer_with_kept_page)
    init_rate_limits(app, ports)
    protection = CSRFProtect(app)
    init_login(app)
    app.before_request(check_access)
    app.after_request(add_security_headers)
    app.after_request(log_refusal)
    app.teardown_request(edge.close)
    app.context_processor(_context)
    for init in _PARTS:
        init(app)
    app.register_blueprint(health.blueprint)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    for view in app.view_functions.values():
        if getattr(view, "keeps_nothing", False) or getattr(view, "asks_no_token", False):
            protection.exempt(view)


def _context() -> dict[str, Any]:
    """Return what every template may use."""
    return {
        "site": current_site(),
        "page_language": page_language(),
        "languages": choices(),
        "navigation": navigation.primary(),
        "account_navigation": navigation.of_account(),
        "signed_in": current_principal() is not None,
    }
