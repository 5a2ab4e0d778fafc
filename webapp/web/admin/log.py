"""What was done on the whole platform, by whom and when."""

from flask import Response

from webapp.accounts.queries import staff_of
from webapp.permissions.table import Permission
from webapp.web.access import PLATFORM, require, requires
from webapp.web.admin.blueprint import blueprint
from webapp.web.admin.page import page
from webapp.web.edge import db, writes
from webapp.web.forms.base import status_of
from webapp.web.log_desk import LogDesk
from webapp.web.rate_limits import per_caller


@blueprint.get("/beheer/logboek")
@requires(Permission.ADMINISTER, PLATFORM)
def log() -> tuple[str, int]:
    """Show a page of the log, the newest first, of what was asked for."""
    desk = _desk()
    return page("log", log=desk), status_of(desk.form)


@blueprint.get("/beheer/logboek.csv")
@requires(Permission.ADMINISTER, PLATFORM)
@per_caller("30 per hour")
@writes
def log_file() -> Response:
    """Give the same choice as a file; that this was done is in the log too."""
    return _desk().as_file(require(Permission.ADMINISTER).actor)


def _desk() -> LogDesk:
    people = [(each.public_id, each.name) for each in staff_of(db(), None)]
    return LogDesk(None, people, {})
