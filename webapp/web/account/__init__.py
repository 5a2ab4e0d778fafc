"""Pages about one's own account."""

from webapp.web.account import (
    confirmation,
    email_change,
    invitation,
    login,
    login_code,
    mail_stop,
    membership,
    overview,
    own_sessions,
    password_change,
    recovery,
    recovery_paper,
    sign_up_link,
    two_steps,
)
from webapp.web.account.blueprint import blueprint

__all__ = [
    "blueprint",
    "confirmation",
    "email_change",
    "invitation",
    "login",
    "login_code",
    "mail_stop",
    "membership",
    "overview",
    "own_sessions",
    "password_change",
    "recovery",
    "recovery_paper",
    "sign_up_link",
    "two_steps",
]
