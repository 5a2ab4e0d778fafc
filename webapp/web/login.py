"""Who is signed in; the door to Flask-Login."""

from flask import Flask, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy.exc import OperationalError

from webapp.accounts.models import Account
from webapp.permissions.principal import Principal, find_principal
from webapp.web.edge import db, has_given_up


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
    principal = find_principal(db(), account.id)
    if principal is not None:
        login_user(_SignedIn(principal))


def sign_out() -> None:
    """End the session; what is still to be said goes into a new one."""
    logout_user()
    session.clear()
    session.renew()  # type: ignore[attr-defined]


def _load(account_id: str) -> _SignedIn | None:
    try:
        principal = find_principal(db(), int(account_id))
    except OperationalError:
        if not has_given_up():
            raise
        # The page that says so can do without a name at its head.
        return None
    return _SignedIn(principal) if principal else None
