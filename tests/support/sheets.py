"""Files that a provider sends with many workplaces, and the browser that sends them."""

import csv
from io import BytesIO, StringIO
from typing import Any

from flask import Flask

from tests.support.page_client import Page, PageClient, SentFile
from tests.support.people import database_of, make_account, sign_in
from tests.support.workplaces import make_organisation, make_workplace
from webapp.organisations.models import Organisation
from webapp.workplaces import sectors
from webapp.workplaces.exchange.columns import OWN_COLUMNS
from webapp.workplaces.exchange.formulas import guarded
from webapp.workplaces.models import VersionStatus

READ_IN = "Lees het bestand in"
# A workplace of which nothing but the title is like another's.
NEW_ROW = {
    "titel": "Fietsen maken",
    "samenvatting": "Je maakt oude fietsen weer heel.",
    "branches": "groen-en-tuin",
    "treden": "2;3",
    "postcode": "6921 AB",
    "plaats": "Duiven",
    "gemeente_code": "GM0226",
    "dagen": "ma;wo-ochtend",
    "uren_min": "4",
    "uren_max": "16",
}


def sheet_of(*rows: dict[str, str], delimiter: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """Return a file with these rows under all columns that it may have."""
    text = StringIO()
    writer = csv.DictWriter(text, OWN_COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows({name: guarded(cell) for name, cell in row.items()} for row in rows)
    return text.getvalue().encode(encoding)


class Sender:
    """Somebody of an organisation of their own, who has workplaces of these statuses."""

    def __init__(self, app: Flask, *statuses: VersionStatus, count: int = 1, **content: Any):
        with database_of(app).writing() as session:
            sectors.load(session)
            organisation = make_organisation(session)
            account = make_account(session, organisations=(organisation,))
            made = [
                make_workplace(session, organisation=organisation, status=status, **content)
                for status in statuses
                for _ in range(count)
            ]
            self.ids = [workplace.public_id for workplace in made]
            self.organisation_id = organisation.public_id
        self.app = app
        self.browser = sign_in(PageClient(app), account)

    @property
    def path(self) -> str:
        """Where a file is sent."""
        return f"/aanbieder/organisaties/{self.organisation_id}/inlezen"

    def send(self, data: bytes, *, status: int = 200) -> Page:
        """Send a file; return the page that answers."""
        self.browser.get(self.path)
        sent: list[SentFile] = [(BytesIO(data), "mijn.csv")]
        return self.browser.submit(READ_IN, status=status, file=sent)

    def send_rows(self, *rows: dict[str, str]) -> Page:
        """Send a file with these rows."""
        return self.send(sheet_of(*rows))

    def save(self, count: int) -> Page:
        """Press the button under what was read."""
        noun = "werkplek" if count == 1 else "werkplekken"
        return self.browser.submit(f"Bewaar {count} {noun} als concept")

    def colleague(self) -> PageClient:
        """Return the browser of somebody else of the same organisation."""
        with database_of(self.app).writing() as session:
            mine = session.query(Organisation).filter_by(public_id=self.organisation_id).one()
            account = make_account(session, organisations=(mine,))
        return sign_in(PageClient(self.app), account)
