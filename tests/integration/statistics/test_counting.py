"""How often workplaces are looked at: counted without slowing a page, and added up."""

import csv
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from tests.support.page_client import PageClient
from tests.support.people import database_of
from tests.support.providers import provider_with
from tests.support.search_index import bring_up_to_date
from tests.support.statements import counted_statements
from tests.support.workplaces import make_workplace
from webapp.core import public_stamp
from webapp.statistics import counts
from webapp.statistics.models import CountKind, WorkplaceCount
from webapp.statistics.tally import Tally
from webapp.workplaces.models import VersionStatus

NOW = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
JUNE = date(2026, 6, 1)
PERSON = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}
SITE = "http://duiven.localhost:5000"


@pytest.fixture
def offered(app):
    provider, (public_id,) = provider_with(app, VersionStatus.APPROVED)
    bring_up_to_date(app, database_of(app))
    return provider, public_id


def sums(app):
    app.extensions["tally"].write()
    with database_of(app).reading() as session:
        rows = session.scalars(select(WorkplaceCount))
        return {row.kind: row.count for row in rows}


def look(app, address, **headers):
    return app.test_client().get(address, base_url=SITE, headers={**PERSON, **headers})


def test_every_look_counts_also_at_a_page_that_was_kept(app, offered):
    address = f"/werkplekken/meewerken-in-de-moestuin-{offered[1]}"
    etag = look(app, address).headers["ETag"]
    assert look(app, address).status_code == 200
    assert look(app, address, **{"If-None-Match": etag}).status_code == 304
    look(app, "/werkplekken")
    assert sums(app) == {CountKind.VIEW: 3, CountKind.RESULT: 1}


def test_programs_and_members_and_what_is_not_there_are_not_counted(app, offered):
    provider, public_id = offered
    address = f"/werkplekken/meewerken-in-de-moestuin-{public_id}"
    for name in ("Googlebot/2.1", "curl/8.5", "Some Spider"):
        look(app, address, **{"User-Agent": name})
    look(app, "/werkplekken/iets-bbbbbbbbbb")
    look(app, address, **{"Sec-Purpose": "prefetch"})
    provider.client.get(address, base_url=SITE, headers=PERSON)
    assert sums(app) == {}


def test_counting_asks_the_database_nothing_and_leaves_kept_pages_alone(app, offered):
    address = f"/werkplekken/meewerken-in-de-moestuin-{offered[1]}"
    look(app, address)
    with database_of(app).reading() as session:
        before = public_stamp.current(session)
    sums(app)
    with database_of(app).reading() as session:
        assert public_stamp.current(session) == before
    with counted_statements(database_of(app)) as statements:
        look(app, address)
    assert len(statements) == 1


def test_two_processes_add_up_and_what_is_gone_is_left_out(database):
    with database.writing() as session:
        public_id = make_workplace(session).public_id
    tallies = [Tally(database, pause=60), Tally(database, pause=60)]
    for tally in tallies:
        tally.count(CountKind.VIEW, [public_id, "bbbbbbbbbb"])
        tally.count(CountKind.VIEW, [public_id])
        tally.close()
    with database.reading() as session:
        (row,) = session.scalars(select(WorkplaceCount))
        assert row.count == 4


def test_a_database_that_is_away_costs_no_count(database, session):
    public_id = make_workplace(session).public_id
    session.commit()
    tally = Tally(database, pause=60)
    tally.count(CountKind.VIEW, [public_id])
    session.execute(WorkplaceCount.__table__.delete())
    session.commit()
    table = WorkplaceCount.__table__
    with database.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE workplace_count RENAME TO away")
    tally.write()
    with database.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE away RENAME TO workplace_count")
    tally.close()
    assert session.execute(select(table.c.count)).scalar_one() == 1


def test_sums_of_more_than_two_years_ago_are_forgotten(session):
    workplace = make_workplace(session)
    for month in (date(2024, 4, 1), date(2024, 5, 1), JUNE):
        session.add(
            WorkplaceCount(workplace_id=workplace.id, month=month, kind=CountKind.VIEW, count=1)
        )
    counts.purge(session, now=NOW)
    assert sorted(session.scalars(select(WorkplaceCount.month))) == [date(2024, 5, 1), JUNE]


def test_a_provider_reads_the_figures_in_charts_a_table_and_a_file(app, offered):
    provider, public_id = offered
    look(app, f"/werkplekken/meewerken-in-de-moestuin-{public_id}")
    app.extensions["tally"].write()
    assert "Deze maand 1 keer bekeken" in provider.get("/aanbieder").main_text
    assert (
        "In totaal 1 keer" in provider.get(f"/aanbieder/werkplekken/{public_id}/cijfers").main_text
    )
    answer = provider.raw(f"/aanbieder/werkplekken/{public_id}/cijfers.csv")
    lines = answer.get_data().decode("utf-8-sig").splitlines()
    first, *_months, last = csv.reader(lines, delimiter=";")
    assert first == ["Maand", "Pagina bekeken", "Getoond in zoekresultaten", "Vragen gesteld"]
    assert last[1:] == ["1", "0", "0"]
    stranger, _ = provider_with(app)
    stranger.get(f"/aanbieder/werkplekken/{public_id}/cijfers", status=404)
    assert PageClient(app).raw(f"/aanbieder/werkplekken/{public_id}/cijfers.csv").status_code == 303
