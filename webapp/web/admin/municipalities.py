"""Which municipalities take part."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response
from wtforms import SelectField

from webapp.core import clock
from webapp.municipalities import operations, queries
from webapp.permissions.table import Permission
from webapp.web.access import PLATFORM, require, requires
from webapp.web.admin.blueprint import blueprint
from webapp.web.admin.page import page
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.rules import filled
from webapp.web.ports import ports


class JoinForm(Form):
    """A municipality that does not take part yet."""

    code = SelectField(_l("Gemeente"), [filled(_l("Kies een gemeente."))])


@blueprint.get("/beheer")
@requires(Permission.ADMINISTER, PLATFORM)
def overview() -> str:
    """List the municipalities that take part, with the address of their site."""
    settings = ports().settings
    rows = [(each, settings.address_of(each.slug)) for each in queries.taking_part(db())]
    return page("overview", rows=rows)


@blueprint.route("/beheer/gemeente-toevoegen", methods=["GET", "POST"])
@requires(Permission.ADMINISTER, PLATFORM)
def municipality_join() -> Response | tuple[str, int]:
    """Let a municipality take part."""
    form = JoinForm()
    form.code.choices = [("", _("Kies een gemeente"))] + [
        (each.code, each.name) for each in queries.all_municipalities(db()) if not each.takes_part
    ]
    if form.validate_on_submit():
        municipality = queries.get_municipality(db(), form.code.data)
        operations.admit(
            db(), municipality, actor=require(Permission.ADMINISTER).actor, now=clock.now()
        )
        flash(_("%(name)s doet nu mee. Nodig een moderator uit.", name=municipality.name), "ok")
        return redirect(url_for("admin.staff_invite", slug=municipality.slug), code=303)
    return page("municipality_join", form=form), status_of(form)
