"""Pages about one's own account."""

from webapp.web.account import (
    confirmation,
    email_change,
    invitation,
    login,
    membership,
    overview,
    password_change,
    recovery,
    sign_up_link,
)
from webapp.web.account.blueprint import blueprint

__all__ = [
    "blueprint",
    "confirmation",
    "email_change",
    "invitation",
    "login",
    "membership",
    "overview",
    "password_change",
    "recovery",
    "sign_up_link",
]
