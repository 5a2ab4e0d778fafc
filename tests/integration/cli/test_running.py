"""The processes: really started, really asked to end, really killed."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.accounts import add_account
from tests.support.mails import SITE, free_port, messages_in
from tests.support.waiting import until
from webapp.accounts import recovery
from webapp.core import clock

PATIENCE = 60
LINUX = pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up in /proc")


@contextmanager
def started(command_line, *arguments, **environment):
    """Run `webapp …`; end it with SIGTERM, and lend what it is."""
    process = subprocess.Popen(
        [sys.executable, "-m", "webapp", *arguments],
        env=os.environ | command_line.environment | {"DEMO": "0"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE)


def test_the_worker_sends_the_mail_that_waits_and_stops_when_it_is_told_to(
    command_line, database, tmp_path
):
    with database.writing() as session:
        add_account(session)
        recovery.request_password_reset(session, "jan@voorbeeld.nl", site=SITE, now=clock.now())
    folder = tmp_path / "data" / "mail"
    with started(command_line, "worker") as process:
        until(lambda: list(folder.glob("*.eml")), "no mail was sent")
        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert [message["To"] for message in messages_in(folder)] == ["jan@voorbeeld.nl"]
    assert "/account/wachtwoord-herstellen/" in output


def test_the_worker_refuses_a_database_of_another_version(tmp_path):
    database_url = f"sqlite:///{tmp_path}/empty.sqlite3"
    result = subprocess.run(
        [sys.executable, "-m", "webapp", "worker"],
        env=os.environ | {"DATABASE_URL": database_url, "DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 2
    assert "webapp db upgrade" in result.stderr


def readiness(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as answer:
        with answer:
            return json.load(answer)
    except OSError:
        return {}


def children_of(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def is_running(pid):
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


@LINUX
def test_one_command_runs_web_and_worker_and_ends_both(command_line):
    port = free_port()
    with started(command_line, "run", PORT=str(port)) as process:
        until(lambda: readiness(port).get("worker") == "ok", "web or worker did not start")
        children = children_of(process.pid)
        assert len(children) == 2
        for pid in children:
            assert b"\0MALLOC_ARENA_MAX=2\0" in Path(f"/proc/{pid}/environ").read_bytes()
        os.kill(children[1], signal.SIGKILL)
        until(lambda: len(children_of(process.pid)) == 2, "the dead one was not started again")
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert f"http://localhost:{port}/" in output
    assert not [pid for pid in children if is_running(pid)]


def test_the_first_run_brings_the_demonstration_and_says_whose_account_to_use(command_line):
    port = free_port()
    with started(command_line, "run", PORT=str(port), DEMO="1") as process:
        until(lambda: readiness(port).get("worker") == "ok", "web or worker did not start")
        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=PATIENCE)
    assert f"http://duiven.localhost:{port}/" in output
    assert "moderator.duiven@voorbeeldgemeente.example" in output


@LINUX
def test_nothing_is_left_running_when_the_command_is_killed(command_line):
    port = free_port()
    with started(command_line, "run", PORT=str(port)) as process:
        until(lambda: readiness(port).get("worker") == "ok", "web or worker did not start")
        children = children_of(process.pid)
        process.kill()
        until(lambda: not [pid for pid in children if is_running(pid)], "children stayed behind")


def test_an_operator_hears_that_a_port_is_taken(command_line):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = command_line.run("run", PORT=str(port))
    assert result.exit_code == 2
    assert f"PORT={port + 1}" in result.output
