"""A page for providers: the template with the menu beside it, and what is theirs."""

from typing import Any

from flask import abort, render_template
from flask_babel import gettext as _

from webapp.enquiries.queries import count_waiting as count_enquiries
from webapp.organisations.models import MemberRole, Organisation
from webapp.organisations.queries import get_organisation
from webapp.permissions.principal import Principal
from webapp.permissions.table import Permission
from webapp.web.access import require
from webapp.web.edge import db
from webapp.web.login import current_principal
from webapp.web.navigation import item
from webapp.workplaces.models import Workplace
from webapp.workplaces.queries import get_of_organisations
from webapp.workplaces.remarks.queries import count_waiting as count_remarks


def page(view: str, **context: Any) -> str:  # noqa: ANN401 (whatever the template takes)
    """Return the page of `view`, out of templates/pages/provider."""
    ids = provider().organisation_ids
    menu = [
        item(_("Mijn werkplekken"), "provider.overview"),
        item(_("Nieuwe werkplek"), "provider.workplace_new"),
        item(_("Vragen"), "provider.enquiries", count=count_enquiries(db(), ids)),
        item(_("Plaatsingen"), "provider.placements"),
        item(_("Meldingen"), "provider.remarks", count=count_remarks(db(), ids)),
    ]
    return render_template(f"pages/provider/{view}.html", section_navigation=menu, **context)


def provider() -> Principal:
    """Return who is signed in."""
    principal = current_principal()
    if principal is None:
        abort(403)
    return principal


def own_organisation(public_id: str) -> Organisation:
    """Return an organisation that who is signed in acts for; 404 for any other."""
    return get_organisation(db(), public_id, provider().organisation_ids)


def managed_organisation(public_id: str) -> Organisation:
    """Return an organisation that who is signed in manages; 403 for another member."""
    organisation = own_organisation(public_id)
    require(Permission.MANAGE_ORGANISATION, organisation_id=organisation.id)
    return organisation


def is_manager(organisation: Organisation) -> bool:
    """Tell whether who is signed in manages an organisation."""
    return (organisation.id, MemberRole.MANAGER) in provider().memberships


def own_workplace(public_id: str) -> Workplace:
    """Return a workplace of an organisation of who is signed in; 404 for any other."""
    return get_of_organisations(db(), public_id, provider().organisation_ids)
