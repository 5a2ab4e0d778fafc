"""Copying a workplace with one button."""

from flask import flash, redirect, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.ids import is_public_id, new_public_id
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.once import made_once
from webapp.web.ports import ports
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import own_workplace, provider
from webapp.web.provider.tasks import section_url
from webapp.workplaces import copying
from webapp.workplaces.models import Workplace
from webapp.workplaces.queries import find_of_organisations
from webapp.workplaces.sections import Section


@blueprint.post("/aanbieder/werkplekken/<public_id>/kopie")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_copy(public_id: str) -> Response:
    """Copy a workplace, and go where its name can be changed."""
    copied = _copied(own_workplace(public_id))
    title = copied.latest_version.content.title
    flash(_("De kopie heet “%(title)s”. Geef de kopie een eigen naam.", title=title), "ok")
    return redirect(section_url(copied, Section.WHAT), code=303)


def _copied(workplace: Workplace) -> Workplace:
    """Return the copy; pressing the button twice makes one."""
    key = request.form.get("key", "")
    key = key if is_public_id(key) else new_public_id()
    return made_once(
        lambda: find_of_organisations(db(), key, provider().organisation_ids),
        lambda: copying.copy(
            db(),
            workplace,
            public_id=key,
            geocoder=ports().geocoder,
            actor=provider().actor,
            now=clock.now(),
        ),
    )
