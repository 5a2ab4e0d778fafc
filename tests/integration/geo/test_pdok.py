"""The Locatieserver, played by a server of our own that speaks its answers."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from structlog.testing import capture_logs

from webapp.geo.coordinates import Coordinates
from webapp.geo.geocoding import Address
from webapp.geo.pdok import PdokGeocoder

ADDRESS = Address("Geheimestraat", "12a", "6921 ab", "Duiven")
FOUND = {
    "response": {
        "numFound": 1,
        "start": 0,
        "maxScore": 11.2,
        "docs": [
            {
                "weergavenaam": "Geheimestraat 12a, 6921AB Duiven",
                "centroide_ll": "POINT(6.01234567 51.94765432)",
            }
        ],
    }
}
NOT_FOUND = {"response": {"numFound": 0, "start": 0, "docs": []}}


class _Server(ThreadingHTTPServer):
    def __init__(self, answer, status, delay):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer, self.status = answer, status
        self.gate = threading.Event()
        self.delay = delay
        self.asked = []


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self):
        self.server.asked.append(urlsplit(self.path))
        if self.server.delay:
            self.server.gate.wait(self.server.delay)
        body = self.server.answer.encode()
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json;charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments):
        pass


@contextmanager
def locatieserver(answer, *, status=200, delay=0):
    text = answer if isinstance(answer, str) else json.dumps(answer)
    server = _Server(text, status, delay)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server, f"http://127.0.0.1:{server.server_port}/bzk/locatieserver/search/v3_1"
    finally:
        server.gate.set()
        server.shutdown()
        thread.join()
        server.server_close()


def test_an_address_gets_the_point_that_the_register_knows():
    with locatieserver(FOUND) as (server, url):
        assert PdokGeocoder(url).locate(ADDRESS) == Coordinates(51.94765432, 6.01234567)
    (asked,) = server.asked
    assert asked.path == "/bzk/locatieserver/search/v3_1/free"
    query = parse_qs(asked.query)
    assert query["q"] == ["Geheimestraat 12a 6921AB Duiven"]
    assert query["fq"] == ["type:adres", "postcode:6921AB"]


def test_an_address_that_the_register_does_not_know_is_nowhere():
    with locatieserver(NOT_FOUND) as (_, url), capture_logs() as logs:
        assert PdokGeocoder(url).locate(ADDRESS) is None
    assert logs == []


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("gateway away", 502),
        ("no json at all", 200),
        ('"not an object"', 200),
        ({"response": {}}, 200),
        ({"response": {"docs": [{"centroide_ll": "POLYGON((1 2))"}]}}, 200),
        ({"response": {"docs": [{}]}}, 200),
    ],
)
def test_a_server_in_trouble_is_noted_without_the_address_and_blocks_nobody(answer, status):
    with locatieserver(answer, status=status) as (_, url), capture_logs() as logs:
        assert PdokGeocoder(url).locate(ADDRESS) is None
    assert [line["event"] for line in logs] == ["pdok_failed"]
    assert "Geheim" not in str(logs)
    assert "6921" not in str(logs)


def test_a_server_that_is_slow_is_not_waited_for():
    with locatieserver(FOUND, delay=5) as (_, url):
        assert PdokGeocoder(url, timeout=0.1).locate(ADDRESS) is None


def test_a_server_that_is_away_blocks_nobody():
    with locatieserver(FOUND) as (_, url):
        pass
    assert PdokGeocoder(url).locate(ADDRESS) is None
