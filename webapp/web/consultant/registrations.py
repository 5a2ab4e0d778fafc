"""The registrations of the municipality."""

from typing import Any

from flask import Response, request, url_for
from flask_babel import gettext as _

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.registrations import labels, queries
from webapp.registrations.models import RegistrationStatus
from webapp.registrations.operations import look_at_list
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.edge import db, writes
from webapp.web.paging import asked_page
from webapp.web.site import current_municipality

# How the statuses are called in an address.
_NAMES = {
    "nieuw": RegistrationStatus.NEW,
    "contact": RegistrationStatus.CONTACTED,
    "orientatie": RegistrationStatus.ORIENTATION,
    "geplaatst": RegistrationStatus.PLACED,
    "afgesloten": RegistrationStatus.CLOSED,
    "ingetrokken": RegistrationStatus.WITHDRAWN,
}


@blueprint.get("/consulent/aanmeldingen")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
@writes
def registrations() -> Response:
    """Show the registrations, newest first, of all statuses or of one; log whose were seen."""
    code = current_municipality().code
    status = _NAMES.get(request.args.get("status", ""))
    counts = queries.counts_by_status(db(), code)
    paging = asked_page(counts[status] if status else sum(counts.values()))
    listed = queries.list_of(db(), code, status=status, offset=paging.offset, limit=paging.size)
    look_at_list(
        db(),
        listed,
        municipality_code=code,
        purpose="follow_up",
        actor=require(Permission.FOLLOW_REGISTRATIONS).actor,
        now=clock.now(),
    )
    return page(
        "registrations",
        listed=listed,
        paging=paging,
        status_labels=labels.STATUSES,
        choices=_choices(counts, status),
    )


def _choices(
    counts: dict[RegistrationStatus, int], chosen: RegistrationStatus | None
) -> list[dict[str, Any]]:
    """Return the links to all registrations and to those of each status, with their counts."""
    everything = {
        "label": _("Alle"),
        "url": url_for("consultant.registrations"),
        "count": sum(counts.values()),
        "current": chosen is None,
    }
    return [everything] + [
        {
            "label": _(labels.STATUSES[status]),
            "url": url_for("consultant.registrations", status=name),
            "count": counts[status],
            "current": chosen is status,
        }
        for name, status in _NAMES.items()
    ]
