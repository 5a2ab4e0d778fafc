"""What is peculiar to the Whoosh engine: generations, damage, builds and sudden death."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.search import ARNHEM, DUIVEN, ask, make_document
from webapp.search.engine import IndexUnavailableError
from webapp.search.engines.whoosh import WhooshEngine

# Whoosh leaves a file open where it stumbles.
MAY_STUMBLE = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "index"


@pytest.fixture
def engine(folder):
    made = WhooshEngine(folder)
    yield made
    made.close()


def builds(folder: Path):
    return [each for each in folder.glob("*/*") if each.is_dir()]


def test_another_process_finds_what_the_worker_wrote(folder, engine):
    engine.rebuild([make_document(1, "Tuin")])
    reader = WhooshEngine(folder)
    assert reader.search(ask("tuin")).total == 1
    engine.put([make_document(2, "Tuin"), make_document(3, "Tuin", municipality_code=ARNHEM)])
    engine.remove([1])
    assert [hit.workplace_id for hit in reader.search(ask("tuin")).hits] == [2, 3]
    reader.close()


def test_a_rebuild_is_seen_by_a_process_that_had_the_old_one_open(folder, engine):
    engine.rebuild([make_document(1, "Tuin")])
    reader = WhooshEngine(folder)
    assert reader.search(ask("tuin")).total == 1
    engine.rebuild([make_document(7, "Tuin"), make_document(8, "Tuin")])
    assert reader.search(ask("tuin")).total == 2
    assert len(builds(folder)) == 1
    reader.close()


def test_without_an_index_the_engine_says_so(engine):
    with pytest.raises(IndexUnavailableError):
        engine.search(ask())
    with pytest.raises(IndexUnavailableError):
        engine.put([make_document(1)])
    assert not engine.health().is_ready


def test_an_index_of_another_version_does_not_count_and_goes_with_the_next_build(folder, engine):
    engine.rebuild([make_document(1)])
    (version,) = (each for each in folder.iterdir() if each.is_dir())
    version.rename(folder / "0-an-older-version")
    assert not engine.health().is_ready
    engine.rebuild([make_document(1)])
    assert engine.health().is_ready
    assert not (folder / "0-an-older-version").exists()


@MAY_STUMBLE
@pytest.mark.parametrize("damage", ["empty", "garbage", "half", "gone"])
def test_damage_is_told_apart_from_finding_nothing(folder, engine, damage):
    engine.rebuild([make_document(number, "Tuin") for number in range(1, 9)])
    for file in builds(folder)[0].joinpath(DUIVEN).iterdir():
        content = file.read_bytes()
        if damage == "gone":
            file.unlink()
        else:
            halves = {"empty": b"", "garbage": b"\xff" * 500, "half": content[: len(content) // 2]}
            file.write_bytes(halves[damage])
    fresh = WhooshEngine(folder)
    with pytest.raises(IndexUnavailableError):
        fresh.search(ask("tuin"))
    assert not fresh.health().is_ready
    fresh.rebuild([make_document(1, "Tuin")])
    assert fresh.search(ask("tuin")).total == 1
    fresh.close()


def test_the_folder_is_for_the_application_alone(folder, engine):
    engine.rebuild([])
    assert folder.stat().st_mode & 0o077 == 0


@MAY_STUMBLE  # over a file that the writer takes away
def test_a_writer_that_is_killed_leaves_an_index_that_answers_and_can_be_written(folder, engine):
    engine.rebuild([make_document(1, "Tuin")])
    writer = subprocess.Popen([sys.executable, "-c", WRITE_FOR_EVER, str(folder)])
    deadline = time.monotonic() + 30
    while engine.search(ask("tuin")).total < 20 and time.monotonic() < deadline:
        time.sleep(0.02)
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    found = engine.search(ask("tuin")).total
    assert found >= 20
    engine.put([make_document(100_000, "Tuin")])
    assert engine.search(ask("tuin")).total == found + 1
    assert engine.health().is_ready


WRITE_FOR_EVER = """
import sys
from itertools import count
from pathlib import Path
from tests.support.search import make_document
from webapp.search.engines.whoosh import WhooshEngine

engine = WhooshEngine(Path(sys.argv[1]))
for number in count(2):
    engine.put([make_document(number, "Tuin")])
"""
