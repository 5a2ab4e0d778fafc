"""When what must be done in a trajectory, for employers and whoever wants to know."""

from flask import render_template
from werkzeug.wrappers import Response

from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.deadlines import asked_deadlines, deadlines_in_calendar
from webapp.web.public.blueprint import blueprint


@blueprint.get("/termijnen")
@anyone(MUNICIPALITY)
def deadlines() -> tuple[str, int]:
    """Ask for a trajectory, and show what must be done when."""
    desk = asked_deadlines()
    return render_template("pages/public/deadlines.html", desk=desk), desk.status


@blueprint.get("/termijnen.ics")
@anyone(MUNICIPALITY)
def deadlines_file() -> Response:
    """Give the same as a file for a calendar."""
    return deadlines_in_calendar()
