"""What programs ask of a site: what to read, where its pages are, where to report a leak."""

from datetime import datetime, time, timedelta

from flask import Response, render_template, url_for

from webapp.core import clock
from webapp.web.access import MUNICIPALITY, PLATFORM, anyone
from webapp.web.edge import db
from webapp.web.organisation_page import organisation_path
from webapp.web.ports import ports
from webapp.web.public.blueprint import blueprint
from webapp.web.site import current_site
from webapp.web.workplace_links import path_of
from webapp.workplaces.public import public_of_municipality

_ON_EVERY_SITE = (
    "public.home", "public.contact", "public.privacy", "public.cookies", "public.accessibility",
)  # fmt: skip
_OF_MUNICIPALITY = (
    "public.search", "public.search_help", "public.residents", "public.resident_fit",
    "public.resident_interests", "public.employers", "public.faq", "public.ladder",
    "public.products", "public.tariffs",
)  # fmt: skip
_WHERE_SHOWN = ("public.finding_places", "public.matrix")
# A security.txt must expire within a year (RFC 9116); ours always has half a year to go.
_SECURITY_LIFE = timedelta(days=182)


@blueprint.get("/robots.txt")
@anyone(MUNICIPALITY, PLATFORM)
def robots() -> Response:
    """Let programs read what everyone may read, and tell them where the sitemap is."""
    return _plain(
        "User-agent: *",
        "Disallow: /moderatie",
        "Disallow: /consulent",
        f"Sitemap: {current_site().url}{url_for('public.sitemap')}",
    )


@blueprint.get("/sitemap.xml")
@anyone(MUNICIPALITY, PLATFORM)
def sitemap() -> Response:
    """List the public pages, and the workplaces in public view here with their organisations."""
    site = current_site()
    addresses = [site.url + url_for(endpoint) for endpoint in _ON_EVERY_SITE]
    workplaces: list[tuple[str, datetime | None]] = []
    if site.municipality is not None:
        addresses += [site.url + url_for(endpoint) for endpoint in _OF_MUNICIPALITY]
        if site.settings.finding_places_public:
            addresses += [site.url + url_for(endpoint) for endpoint in _WHERE_SHOWN]
        found = public_of_municipality(db(), site.municipality.code)
        workplaces = [(site.url + path_of(each), each.published_at) for each in found]
        organisations = {each.organisation_id: each.organisation for each in found}
        addresses += [site.url + organisation_path(each) for each in organisations.values()]
    xml = render_template("pages/public/sitemap.xml", addresses=addresses, workplaces=workplaces)
    return Response(xml, mimetype="application/xml")


@blueprint.get("/.well-known/security.txt")
@anyone(MUNICIPALITY, PLATFORM)
def security() -> Response:
    """Say where a weakness can be reported (RFC 9116)."""
    expires = datetime.combine(clock.today() + _SECURITY_LIFE, time(), clock.AMSTERDAM)
    return _plain(
        f"Contact: mailto:{ports().settings.platform_email}",
        f"Expires: {expires.isoformat()}",
        "Preferred-Languages: nl, en",
        f"Canonical: {current_site().url}{url_for('public.security')}",
    )


def _plain(*lines: str) -> Response:
    return Response("".join(f"{line}\n" for line in lines), mimetype="text/plain")
