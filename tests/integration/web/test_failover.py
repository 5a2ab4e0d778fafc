"""A primary and a standby, web processes on both: the primary is killed, the standby promoted."""

import os
from contextlib import ExitStack

import pytest

from tests.conftest import ENGINE
from tests.support import databases, replication, sites
from tests.support.databases import SEALER
from tests.support.page_client import PageClient
from tests.support.people import make_account, sign_in_over
from tests.support.web_process import web_process
from tests.support.workplaces import make_organisation, make_workplace
from webapp.core.db import Database
from webapp.search import indexing
from webapp.search.engines.postgresql import PostgresEngine
from webapp.workplaces import sectors

GARDEN, KITCHEN = "Meewerken in de moestuin", "Helpen in de keuken"
TYPED = "Wieden, zaaien en oogsten met een klein groepje."

pytestmark = pytest.mark.skipif(ENGINE != "postgresql", reason="is about PostgreSQL only")


@pytest.fixture
def pair():
    if replication.binaries() is None:
        assert os.environ.get("CI") != "true", "with CI=true PostgreSQL's server must be installed"
        pytest.skip("no PostgreSQL server is installed in /usr/lib/postgresql")
    with replication.replicated() as made:
        yield made


@pytest.fixture
def account(pair):
    """A provider with two workplaces that everybody finds, on the primary."""
    database = Database(pair.primary.url, SEALER)
    databases.fill(database)
    sites.let_take_part(database)
    with database.writing() as session:
        sectors.load(session)
        organisation = make_organisation(session)
        made = make_account(session, organisations=(organisation,))
        for title in (GARDEN, KITCHEN):
            make_workplace(session, organisation=organisation, title=title)
    indexing.repair(database, PostgresEngine())
    database.dispose()
    pair.catch_up()
    return made


@pytest.fixture
def webs(pair, tmp_path):
    """Two web processes: one on the primary alone, one that reads from the standby too."""
    with ExitStack() as running:
        yield (
            running.enter_context(web_process(tmp_path / "alone", DATABASE_URL=pair.url)),
            running.enter_context(
                web_process(
                    tmp_path / "both",
                    DATABASE_URL=pair.url,
                    DATABASE_REPLICA_URL=pair.standby.url,
                )
            ),
        )


def provider_at(web, pair, account) -> PageClient:
    database = Database(pair.url, SEALER)
    try:
        provider = sign_in_over(database, web.browser(), account)
    finally:
        database.dispose()
    provider.get("/aanbieder")
    return provider


def found_at(web, browser=None):
    """Return which of the two a search finds through this process, by a visitor or by `browser`."""
    text = (browser or web.browser()).get("/werkplekken").main_text
    return {title for title in (GARDEN, KITCHEN) if title in text}


def readiness_at(web):
    return web.browser().raw("/readyz").json


def a_standby_that_is_behind(pair, alone, both, provider):
    """Who saves sees it at once; a visitor at the standby does so when it has caught up."""
    pair.standby.ask("SELECT pg_wal_replay_pause()")
    provider.submit(f"Verberg {GARDEN}")
    assert found_at(both, provider) == found_at(alone) == {KITCHEN}
    assert found_at(both) == {GARDEN, KITCHEN}
    pair.standby.ask("SELECT pg_wal_replay_resume()")
    pair.catch_up()
    assert found_at(both) == {KITCHEN}


def a_primary_that_waits_for_the_standby(pair, both, provider):
    """What is hidden is gone on the standby in the very next request."""
    pair.wait_for_each_other()
    for _ in range(3):
        provider.get("/aanbieder")
        provider.submit(f"Maak zichtbaar {GARDEN}")
        assert found_at(both) == {GARDEN, KITCHEN}
        provider.submit(f"Verberg {GARDEN}")
        assert found_at(both) == {KITCHEN}


def a_primary_that_is_killed(pair, both, provider):
    """Everybody goes on reading; who saves is told, and gets back what they typed."""
    newest = pair.primary.ask("SELECT public_id FROM workplace ORDER BY id DESC LIMIT 1")
    provider.get(f"/aanbieder/werkplekken/{newest}/wat")
    pair.primary.kill()
    page = provider.submit("Bewaar dit onderdeel", tasks=TYPED, status=503)
    assert page.heading == "De site is even niet bereikbaar"
    assert TYPED in page.main_text
    assert found_at(both) == found_at(both, provider) == {KITCHEN}
    assert both.browser().get("/").heading
    told = readiness_at(both)
    assert (told["database"], told["replica"]) == ("not ok", "ok")


def a_standby_that_is_promoted(pair, alone, both, provider):
    """Saving goes on without a restart of anything, and search shows it."""
    pair.standby.promote()
    assert found_at(alone) == {KITCHEN}
    provider.get("/aanbieder")
    provider.submit(f"Maak zichtbaar {GARDEN}")
    assert found_at(both) == found_at(both, provider) == found_at(alone) == {GARDEN, KITCHEN}
    assert readiness_at(both)["database"] == "ok"


def test_search_and_saving_go_on_when_the_primary_is_killed(pair, account, webs):
    alone, both = webs
    provider = provider_at(both, pair, account)
    assert found_at(alone) == found_at(both) == {GARDEN, KITCHEN}
    a_standby_that_is_behind(pair, alone, both, provider)
    a_primary_that_waits_for_the_standby(pair, both, provider)
    a_primary_that_is_killed(pair, both, provider)
    a_standby_that_is_promoted(pair, alone, both, provider)
