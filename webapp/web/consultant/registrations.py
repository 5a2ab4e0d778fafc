"""The registrations of the municipality."""

from typing import Any

from flask import Response, request, url_for
from flask_babel import gettext as _

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.registrations import labels, queries
from webapp.registrations.models import RegistrationStatus
from webapp.registrations.operations import look_at_list
from webapp.registrations.patience import Patience
from webapp.registrations.queries import Wanted
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.consultant.registration import patience
from webapp.web.edge import db, writes
from webapp.web.paging import asked_page
from webapp.web.site import current_municipality

# How the statuses are called in an address.
_NAMES = {
    "nieuw": RegistrationStatus.NEW,
    "intake": RegistrationStatus.INTAKE,
    "orientatie": RegistrationStatus.ORIENTATION,
    "advies": RegistrationStatus.ADVICE,
    "traject": RegistrationStatus.TRAJECTORY,
    "afgerond": RegistrationStatus.COMPLETED,
    "gestopt": RegistrationStatus.STOPPED,
    "ingetrokken": RegistrationStatus.WITHDRAWN,
}


@blueprint.get("/consulent/aanmeldingen")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
@writes
def registrations() -> Response:
    """Show the registrations, newest first, of all statuses or of one; log whose were seen."""
    code = current_municipality().code
    limits = patience()
    views = _views(limits)
    name = request.args.get("status", "")
    wanted = views.get(name, Wanted())
    counts = _counts(code, views)
    paging = asked_page(counts[name if name in views else ""])
    listed = queries.list_of(db(), code, wanted, offset=paging.offset, limit=paging.size)
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
        waits_long=[each.id for each in listed if limits.is_over(each)],
        choices=_choices(counts, name if name in views else ""),
    )


def _views(limits: Patience) -> dict[str, Wanted]:
    """Return what can be looked at, by its name in the address."""
    own_id = require(Permission.FOLLOW_REGISTRATIONS).account_id
    return {
        "": Wanted(),
        "mijn": Wanted(assignee_id=own_id),
        "nieuw-bericht": Wanted(has_news=True),
        "wacht-lang": Wanted(impatient=limits),
        **{name: Wanted(status=status) for name, status in _NAMES.items()},
    }


def _counts(code: str, views: dict[str, Wanted]) -> dict[str, int]:
    """Return how many registrations each view holds, in few statements."""
    by_status = queries.counts_by_status(db(), code)
    return {
        name: by_status[view.status] if view.status else queries.count_of(db(), code, view)
        for name, view in views.items()
    }


def _choices(counts: dict[str, int], chosen: str) -> list[dict[str, Any]]:
    """Return a link to each view, with how many registrations it holds."""
    names = {
        "": _("Alle"),
        "mijn": _("Van mij"),
        "nieuw-bericht": _("Nieuw bericht"),
        "wacht-lang": _("Wacht te lang"),
        **{name: _(labels.STATUSES[status]) for name, status in _NAMES.items()},
    }
    return [
        {
            "label": label,
            "url": url_for("consultant.registrations", status=name or None),
            "count": counts[name],
            "current": name == chosen,
        }
        for name, label in names.items()
    ]
