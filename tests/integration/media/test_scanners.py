"""What looks for viruses: by the same promises, whoever looks."""

import os
from io import BytesIO

import pytest

from tests.support.clamd import EICAR, clamav, has_clamav, small_clamd
from tests.support.mails import free_port
from webapp.core.settings import Settings
from webapp.media import scanners
from webapp.media.errors import ScannerAwayError
from webapp.media.scanner import NoScanner
from webapp.media.scanners.clamd import ClamdScanner


@pytest.fixture(scope="session")
def clamav_address(tmp_path_factory):
    if not has_clamav():
        assert os.environ.get("CI") != "true", "with CI=true ClamAV's daemon must be installed"
        pytest.skip("ClamAV is not installed")
    with clamav(tmp_path_factory.mktemp("clamav")) as address:
        yield address


@pytest.fixture(params=["small", "socket", "clamav"])
def scanner(request, tmp_path):
    if request.param == "clamav":
        yield ClamdScanner(request.getfixturevalue("clamav_address"))
        return
    with small_clamd(tmp_path / "clamd.ctl" if request.param == "socket" else None) as daemon:
        yield ClamdScanner(daemon.address)


@pytest.mark.parametrize("content", [b"", b"harmless", b"\0" * 9_000_000], ids=len)
def test_a_harmless_file_is_clean_and_stands_at_its_beginning_again(scanner, content):
    file = BytesIO(content)
    file.seek(0, 2)
    assert scanner.is_clean(file)
    assert file.tell() == 0


@pytest.mark.parametrize("content", [EICAR, b"%PDF-1.7\n" + EICAR + b"\n%%EOF"], ids=len)
def test_a_virus_is_found(scanner, content):
    file = BytesIO(content)
    assert not scanner.is_clean(file)
    assert file.tell() == 0


def test_the_whole_file_is_looked_through():
    content = bytes(range(256)) * 1000
    with small_clamd() as daemon:
        assert ClamdScanner(daemon.address).is_clean(BytesIO(content))
    assert daemon.received == [content]


@pytest.mark.parametrize(
    "answer",
    [
        b"INSTREAM size limit exceeded. ERROR\0",
        b"stream: Can't allocate memory ERROR\0",
        b"",
        b"OK\0",
        b"stream: OK but not quite\0",
        b"\xff" * 10_000,
    ],
)
def test_nothing_but_a_plain_verdict_is_believed(answer):
    with small_clamd() as daemon:
        daemon.answer = answer
        with pytest.raises(ScannerAwayError):
            ClamdScanner(daemon.address).is_clean(BytesIO(b"harmless"))


def test_a_scanner_that_says_nothing_is_given_up():
    with small_clamd() as daemon:
        daemon.is_mute = True
        with pytest.raises(ScannerAwayError, match="Timeout"):
            ClamdScanner(daemon.address, patience=0.2).is_clean(BytesIO(b"harmless"))


@pytest.mark.parametrize("kind", ["tcp", "unix"])
def test_a_scanner_that_is_away_is_named(tmp_path, kind):
    address = f"tcp://127.0.0.1:{free_port()}" if kind == "tcp" else f"unix:{tmp_path}/none"
    file = BytesIO(b"harmless")
    with pytest.raises(ScannerAwayError, match=r"ConnectionRefused|FileNotFound"):
        ClamdScanner(address).is_clean(file)
    assert file.tell() == 0


def test_the_settings_choose_who_looks(tmp_path):
    values = {"data_dir": tmp_path, "database_url": "", "secret_key": "x"}
    assert isinstance(scanners.from_settings(Settings(**values)), NoScanner)
    chosen = scanners.from_settings(Settings(**values, clamd_address="tcp://127.0.0.1:3310"))
    assert isinstance(chosen, ClamdScanner)
    assert NoScanner().is_clean(BytesIO(EICAR))
