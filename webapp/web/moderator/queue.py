"""What waits for the municipality's check."""

from webapp.moderation import queries
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.page import page
from webapp.web.paging import asked_page
from webapp.web.site import current_municipality
from webapp.workplaces import labels


@blueprint.get("/moderatie")
@requires(Permission.MODERATE, MUNICIPALITY)
def queue() -> str:
    """Show new organisations and submitted workplaces, the oldest first."""
    code = current_municipality().code
    paging = asked_page(queries.count_waiting(db(), code))
    waiting = queries.queue(db(), code, offset=paging.offset, limit=paging.size)
    return page("queue", waiting=waiting, paging=paging, field_labels=labels.FIELDS)
