"""Who is signed in; the door to Flask-Login."""

from flask import Flask, request, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy.exc import OperationalError

from webapp.accounts import second_factor
from webapp.accounts.models import Account
from webapp.permissions.principal import Principal, find_principal
from webapp.web.browser_words import browser_in_words
from webapp.web.edge import db, has_given_up
from webapp.web.ports import ports

BROWSER = "browser"


class _SignedIn(UserMixin):
    """A principal in the shape that Flask-Login asks for."""

    def __init__(self, principal: Principal) -> None:
        self.principal = principal

    def get_id(self) -> str:
        return str(self.principal.account_id)


def init_login(app: Flask) -> None:
    """Let Flask-Login find people by the account in their session."""
    # Sessions live on the server and end there; a fingerprint of the browser adds nothing.
    manager = LoginManager()
    manager.session_protection = None
    manager.init_app(app)
    manager.user_loader(_load)


def current_principal() -> Principal | None:
    """Return who is signed in."""
    return current_user.principal if current_user.is_authenticated else None


def sign_in(account: Account) -> None:
    """Sign an account in under a new session: what was in the old one is left behind."""
    session.clear()
    session.renew()  # type: ignore[attr-defined]
    session[BROWSER] = browser_in_words(request.user_agent.string)
    principal = _find(account.id)
    if principal is not None:
        login_user(_SignedIn(principal))


def sign_out() -> None:
    """End the session; what is still to be said goes into a new one."""
    logout_user()
    session.clear()
    session.renew()  # type: ignore[attr-defined]


def _load(account_id: str) -> _SignedIn | None:
    try:
        principal = _find(int(account_id))
    except OperationalError:
        if not has_given_up():
            raise
        # The page that says so can do without a name at its head.
        return None
    return _SignedIn(principal) if principal else None


def _find(account_id: int) -> Principal | None:
    """Return who this is: without rights where their work asks a second factor that is not there.

    So nothing that asks what somebody may do needs to know about it.
    """
    principal = find_principal(db(), account_id)
    if principal is None or not principal.roles or ports().settings.second_factor == "optional":
        return principal
    has_one = second_factor.has_one(db(), account_id)
    return principal if has_one else principal.without_rights
