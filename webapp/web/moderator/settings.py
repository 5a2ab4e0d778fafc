"""The settings of a municipality, for its moderators."""

from typing import Any

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import ConflictError, InvalidInputError
from webapp.municipalities import operations
from webapp.municipalities.accessibility import statement_age
from webapp.municipalities.settings import MunicipalitySettings, get_settings
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.edge import db
from webapp.web.forms.base import status_of
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.page import page
from webapp.web.moderator.settings_form import SettingsForm, settings_form
from webapp.web.moderator.settings_words import GROUPS, LABELS, Group, names_of_choices
from webapp.web.site import current_municipality, current_site


@blueprint.get("/moderatie/instellingen")
@requires(Permission.MODERATE, MUNICIPALITY)
def settings_overview() -> str:
    """Show all settings in groups, each with the way to change it."""
    settings = current_site().settings
    return page(
        "settings_overview",
        groups=[(group, _rows(group, settings)) for group in GROUPS],
        statement_age=statement_age(settings, clock.today()),
    )


@blueprint.route("/moderatie/instellingen/<key>", methods=["GET", "POST"])
@requires(Permission.MODERATE, MUNICIPALITY)
def settings_edit(key: str) -> str | Response | tuple[str, int]:
    """Change a group of settings; the second of two who do so at once is told."""
    group = next((group for group in GROUPS if group.key == key), None) or abort(404)
    form = settings_form(group, current_site().settings)
    if form.validate_on_submit():
        try:
            _save(form)
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        except ConflictError:
            theirs = get_settings(db(), current_municipality().code)
            form.seen.data = operations.fingerprint(theirs, group.names)
            return page("settings_form", group=group, form=form, theirs=_rows(group, theirs)), 409
        else:
            flash(_("De instellingen zijn bewaard."), "ok")
            return redirect(url_for("moderator.settings_overview"), code=303)
    return page("settings_form", group=group, form=form, theirs=None), status_of(form)


def _save(form: SettingsForm) -> None:
    operations.edit_settings(
        db(),
        current_municipality().code,
        form.to_draft(),
        expected=form.seen.data or "",
        actor=require(Permission.MODERATE).actor,
        now=clock.now(),
    )


def _rows(group: Group, settings: MunicipalitySettings) -> list[dict[str, Any]]:
    """Return the settings of a group as the rows of a data list."""
    url = url_for("moderator.settings_edit", key=group.key)
    return [
        {
            "label": _(LABELS[name]),
            "value": _in_words(name, getattr(settings, name)),
            "change_url": f"{url}#{name}",
        }
        for name in group.names
    ]


def _in_words(name: str, value: Any) -> Any:  # noqa: ANN401
    """Return a setting as people read it: a text, or a list of texts."""
    names = names_of_choices(name)
    if isinstance(value, bool):
        return _("Ja") if value else _("Nee")
    if isinstance(value, tuple):
        return [_(names[item]) if item in names else item for item in value]
    return _(names[value]) if value in names else str(value)
