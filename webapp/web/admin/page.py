"""A page for administrators: the template with the menu beside it."""

from typing import Any

from flask import render_template
from flask_babel import gettext as _

from webapp.mail.queries import count_given_up
from webapp.web.edge import db
from webapp.web.navigation import Item, item


def page(view: str, **context: Any) -> str:  # noqa: ANN401 (whatever the template takes)
    """Return the page of `view`, out of templates/pages/admin."""
    return render_template(f"pages/admin/{view}.html", section_navigation=_sections(), **context)


def _sections() -> list[Item]:
    return [
        item(_("Gemeenten"), "admin.overview"),
        item(_("Beheerders"), "admin.administrators"),
        item(_("Mail"), "admin.mail", count=count_given_up(db())),
        item(_("Logboek"), "admin.log"),
    ]
