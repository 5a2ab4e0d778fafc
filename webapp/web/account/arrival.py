"""What happens to who has shown everything that logging in asks for."""

import structlog
from flask import redirect, url_for
from werkzeug.wrappers import Response

from webapp.accounts import staff_log
from webapp.accounts.models import Account
from webapp.core import clock
from webapp.web import navigation
from webapp.web.access import SET_UP
from webapp.web.edge import db
from webapp.web.login import current_principal, sign_in

_log = structlog.get_logger(__name__)


def arrive(account: Account, destination: str | None) -> Response:
    """Let somebody in, and send them on to where they were going."""
    _log.info("login.done", account_id=account.id)
    staff_log.note_login(db(), account, now=clock.now())
    sign_in(account)
    return go_on(destination)


def go_on(destination: str | None) -> Response:
    """Send who is signed in to where they were going, or first to what they must set up."""
    principal = current_principal()
    if principal is not None and principal.lacks_second_factor:
        return redirect(url_for(SET_UP, next=destination), code=303)
    return redirect(destination or landing(), code=303)


def landing() -> str:
    """Return the first place that this person can work at on this site."""
    return navigation.of_account()[0].url
