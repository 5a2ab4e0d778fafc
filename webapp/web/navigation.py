"""The menus: what stands in them, and which item is the page at hand."""

from dataclasses import dataclass

from flask import request, url_for
from flask_babel import gettext as _

from webapp.permissions.table import Permission
from webapp.web.access import has
from webapp.web.languages import is_on_journey, page_language
from webapp.web.login import current_principal
from webapp.web.site import SiteKind, current_site


@dataclass(frozen=True)
class Item:
    """One link of a menu; `count` is how many things wait there."""

    label: str
    url: str
    current: bool
    count: int | None = None
    only_in_dutch: bool = False


def item(label: str, endpoint: str, *, count: int | None = None) -> Item:
    """Return a link to `endpoint`, marked when that is the page at hand."""
    url = url_for(endpoint)
    return Item(
        label,
        url,
        current=request.root_path + request.path == url,
        count=count,
        only_in_dutch=not (page_language().is_source or is_on_journey(endpoint)),
    )


def primary() -> list[Item]:
    """Return the main menu of the site at hand."""
    if current_site().kind is SiteKind.PLATFORM:
        return []
    found = current_site().settings.finding_places_public
    return [
        item(_("Werkplekken zoeken"), "public.search"),
        item(_("Voor inwoners"), "public.residents"),
        item(_("Voor werkgevers"), "public.employers"),
        item(_("Veelgestelde vragen"), "public.faq"),
        *([item(_("Vindplaatsen"), "public.finding_places")] if found else []),
    ]


def of_account() -> list[Item]:
    """Return the links of who is signed in: what this person may do on this site."""
    principal = current_principal()
    if principal is None:
        return []
    items = [item(_("Mijn account"), "account.overview")]
    if current_site().kind is SiteKind.MUNICIPALITY:
        if principal.memberships:
            items.insert(0, item(_("Mijn werkplekken"), "provider.overview"))
        if has(Permission.SEARCH_FOR_CLIENT):
            items.insert(0, item(_("Consulent"), "consultant.overview"))
        if has(Permission.MODERATE):
            items.insert(0, item(_("Moderatie"), "moderator.queue"))
    elif has(Permission.ADMINISTER):
        items.insert(0, item(_("Beheer"), "admin.overview"))
    return items
