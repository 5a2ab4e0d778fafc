"""What the site remembers of a browser."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from flask import session
from sqlalchemy import func, select, text

from tests.support import sites
from tests.support.page_client import PageClient
from webapp.accounts import sessions
from webapp.accounts.models import BrowserSession
from webapp.core import clock
from webapp.core.sealing import Sealer
from webapp.web.access import MUNICIPALITY, anyone


@pytest.fixture
def remembering(app):
    """A site with two pages of the test's own: one that remembers, one that tells."""

    @anyone(MUNICIPALITY)
    def remember():
        session["word"] = "appel"
        return "ok"

    @anyone(MUNICIPALITY)
    def tell():
        return session.get("word", "niets")

    app.add_url_rule("/onthoud", "test.remember", remember)
    app.add_url_rule("/vertel", "test.tell", tell)
    return app


def _count(database):
    with database.reading() as rows:
        return rows.scalar(select(func.count()).select_from(BrowserSession))


def test_what_is_remembered_lies_on_the_server_and_not_in_the_cookie(remembering, database):
    visitor = PageClient(remembering)
    cookie = visitor.raw("/onthoud").headers["Set-Cookie"]
    assert "appel" not in cookie
    assert visitor.raw("/vertel").text == "appel"
    assert _count(database) == 1


def test_nothing_is_kept_of_somebody_who_only_looks(remembering, database):
    PageClient(remembering).raw("/vertel")
    assert _count(database) == 0


def test_a_session_belongs_to_one_host(remembering):
    visitor = PageClient(remembering)
    secret = visitor.raw("/onthoud").headers["Set-Cookie"].split("=")[1].split(";")[0]
    elsewhere = PageClient(remembering, host="arnhem.localhost:5000")
    elsewhere.client.set_cookie("sessie", secret, domain="arnhem.localhost")
    assert elsewhere.raw("/vertel").text == "niets"


def test_a_session_ends_when_it_was_idle_too_long(remembering):
    visitor = PageClient(remembering)
    visitor.raw("/onthoud")
    with time_machine.travel(clock.now() + sessions.IDLE_LIMIT + timedelta(minutes=1)):
        assert visitor.raw("/vertel").text == "niets"


def test_what_has_expired_is_removed(remembering, database):
    PageClient(remembering).raw("/onthoud")
    later = clock.now() + sessions.ABSOLUTE_LIMIT + timedelta(minutes=1)
    with database.writing() as rows:
        sessions.purge_expired(rows, now=later)
    assert _count(database) == 0


def test_a_cookie_in_production_is_bound_to_its_host_and_secure(settings, database):
    sites.let_take_part(database)
    with sites.application(replace(settings, production=True, base_domain="example.nl")) as app:

        @anyone(MUNICIPALITY)
        def remember():
            session["word"] = "appel"
            return "ok"

        app.add_url_rule("/onthoud", "test.remember", remember)
        response = PageClient(app, host="duiven.example.nl", secure=True).raw("/onthoud")
    cookie = response.headers["Set-Cookie"]
    assert cookie.startswith("__Host-sessie=")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "max-age=" in response.headers["Strict-Transport-Security"]


def test_who_was_known_under_a_key_that_is_gone_begins_anew(remembering, database):
    visitor = PageClient(remembering)
    visitor.raw("/onthoud")
    sealed = Sealer(["a key that is gone"]).seal("{}", owner="browser_session.data")
    with database.writing() as rows:
        rows.execute(text("UPDATE browser_session SET data = :d"), {"d": f'"sealed:{sealed}"'})
    assert visitor.raw("/vertel").text == "niets"
