"""Who reads from the standby, and who from the primary: here two doors to one database."""

from contextlib import ExitStack
from dataclasses import replace

import pytest

from tests.support import sites
from tests.support.page_client import PageClient
from tests.support.people import staff_member
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.core.heartbeat import beat
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.edge import db
from webapp.web.ports import ports


@anyone(MUNICIPALITY)
def which():
    return "standby" if db().get_bind().engine is ports().database.replica else "primary"


@anyone(MUNICIPALITY)
def save():
    beat(db(), "test", now=clock.now())
    return "saved"


@pytest.fixture
def site_with(settings, database):
    """Make a site with other settings, and pages that read and save."""
    sites.let_take_part(database)
    with ExitStack() as opened:

        def site(**values):
            app = opened.enter_context(sites.application(replace(settings, **values)))
            app.config["WTF_CSRF_ENABLED"] = False
            app.add_url_rule("/welke", "test.which", which)
            app.add_url_rule("/bewaar", "test.save", save, methods=["POST"])
            return app

        yield site


@pytest.fixture
def site(site_with, database_url):
    return site_with(database_replica_url=database_url)


@pytest.fixture
def nowhere(tmp_path):
    return f"sqlite:///{tmp_path}/nowhere/database.sqlite3"


def test_who_looks_around_reads_from_the_standby(site):
    assert PageClient(site).raw("/welke").text == "standby"


def test_who_saved_reads_from_the_primary_and_everybody_else_does_not(site):
    saver = PageClient(site)
    cookie = saver.post_raw("/bewaar", {}, status=200).headers["Set-Cookie"]
    assert all(part in cookie for part in ("Max-Age=10", "HttpOnly", "SameSite=Lax"))
    assert saver.raw("/welke").text == "primary"
    assert PageClient(site).raw("/welke").text == "standby"


def test_who_saved_does_so_on_every_site_of_the_platform(site_with, database_url):
    site = site_with(
        database_replica_url=database_url, base_domain="werkplekken.example", production=True
    )
    host = "duiven.werkplekken.example"
    saver = PageClient(site, host=host, secure=True)
    cookie = saver.post_raw("/bewaar", {}, status=200).headers["Set-Cookie"]
    assert "Domain=werkplekken.example" in cookie
    assert "Secure" in cookie


def test_who_is_signed_in_reads_from_the_primary(site):
    moderator = staff_member(site, RoleName.MODERATOR)
    assert moderator.raw("/welke").text == "primary"


def test_without_a_standby_no_cookie_tells_who_saved(site_with):
    response = PageClient(site_with()).post_raw("/bewaar", {}, status=200)
    assert "Set-Cookie" not in response.headers


def test_a_standby_that_is_away_is_not_noticed_by_visitors(site_with, nowhere):
    visitor = PageClient(site_with(database_replica_url=nowhere))
    assert visitor.raw("/welke").text == "primary"
    assert visitor.get("/werkplekken").heading
    assert visitor.raw("/readyz").json["replica"] == "not ok"


def test_with_the_primary_away_all_is_read_and_nothing_saved(
    site, site_with, database_url, nowhere
):
    signed_in = staff_member(site, RoleName.MODERATOR).client.get_cookie(
        "sessie", "duiven.localhost"
    )
    moderator = PageClient(site_with(database_url=nowhere, database_replica_url=database_url))
    moderator.client.set_cookie("sessie", signed_in.value, domain="duiven.localhost")
    assert moderator.raw("/welke").text == "standby"
    assert moderator.get("/moderatie").heading
    refused = moderator.post_raw("/bewaar", {"tekst": "Wieden en oogsten."}, status=503)
    assert "Wieden en oogsten." in refused.text
    assert refused.headers["Cache-Control"] == "no-store"
    told = moderator.raw("/readyz").json
    assert (told["database"], told["replica"]) == ("not ok", "ok")
