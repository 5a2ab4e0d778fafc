"""In which browsers somebody is logged in, and logging out there."""

from dataclasses import dataclass
from datetime import datetime

from flask import flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import sessions, staff_log
from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, PLATFORM, requires
from webapp.web.account.blueprint import blueprint
from webapp.web.account.overview import own_account
from webapp.web.edge import db
from webapp.web.login import BROWSER, sign_out


@dataclass(frozen=True)
class SessionRow:
    """One browser in which somebody is logged in."""

    handle: str
    browser: str
    host: str
    since: datetime
    seen_at: datetime
    is_own: bool


@blueprint.get("/account/sessies")
@requires(Permission.HAVE_ACCOUNT, MUNICIPALITY, PLATFORM)
def own_sessions() -> str:
    """Show in which browsers this person is logged in."""
    return render_template("pages/account/own_sessions.html", rows=_rows())


@blueprint.post("/account/sessies/uitloggen")
@requires(Permission.HAVE_ACCOUNT, MUNICIPALITY, PLATFORM)
def own_session_end() -> Response:
    """Log this person out in the browser that the pressed button names."""
    account, handle = own_account(), request.form.get("sessie", "")
    ended = sessions.end_session_called(db(), account.id, handle)
    if ended:
        staff_log.note_of_account(db(), "account.session_ended", account, now=clock.now())
    flash(_("Je bent daar nu uitgelogd.") if ended else _("Daar was je al uitgelogd."), "ok")
    return redirect(url_for("account.own_sessions"), code=303)


@blueprint.post("/account/overal-uitloggen")
@requires(Permission.HAVE_ACCOUNT, MUNICIPALITY, PLATFORM)
def sessions_end() -> Response:
    """End all sessions of this person, on every site and every device."""
    account = own_account()
    sessions.end_sessions_of(db(), account.id)
    staff_log.note_of_account(db(), "account.sessions_ended", account, now=clock.now())
    sign_out()
    flash(_("Je bent nu op alle apparaten uitgelogd."), "ok")
    return redirect(url_for("account.login"), code=303)


def _rows() -> list[SessionRow]:
    own = sessions.handle_of_secret(session.secret or "")  # type: ignore[attr-defined]
    found = sessions.sessions_of(db(), own_account().id, now=clock.now())
    rows = [
        SessionRow(
            handle=sessions.handle_of(row),
            browser=row.data.get(BROWSER) or _("Onbekende browser"),
            host=row.host.partition(":")[0],
            since=row.created_at,
            seen_at=row.seen_at,
            is_own=sessions.handle_of(row) == own,
        )
        for row in found
    ]
    return sorted(rows, key=lambda row: (not row.is_own, -row.seen_at.timestamp()))
