"""The private link of a resident: another one when it is lost, none when it is in wrong hands."""

from flask import Response, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from webapp.core import clock
from webapp.core.clock import day_of
from webapp.languages import catalogues
from webapp.permissions.table import Permission
from webapp.registrations import private_link
from webapp.registrations.models import Registration, RegistrationStatus
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.consultant.registration import own
from webapp.web.edge import db
from webapp.web.forms.versioned import VersionedForm
from webapp.web.languages import prefix_of
from webapp.web.site import current_site


@blueprint.get("/consulent/aanmeldingen/<public_id>/link")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
def registration_link(public_id: str) -> Response:
    """Show until when the link works, and what can be done with it."""
    return _page(own(public_id))


@blueprint.post("/consulent/aanmeldingen/<public_id>/link/nieuw")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
def registration_link_renew(public_id: str) -> AnyResponse:
    """Mail another link; without an address show it, this once."""
    found = own(public_id)
    secret = private_link.renew(
        db(),
        found,
        expected_version=VersionedForm().expected_version,
        site=current_site().for_mail,
        actor=require(Permission.FOLLOW_REGISTRATIONS).actor,
        now=clock.now(),
    )
    if not found.email:
        return _page(found, link=_address(found, secret))
    flash(_("De nieuwe link is onderweg naar de inwoner. De oude werkt niet meer."), "ok")
    return _back(found)


@blueprint.post("/consulent/aanmeldingen/<public_id>/link/stoppen")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
def registration_link_revoke(public_id: str) -> AnyResponse:
    """Let the link work no more."""
    found = own(public_id)
    private_link.revoke(
        db(),
        found,
        expected_version=VersionedForm().expected_version,
        actor=require(Permission.FOLLOW_REGISTRATIONS).actor,
        now=clock.now(),
    )
    flash(_("De link werkt niet meer."), "ok")
    return _back(found)


def _address(found: Registration, secret: str) -> str:
    """Return the address of the registration, in the language in which it was filled in."""
    path = url_for("public.resident_registration", secret=secret)
    return current_site().url + prefix_of(catalogues.find(found.language)) + path


def _back(found: Registration) -> AnyResponse:
    return redirect(url_for("consultant.registration_link", public_id=found.public_id), code=303)


def _page(found: Registration, *, link: str = "") -> Response:
    until = private_link.works_until(found, now=clock.now())
    return page(
        "registration_link",
        registration=found,
        form=VersionedForm(formdata=None, data={"version": str(found.version)}),
        link=link,
        until=day_of(until) if until else None,
        can_change=found.status is not RegistrationStatus.WITHDRAWN and not found.is_restricted,
    )
