"""What waits for the municipality's check."""

from flask import request
from flask_babel import gettext as _

from webapp.core.text import one_line
from webapp.moderation import queries
from webapp.moderation.labels import KINDS, STEPS
from webapp.moderation.line import Asked, WaitingKind, counts_of
from webapp.organisations.labels import STATUSES
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.claims import claims_on
from webapp.web.moderator.page import page
from webapp.web.moderator.undoing import just_decided, organisations_just_decided
from webapp.web.paging import asked_page
from webapp.web.site import current_municipality
from webapp.workplaces import labels


@blueprint.get("/moderatie")
@requires(Permission.MODERATE, MUNICIPALITY)
def queue() -> str:
    """Show what waits, narrowed by `?q=` and `?soort=`, and what can be undone."""
    code = current_municipality().code
    asked = Asked(
        request.args.get("soort", None, type=WaitingKind), one_line(request.args.get("q", ""))
    )
    counts = counts_of(db(), code, asked.text)
    found = sum(counts.values()) if asked.kind is None else counts.get(asked.kind, 0)
    paging = asked_page(found)
    waiting = queries.queue(db(), code, asked, offset=paging.offset, limit=paging.size)
    return page(
        "queue",
        waiting=waiting,
        claims=claims_on([item.subject for item in waiting]),
        paging=paging,
        asked=asked,
        kinds={kind: f"{_(name)} ({counts.get(kind, 0)})" for kind, name in KINDS.items()},
        kind_names=KINDS,
        field_labels=labels.FIELDS,
        just_decided=just_decided(),
        organisations_just_decided=organisations_just_decided(),
        organisation_labels=STATUSES,
        step_labels=STEPS,
    )
