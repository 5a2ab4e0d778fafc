"""A page for providers: the template with the menu beside it, and what is theirs."""

from typing import Any

from flask import abort, render_template
from flask_babel import gettext as _

from webapp.permissions.principal import Principal
from webapp.web.edge import db
from webapp.web.login import current_principal
from webapp.web.navigation import item
from webapp.workplaces.models import Workplace
from webapp.workplaces.queries import get_of_organisations


def page(view: str, **context: Any) -> str:  # noqa: ANN401 (whatever the template takes)
    """Return the page of `view`, out of templates/pages/provider."""
    menu = [
        item(_("Mijn werkplekken"), "provider.overview"),
        item(_("Nieuwe werkplek"), "provider.workplace_new"),
    ]
    return render_template(f"pages/provider/{view}.html", section_navigation=menu, **context)


def provider() -> Principal:
    """Return who is signed in."""
    principal = current_principal()
    if principal is None:
        abort(403)
    return principal


def own_workplace(public_id: str) -> Workplace:
    """Return a workplace of an organisation of who is signed in; 404 for any other."""
    return get_of_organisations(db(), public_id, provider().organisation_ids)
