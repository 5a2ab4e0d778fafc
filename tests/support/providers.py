"""A provider with an organisation and workplaces, signed in."""

from typing import Any

from flask import Flask

from tests.support.page_client import PageClient
from tests.support.people import database_of, make_account, sign_in
from tests.support.workplaces import make_organisation, make_workplace
from webapp.workplaces import sectors
from webapp.workplaces.models import VersionStatus, Workplace


def provider_with(
    app: Flask, *statuses: VersionStatus, **content: Any
) -> tuple[PageClient, list[str]]:
    """Return the browser of a new provider, and the public ids of a workplace of each status."""
    with database_of(app).writing() as session:
        sectors.load(session)
        organisation = make_organisation(session)
        account = make_account(session, organisations=(organisation,))
        made = [
            make_workplace(session, organisation=organisation, status=status, **content)
            for status in statuses
        ]
        ids = [workplace.public_id for workplace in made]
    return sign_in(PageClient(app), account), ids


def stored(app: Flask, public_id: str) -> Workplace:
    """Return a workplace as it is kept now, with its versions and their changes."""
    with database_of(app).reading() as session:
        workplace = session.query(Workplace).filter_by(public_id=public_id).one()
        for version in workplace.versions:
            assert version.changes is not None
        return workplace
