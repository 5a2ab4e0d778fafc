"""What was done in the municipality, by whom and when."""

from flask import Response

from webapp.accounts.queries import staff_of
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.edge import db, writes
from webapp.web.forms.base import status_of
from webapp.web.log_desk import LogDesk
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.page import page
from webapp.web.moderator.settings_words import LABELS
from webapp.web.rate_limits import per_caller
from webapp.web.site import current_municipality


@blueprint.get("/moderatie/logboek")
@requires(Permission.MODERATE, MUNICIPALITY)
def log() -> tuple[str, int]:
    """Show a page of the log, the newest first, of what was asked for."""
    desk = _desk()
    return page("log", log=desk), status_of(desk.form)


@blueprint.get("/moderatie/logboek.csv")
@requires(Permission.MODERATE, MUNICIPALITY)
@per_caller("30 per hour")
@writes
def log_file() -> Response:
    """Give the same choice as a file; that this was done is in the log too."""
    return _desk().as_file(require(Permission.MODERATE).actor)


def _desk() -> LogDesk:
    code = current_municipality().code
    people = [(each.public_id, each.name) for each in staff_of(db(), code)]
    return LogDesk(code, people, LABELS)
