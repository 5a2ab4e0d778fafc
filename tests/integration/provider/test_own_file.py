"""A provider takes all workplaces along as a file for a spreadsheet."""

import csv
from io import StringIO

from tests.support.people import database_of
from tests.support.providers import provider_with
from tests.support.workplaces import make_organisation, make_workplace
from webapp.organisations.models import Organisation
from webapp.workplaces.models import VersionStatus, Workplace


def own_id(app):
    with database_of(app).reading() as session:
        return session.query(Organisation).order_by(Organisation.id).first().public_id


def rows_of(browser, path):
    text = browser.raw(path).get_data(as_text=True).removeprefix("\ufeff")
    return list(csv.DictReader(StringIO(text), delimiter=";"))


def test_every_workplace_is_in_it_the_drafts_and_the_hidden_too(app):
    browser, ids = provider_with(app, VersionStatus.DRAFT, VersionStatus.APPROVED)
    with database_of(app).writing() as session:
        session.query(Workplace).filter_by(public_id=ids[1]).one().is_visible = False
        make_workplace(session, organisation=make_organisation(session), title="Van een ander")
    browser.get("/aanbieder")
    rows = rows_of(browser, f"/aanbieder/organisaties/{own_id(app)}/werkplekken.csv")
    assert [(row["id"], row["stand"], row["zichtbaar"]) for row in rows] == [
        (ids[0], "Nog niet ingediend", "Ja"),
        (ids[1], "Goedgekeurd", "Nee"),
    ]
    assert rows[0]["titel"]
    assert "Van een ander" not in {row["titel"] for row in rows}


def test_no_cell_is_a_formula(app):
    browser, _ids = provider_with(app, VersionStatus.DRAFT, title="=1+1")
    (row,) = rows_of(browser, f"/aanbieder/organisaties/{own_id(app)}/werkplekken.csv")
    assert row["titel"] == "'=1+1"


def test_the_file_of_another_organisation_is_not_there(app):
    browser, _ids = provider_with(app, VersionStatus.DRAFT)
    with database_of(app).writing() as session:
        other = make_organisation(session).public_id
    assert browser.raw(f"/aanbieder/organisaties/{other}/werkplekken.csv").status_code == 404
