"""Which site a request is for: the platform's own, or that of a municipality."""

from dataclasses import dataclass, replace
from enum import StrEnum
from threading import Lock
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from cachetools import LRUCache
from flask import Flask, abort, current_app, g, redirect, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from webapp.core import public_stamp
from webapp.languages import catalogues
from webapp.mail.site import MailSite
from webapp.municipalities import queries
from webapp.municipalities.models import Municipality
from webapp.municipalities.settings import (
    SAID_TO_RESIDENTS,
    MunicipalitySettings,
    find_with_settings,
    get_settings,
)
from webapp.web.freshness import must_be_exact
from webapp.web.languages import page_language
from webapp.web.ports import ports

# Reached by whatever watches over the processes, under any name.
WATCHED_PATHS = frozenset({"/healthz", "/readyz"})
# How many sites a process keeps; there are fewer municipalities.
_KEPT = 400
_NAME = "sites"
_guard = Lock()


class SiteKind(StrEnum):
    """The two kinds of site."""

    PLATFORM = "platform"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True)
class Site:
    """A site: its kind, how it is called, how it looks and who helps there."""

    kind: SiteKind
    name: str
    url: str
    theme: str
    help_email: str
    help_phone: str
    municipality: Municipality | None
    settings: MunicipalitySettings

    @property
    def municipality_name(self) -> str | None:
        """The name of the municipality, if it is the site of one."""
        return self.municipality.name if self.municipality else None

    @property
    def for_mail(self) -> MailSite:
        """The site as a mail names it."""
        return MailSite(name=self.name, url=self.url, email=self.help_email)


def init_sites(app: Flask) -> None:
    """Give the application room for the sites it knows."""
    app.extensions[_NAME] = LRUCache(_KEPT)


def current_site() -> Site:
    """Return the site of this request; the platform's when the host is not known (yet)."""
    if "site" not in g:
        g.site = _platform_site()
    site: Site = g.site
    return site


def current_municipality() -> Municipality:
    """Return the municipality of this request; 404 on the platform's own site."""
    municipality = current_site().municipality
    if municipality is None:
        abort(404)
    return municipality


def resolve_site() -> Response | None:
    """Find the site by the host: 404 for an unknown subdomain, 400 for a foreign host.

    The host of a municipality that went into another leads to the same path on that one's.
    """
    if request.path in WATCHED_PATHS or request.endpoint == "static":
        return None
    subdomain = _subdomain(request.host)
    if subdomain == "":
        return None
    # A session of its own: that of the request may be a writing one, and SQLite's write lock must
    # not be held before the requests are counted, which writes too.
    with ports().database.reading(exact=must_be_exact()) as session:
        g.public_stamp = public_stamp.current(session)
        site = _site_under(subdomain, session)
        if site:
            g.site = _in_language(site)
            return None
        successor = queries.find_successor_by_slug(session, subdomain)
        if successor is None:
            abort(404)
        g.site = municipality_site(session, successor)
    return _moved(g.site)


def stamp_of_request() -> int | None:
    """Return the number of the last change that this request knows of (`core.public_stamp`)."""
    if "public_stamp" not in g:
        with ports().database.reading(exact=must_be_exact()) as session:
            g.public_stamp = public_stamp.current(session)
    stamp: int | None = g.public_stamp
    return stamp


def _site_under(subdomain: str, session: Session) -> Site | None:
    """Return the site of a municipality that takes part: every request asks, so it is kept."""
    kept: LRUCache[tuple[int, str], Site] = current_app.extensions[_NAME]
    with _guard:
        site = kept.get((g.public_stamp, subdomain))
    if site is not None:
        return site
    found = find_with_settings(session, subdomain)
    if found is None:
        return None
    site = _site_of(*found)
    if g.public_stamp is not None:
        with _guard:
            kept[g.public_stamp, subdomain] = site
    return site


def _in_language(site: Site) -> Site:
    """Return the site with what a municipality left as it was said in the language at hand."""
    if page_language().is_source:
        return site
    known = catalogues.translations(page_language().code)
    said: dict[str, Any] = {
        name: known.gettext(getattr(site.settings, name))
        for name in SAID_TO_RESIDENTS
        if getattr(site.settings, name)
    }
    return replace(site, settings=replace(site.settings, **said))


def municipality_site(session: Session, municipality: Municipality) -> Site:
    """Return the site of a municipality that takes part."""
    return _site_of(municipality, get_settings(session, municipality.code))


def _site_of(municipality: Municipality, own: MunicipalitySettings) -> Site:
    settings = ports().settings
    return Site(
        kind=SiteKind.MUNICIPALITY,
        name=own.name_of_site(municipality.name),
        url=settings.address_of(municipality.slug, ""),
        theme=own.theme,
        help_email=own.network_email or settings.platform_email,
        help_phone=own.help_phone,
        municipality=municipality,
        settings=own,
    )


def _moved(site: Site) -> Response:
    """Send a reader on to the same path on the site that took the place of this one.

    A form is not sent on: browsers do not let it go to another host (our own policy), and its
    token is only good where it came from. A page says where to do it again, and gives back
    what was typed of several words.
    """
    if request.method not in {"GET", "HEAD"}:
        g.typed_sentences = [
            text
            for name, text in request.form.items(multi=True)
            if len(text.split()) > 1 and "password" not in name
        ]
        abort(410)
    asked = urlsplit(request.url)
    return redirect(site.url + urlunsplit(("", "", asked.path, asked.query, "")), code=301)


def _platform_site() -> Site:
    settings = ports().settings
    return Site(
        kind=SiteKind.PLATFORM,
        name=settings.platform_name,
        url=settings.address_of(None, ""),
        theme="platform",
        help_email=settings.platform_email,
        help_phone="",
        municipality=None,
        settings=MunicipalitySettings(),
    )


def _subdomain(host: str) -> str:
    """Return what stands before the base domain: '' for the platform itself."""
    name = host.rsplit(":", 1)[0].lower().rstrip(".")
    base = ports().settings.base_domain
    if name == base:
        return ""
    if not name.endswith(f".{base}"):
        abort(400)
    return name.removesuffix(f".{base}")
