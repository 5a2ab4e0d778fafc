"""When what must be done in a trajectory, for who follows it up."""

from flask import Response

from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.deadlines import asked_deadlines


@blueprint.get("/consulent/termijnen")
@requires(Permission.SEARCH_FOR_CLIENT, MUNICIPALITY)
def deadlines() -> Response:
    """Ask for a trajectory, and show what must be done when."""
    desk = asked_deadlines()
    return page("deadlines", desk.status, desk=desk)
