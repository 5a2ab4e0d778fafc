"""Moderators who say that they are on something that waits."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.moderation import claims
from webapp.moderation.identity_changes import get_identity_review
from webapp.moderation.review import get_organisation_review, get_review
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.edge import db
from webapp.web.moderator.blueprint import blueprint
from webapp.web.site import current_municipality
from webapp.workplaces.remarks.queries import get_of_municipality as get_remark
from webapp.workplaces.removals.queries import get_last_of as get_removal

# What can be taken up: where its page is, and what finds it or says that it is not there.
_PAGES: Mapping[str, tuple[str, Callable[..., object]]] = {
    "werkplekken": ("moderator.workplace_check", get_review),
    "organisaties": ("moderator.organisation_check", get_organisation_review),
    "naamswijzigingen": ("moderator.identity_change", get_identity_review),
    "verwijderingen": ("moderator.removal", get_removal),
    "meldingen": ("moderator.remark", get_remark),
}


@dataclass(frozen=True)
class ShownClaim:
    """Who is on it, since when; `name` is '' when nobody is."""

    area: str
    public_id: str
    name: str = ""
    since: datetime | None = None
    is_own: bool = False

    @property
    def url(self) -> str:
        """Where the page is of what it is about."""
        endpoint, _find = _PAGES[self.area]
        return url_for(endpoint, public_id=self.public_id)


def claim_on(area: str, public_id: str) -> ShownClaim:
    """Return who is on what has its page at /moderatie/`area`/`public_id`."""
    return claims_on([f"{area}/{public_id}"])[f"{area}/{public_id}"]


def claims_on(subjects: Collection[str]) -> Mapping[str, ShownClaim]:
    """Return who is on each of `subjects`."""
    own_id = require(Permission.MODERATE).account_id
    found = claims.claims_on(db(), subjects, current_municipality().code, now=clock.now())
    shown = {}
    for subject in subjects:
        area, public_id = subject.split("/")
        claim = found.get(subject)
        shown[subject] = (
            ShownClaim(area, public_id)
            if claim is None
            else ShownClaim(
                area, public_id, claim.account.name, claim.since, claim.account_id == own_id
            )
        )
    return shown


@blueprint.post("/moderatie/oppakken/<area>/<public_id>")
@requires(Permission.MODERATE, MUNICIPALITY)
def claim_take(area: str, public_id: str) -> Response:
    """Say that one is on it; who is later hears who was first."""
    endpoint, subject = _found(area, public_id)
    actor, code = require(Permission.MODERATE).actor, current_municipality().code
    if claims.take(db(), subject, code, actor=actor, now=clock.now()):
        flash(_("Je collega's zien een uur lang dat jij hiermee bezig bent."), "ok")
    else:
        name = claim_on(area, public_id).name
        flash(_("%(name)s was je net voor en is hiermee bezig.", name=name), "warning")
    return redirect(url_for(endpoint, public_id=public_id), code=303)


@blueprint.post("/moderatie/loslaten/<area>/<public_id>")
@requires(Permission.MODERATE, MUNICIPALITY)
def claim_release(area: str, public_id: str) -> Response:
    """Let others take it up."""
    endpoint, subject = _found(area, public_id)
    actor, code = require(Permission.MODERATE).actor, current_municipality().code
    claims.release(db(), subject, code, actor=actor)
    flash(_("Je collega's zien dat dit weer vrij is."), "ok")
    return redirect(url_for(endpoint, public_id=public_id), code=303)


def _found(area: str, public_id: str) -> tuple[str, str]:
    """Return the page of something of this municipality, and the subject of a claim; or 404."""
    if area not in _PAGES:
        abort(404)
    endpoint, find = _PAGES[area]
    find(db(), public_id, current_municipality().code)
    return endpoint, f"{area}/{public_id}"
