"""Pages about the site itself: on a municipality's site, and on the platform's own."""

from flask import render_template

from webapp.content.pages import base_page
from webapp.web.access import MUNICIPALITY, PLATFORM, anyone
from webapp.web.kept_pages import kept_page
from webapp.web.public.blueprint import blueprint
from webapp.web.site import SiteKind, current_site


@blueprint.get("/contact")
@kept_page()
@anyone(MUNICIPALITY, PLATFORM)
def contact() -> str:
    """Say where which question can be asked."""
    return _text("contact")


@blueprint.get("/privacy")
@kept_page()
@anyone(MUNICIPALITY, PLATFORM)
def privacy() -> str:
    """Say what is done with personal data."""
    return _text("privacy")


@blueprint.get("/cookies")
@kept_page()
@anyone(MUNICIPALITY, PLATFORM)
def cookies() -> str:
    """Say which cookies there are, and when another site sees a visitor."""
    return render_template(
        "pages/public/cookies.html",
        page=base_page("cookies"),
        has_street_map=current_site().settings.street_map,
    )


@blueprint.get("/toegankelijkheid")
@kept_page()
@anyone(MUNICIPALITY, PLATFORM)
def accessibility() -> str:
    """Show the accessibility statement (standards: Accessibility)."""
    return _text("toegankelijkheid")


@blueprint.get("/werkplekken/uitleg")
@kept_page()
@anyone(MUNICIPALITY)
def search_help() -> str:
    """Explain how searching works, and how results are ordered."""
    return _text("zoeken-uitleg")


def _text(name: str) -> str:
    is_platform = current_site().kind is SiteKind.PLATFORM
    page = base_page(f"platform-{name}" if is_platform else name)
    return render_template("pages/public/text.html", page=page)
