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


def item(label: str, endpoint: str, *, count: int | None = None) -> Item:
    """Return a link to `endpoint`, marked when that is the page at hand."""
    url = url_for(endpoint)
    return Item(label, url, current=request.root_path + request.path == url, count=count)


def primary() -> list[Item]:
    """Return the main menu of the site at hand."""
    if current_site().kind is SiteKind.PLATFORM:
        return []
    menu = [
        (_("Werkplekken zoeken"), "public.search"),
        (_("Voor inwoners"), "public.residents"),
        (_("Voor werkgevers"), "public.employers"),
        (_("Veelgestelde vragen"), "public.faq"),
    ]
    if current_site().settings.finding_places_public:
        menu.append((_("Vindplaatsen"), "public.finding_places"))
    in_dutch = page_language().is_source
    return [item(label, at) for label, at in menu if in_dutch or is_on_journey(at)]


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
