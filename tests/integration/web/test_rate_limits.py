"""Counting requests, over all processes together."""

import os
import socket
import time
import uuid
from dataclasses import replace

import pytest
import time_machine
from limits import parse
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import FixedWindowRateLimiter
from sqlalchemy import func, select

from tests.support import sites
from tests.support.mails import free_port
from tests.support.page_client import PageClient
from tests.support.people import LONG_AGO
from webapp.core.rate_counters import RateCounter
from webapp.web.rate_limits import caller_key, field_key
from webapp.web.rate_storage import DatabaseStorage, LenientWindow

THREE_A_MINUTE = parse("3 per minute")


@pytest.fixture
def storage(app):
    with app.app_context():
        yield DatabaseStorage("webapp://")


def test_the_storage_is_known_by_its_name():
    assert isinstance(storage_from_string("webapp://"), DatabaseStorage)


def test_two_processes_count_together(storage):
    """Each process has a storage of its own over the same table."""
    other = DatabaseStorage("webapp://")
    limiters = [FixedWindowRateLimiter(each) for each in (storage, other)]
    hits = [limiters[turn % 2].hit(THREE_A_MINUTE, "10.0.0.1") for turn in range(5)]
    assert hits == [True, True, True, False, False]


def test_one_caller_does_not_lock_out_another(storage):
    limiter = FixedWindowRateLimiter(storage)
    for _ in range(4):
        limiter.hit(THREE_A_MINUTE, "10.0.0.1")
    assert limiter.hit(THREE_A_MINUTE, "10.0.0.2")


def test_a_counter_begins_anew_when_its_time_is_over(storage):
    assert storage.incr("key", expiry=0) == 1
    time.sleep(0.01)
    assert storage.incr("key", expiry=60) == 1
    assert storage.incr("key", expiry=60) == 2
    assert storage.get("key") == 2
    assert storage.get_expiry("key") > time.time()
    storage.clear("key")
    assert storage.get("key") == 0


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::2", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("203.0.113.7:4711", "203.0.113.7"),
        ("[2001:db8:1:2::1]:4711", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("unknown", "unknown"),
        ("203.0.113.7, 198.51.100.1", "unknown"),
        ("", "unknown"),
        (None, "unknown"),
    ],
)
def test_every_caller_has_a_key_and_one_network_of_ipv6_has_one(app, address, key):
    with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
        assert caller_key() == key


@pytest.mark.parametrize(
    "typed", [" Jan@MÜLLER.example", "jan@müller.example", "jan@xn--mller-kva.example "]
)
def test_one_mailbox_has_one_key_however_it_is_spelled(app, typed):
    keys = []
    for address in ("jan@xn--mller-kva.example", typed):
        with app.test_request_context(method="POST", data={"email": address}):
            keys.append(field_key("email"))
    assert keys[0] == keys[1]


def test_what_is_no_address_has_a_key_too(app):
    with app.test_request_context(method="POST", data={"email": "geen adres"}):
        assert field_key("email")


@pytest.fixture
def limited(settings, database):
    """A site that counts."""
    sites.let_take_part(database)
    with sites.application(replace(settings, rate_limits=True, search_limit=5)) as site:
        yield site


def test_a_visitor_is_answered_when_nothing_can_be_counted(settings, database):
    sites.let_take_part(database)
    nowhere = f"redis://127.0.0.1:{free_port()}"
    with sites.application(replace(settings, rate_limits=True, rate_limit_url=nowhere)) as site:
        visitor = PageClient(site)
        visitor.get("/inloggen")
        visitor.submit("Inloggen", status=422, email="jan@voorbeeld.nl", password="een gok")


class FaultyStorage(MemoryStorage):
    """A storage in which each count ends in an error; only `OSError` means that it is away."""

    base_exceptions = OSError

    def __init__(self, error):
        super().__init__()
        self.error = error

    def incr(self, *_arguments, **_options):
        raise self.error


def test_only_a_storage_that_is_away_lets_somebody_through_uncounted():
    assert LenientWindow(FaultyStorage(OSError())).hit(THREE_A_MINUTE, "10.0.0.1")
    with pytest.raises(ValueError, match="fault"):
        LenientWindow(FaultyStorage(ValueError("fault"))).hit(THREE_A_MINUTE, "10.0.0.1")


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/werkplekken", "text/html"), ("/api/v1/werkplekken", "application/problem+json")],
)
def test_a_program_that_searches_without_end_is_held_up(limited, path, kind):
    program, elsewhere = PageClient(limited), PageClient(limited)
    elsewhere.client.environ_base["REMOTE_ADDR"] = "203.0.113.7"
    nowhere = f"{path}?gebied=afstand&postcode=0000"
    with time_machine.travel(LONG_AGO, tick=False):
        for _ in range(5):
            assert program.raw(nowhere).status_code < 429
        refusal = program.raw(path)
        assert (refusal.status_code, refusal.mimetype) == (429, kind)
        assert refusal.headers["Retry-After"]
        assert elsewhere.raw(path).status_code == 200


def test_who_is_stopped_hears_how_long_the_limit_lasts(settings, database):
    sites.let_take_part(database)
    with sites.application(replace(settings, rate_limits=True)) as site:
        guesser = PageClient(site)
        guesser.get("/inloggen")
        guess = {"email": "nobody@voorbeeld.nl", "password": "een gok"}
        for _ in range(10):
            guesser.submit("Inloggen", status=422, **guess)
        page = guesser.submit("Inloggen", status=429, **guess)
    assert 500 < int(page.response.headers["Retry-After"]) <= 600
    assert "Wacht 10 minuten en probeer het dan opnieuw." in page.main_text


def _redis_answers():
    try:
        socket.create_connection(("127.0.0.1", 6379), timeout=2).close()
    except OSError:
        return False
    return True


@pytest.mark.skipif(
    not _redis_answers() and os.environ.get("CI") != "true", reason="no Redis answers here"
)
def test_redis_counts_when_it_is_set(settings, database):
    sites.let_take_part(database)
    in_database = replace(settings, rate_limits=True)
    in_redis = replace(in_database, rate_limit_url="redis://127.0.0.1:6379/15")
    # One process may hold several applications; each counts where its own settings say.
    with sites.application(in_database), sites.application(in_redis) as site:
        guesser = PageClient(site)
        # What an earlier run left in Redis is about somebody else.
        name = uuid.uuid4().hex
        guesser.client.environ_base["REMOTE_ADDR"] = f"2001:db8:{name[:4]}:{name[4:8]}::1"
        guess = {"email": f"{name}@voorbeeld.nl", "password": "een gok"}
        for _ in range(10):
            guesser.get("/inloggen")
            guesser.submit("Inloggen", status=422, **guess)
        guesser.get("/inloggen")
        guesser.submit("Inloggen", status=429, **guess)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(RateCounter)) == 0
