"""How often a moderator hears by mail what waits."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.i18n import N_
from webapp.moderation import digests
from webapp.moderation.models import Rhythm
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.fields import choices_of
from webapp.web.forms.rules import filled
from webapp.web.forms.typed_fields import OneChoice
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.page import page
from webapp.web.site import current_municipality

_RHYTHMS = {
    Rhythm.NEVER: N_("Nooit"),
    Rhythm.DAILY: N_("Elke werkdag"),
    Rhythm.WEEKLY: N_("Elke week, op de eerste werkdag"),
}


class DigestForm(Form):
    """How often."""

    rhythm = OneChoice(
        _l("Hoe vaak wil je een mail?"),
        [filled(_l("Kies hoe vaak."))],
        choices=choices_of(_RHYTHMS),
    )

    def to_draft(self) -> Rhythm:
        """Return how often."""
        return Rhythm(self.rhythm.data)


@blueprint.route("/moderatie/mail", methods=["GET", "POST"])
@requires(Permission.MODERATE, MUNICIPALITY)
def digest() -> Response | tuple[str, int]:
    """Let a moderator choose how often."""
    actor, code = require(Permission.MODERATE).actor, current_municipality().code
    form = DigestForm(data={"rhythm": digests.rhythm_of(db(), actor, code).value})
    if form.validate_on_submit():
        digests.choose(db(), form.to_draft(), code, actor=actor, now=clock.now())
        flash(_("Bewaard hoe vaak je een mail krijgt."), "ok")
        return redirect(url_for("moderator.queue"), code=303)
    return page("digest", form=form), status_of(form)
