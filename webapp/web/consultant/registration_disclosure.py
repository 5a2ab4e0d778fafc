"""Giving a resident all that is kept of them: to read and print, and as a file."""

import json

from flask import Response

from webapp.core import clock
from webapp.permissions.table import Permission
from webapp.registrations import labels
from webapp.registrations.disclosure import disclosure_of
from webapp.registrations.workflow import note
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.consultant.blueprint import blueprint
from webapp.web.consultant.page import page
from webapp.web.consultant.registration import looked_at, own
from webapp.web.edge import db, writes
from webapp.web.registration_rows import rows_of


@blueprint.get("/consulent/aanmeldingen/<public_id>/inzage")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
@writes
def registration_disclosure(public_id: str) -> Response:
    """Show all that is kept, in words, to be read together or printed; the look is logged."""
    found = looked_at(public_id, purpose="disclosure")
    return page(
        "registration_disclosure",
        registration=found,
        rows=rows_of(db(), found, who=labels.HELPERS),
        words=labels,
        by=require(Permission.FOLLOW_REGISTRATIONS).name,
        at=clock.now(),
    )


@blueprint.get("/consulent/aanmeldingen/<public_id>/inzage.json")
@requires(Permission.FOLLOW_REGISTRATIONS, MUNICIPALITY)
@writes
def registration_disclosure_file(public_id: str) -> Response:
    """Give the same as a file that other systems read (AVG article 20); that it was is logged."""
    found, actor = own(public_id), require(Permission.FOLLOW_REGISTRATIONS).actor
    now = clock.now()
    note(db(), found, "registration.exported", actor=actor, now=now)
    kept = disclosure_of(found, actor=actor, now=now)
    return Response(
        json.dumps(kept, ensure_ascii=False, indent=2) + "\n",
        mimetype="application/json",
        headers={
            "Content-Disposition": f'attachment; filename="{found.reference.lower()}.json"',
            "Cache-Control": "no-store",
        },
    )
