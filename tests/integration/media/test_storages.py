"""One suite for every place where files can be kept: all keep the same promises."""

import errno
import os
from datetime import timedelta
from io import BytesIO

import pytest
from botocore.exceptions import ClientError

from tests.support.bucket import KEYS, client_of, new_bucket, s3_server, url_of
from tests.support.cut_line import cut_line
from tests.support.pictures import photo
from webapp.core import clock
from webapp.core.errors import NotFoundError
from webapp.core.settings import Settings
from webapp.media import storages
from webapp.media.errors import StorageAwayError
from webapp.media.logos import names_of
from webapp.media.scanner import NoScanner
from webapp.media.storage import is_key, new_key
from webapp.media.storages.bucket import BucketStorage
from webapp.media.storages.folder import FolderStorage
from webapp.media.uploads import Uploads


@pytest.fixture(scope="session")
def server():
    with s3_server() as address:
        yield address


@pytest.fixture
def bucket(server, monkeypatch):
    """The name of an empty bucket, and the keys to it where boto3 looks."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    return new_bucket(*server)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "media"


@pytest.fixture(params=["folder", "bucket"])
def storage(request, tmp_path):
    """Each storage as the settings choose it."""
    values = {"data_dir": tmp_path, "database_url": "", "secret_key": "x"}
    if request.param == "bucket":
        name = request.getfixturevalue("bucket")
        values["media_url"] = url_of(name, *request.getfixturevalue("server"))
    return storages.from_settings(Settings(**values))


def read(storage, key, name):
    stored = storage.open(key, name)
    with stored.stream:
        content = stored.stream.read()
    assert len(content) == stored.size
    return content


def test_what_is_kept_is_read_back_byte_for_byte(storage):
    key, content = new_key(), os.urandom(3_000_000)
    stream = BytesIO(content)
    stream.seek(100)
    storage.put(key, {"a.jpg": b"klein", "b.jpg": content, "c.pdf": stream, "leeg": b""})
    assert read(storage, key, "a.jpg") == b"klein"
    assert read(storage, key, "b.jpg") == read(storage, key, "c.pdf") == content
    assert read(storage, key, "leeg") == b""


def test_what_is_kept_under_another_key_stays_apart(storage):
    one, two = new_key(), new_key()
    storage.put(one, {"a": b"1"})
    storage.put(two, {"a": b"2"})
    storage.remove(one)
    assert read(storage, two, "a") == b"2"
    with pytest.raises(NotFoundError):
        storage.open(one, "a")


def test_a_logo_is_kept_and_read_back_in_every_size(storage):
    key, width, _height = Uploads(storage, NoScanner()).take_logo(BytesIO(photo((600, 200))))
    assert [each for each, _moment in storage.kept()] == [key]
    for name in names_of(width):
        stored = storage.open(key, name)
        with stored.stream:
            assert len(stored.stream.read()) == stored.size > 0


def test_files_can_be_added_and_replaced_under_a_key(storage):
    key = new_key()
    storage.put(key, {"a": b"1", "b": b"1"})
    storage.put(key, {"b": b"2", "c": b"2"})
    assert [read(storage, key, name) for name in "abc"] == [b"1", b"2", b"2"]


@pytest.mark.parametrize("name", ["b", "../a", "a.new"])
def test_what_is_not_there_is_not_found(storage, name):
    key = new_key()
    storage.put(key, {"a": b"1"})
    for missing in (key, new_key()):
        with pytest.raises(NotFoundError):
            storage.open(missing, name)


def test_removing_what_is_not_there_is_nothing(storage):
    key = new_key()
    storage.remove(key)
    storage.put(key, {f"{number}.jpg": b"1" for number in range(12)})
    storage.remove(key)
    storage.remove(key)
    assert list(storage.kept()) == []


def test_a_key_that_begins_like_another_is_not_removed_with_it(storage):
    key = new_key()
    other = key[:-1] + ("b" if key[-1] != "b" else "c")
    storage.put(key, {"a": b"1"})
    storage.put(other, {"a": b"2"})
    storage.remove(key)
    assert [each for each, _ in storage.kept()] == [other]


def test_keys_are_told_with_the_moment_of_their_newest_file(storage):
    keys = sorted(new_key() for _ in range(4))
    for key in keys:
        storage.put(key, {"a": b"1", "b": b"2"})
    told = dict(storage.kept())
    assert sorted(told) == keys
    for moment in told.values():
        assert abs(clock.now() - moment) < timedelta(minutes=5)


def test_more_files_than_a_server_tells_at_once_are_all_told(storage, monkeypatch):
    monkeypatch.setenv("MOTO_S3_DEFAULT_MAX_KEYS", "5")
    for _ in range(3):
        storage.put(new_key(), {f"{number}": b"" for number in range(4)})
    assert len(list(storage.kept())) == 3
    for key, _ in list(storage.kept()):
        storage.remove(key)
    assert list(storage.kept()) == []


class _Breaking(BytesIO):
    """A file that cannot be read to its end."""

    def read(self, _size=-1):
        message = "the disk is broken"
        raise OSError(message)


def test_of_a_put_that_fails_nothing_is_kept(storage):
    key = new_key()
    with pytest.raises(StorageAwayError):
        storage.put(key, {"a": b"1", "b": b"2", "c": _Breaking()})
    assert list(storage.kept()) == []
    for name in "abc":
        with pytest.raises(NotFoundError):
            storage.open(key, name)


def test_what_was_there_survives_a_put_that_fails(storage):
    key = new_key()
    storage.put(key, {"a": b"1"})
    with pytest.raises(StorageAwayError):
        storage.put(key, {"b": b"2", "c": _Breaking()})
    assert read(storage, key, "a") == b"1"
    with pytest.raises(NotFoundError):
        storage.open(key, "b")


class _FullAfter:
    """A server that has no room left after so many files."""

    def __init__(self, client, number):
        self._client, self._left = client, number

    def __getattr__(self, name):
        return getattr(self._client, name)

    def put_object(self, **asked):
        self._left -= 1
        if self._left < 0:
            raise ClientError({"Error": {"Code": "QuotaExceeded"}}, "PutObject")
        return self._client.put_object(**asked)


def test_a_bucket_that_is_full_is_named_and_loses_nothing_that_was_there(bucket, server):
    key, client = new_key(), client_of(*server)
    BucketStorage(bucket, client).put(key, {"a": b"1"})
    full = BucketStorage(bucket, _FullAfter(client, 2))
    with pytest.raises(StorageAwayError, match="QuotaExceeded"):
        full.put(key, {"a": b"1", "b": b"2", "c": b"3"})
    assert read(full, key, "a") == b"1"
    for name in "bc":
        with pytest.raises(NotFoundError):
            full.open(key, name)


def test_a_disk_that_is_full_is_named_and_nothing_is_half_saved(folder, monkeypatch):
    storage, key = FolderStorage(folder), new_key()
    storage.put(key, {"a": b"1"})
    synced = []

    def full_after_one(number):
        synced.append(number)
        if len(synced) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full_after_one)
    for target in (key, new_key()):
        synced.clear()
        with pytest.raises(StorageAwayError, match="disk full"):
            storage.put(target, {"a": b"2", "b": b"2", "c": b"2"})
    assert read(storage, key, "a") == b"1"
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["a"]
    assert [each for each, _ in storage.kept()] == [key]


def test_what_is_not_ours_is_not_told(folder, bucket, server, tmp_path):
    (folder / "re" / "reservekopie").mkdir(parents=True)
    assert list(FolderStorage(folder).kept()) == []
    client_of(*server).put_object(Bucket=bucket, Key="reservekopie/van-maandag.sql", Body=b"x")
    values = {"data_dir": tmp_path, "database_url": "", "secret_key": "x"}
    away = storages.from_settings(Settings(**values, media_url=url_of(bucket, *server)))
    assert list(away.kept()) == []


def test_a_server_that_is_away_is_named_and_found_again(bucket, server, tmp_path):
    values = {"data_dir": tmp_path, "database_url": "", "secret_key": "x"}
    key = new_key()
    with cut_line(*server) as line:
        url = url_of(bucket, "127.0.0.1", line.port)
        storage = storages.from_settings(Settings(**values, media_url=url))
        storage.put(key, {"a": b"1"})
        line.cut()
        for step in (
            lambda: storage.put(new_key(), {"a": b"2"}),
            lambda: storage.open(key, "a"),
            lambda: storage.remove(key),
            lambda: list(storage.kept()),
        ):
            with pytest.raises(StorageAwayError) as fault:
                step()
            assert "Error" in fault.value.reason
        line.mend()
        assert read(storage, key, "a") == b"1"
        assert [each for each, _ in storage.kept()] == [key]


def test_a_bucket_that_is_not_there_is_named(bucket, server, tmp_path):
    values = {"data_dir": tmp_path, "database_url": "", "secret_key": "x"}
    url = url_of(f"{bucket}-weg", *server)
    with pytest.raises(StorageAwayError, match="NoSuchBucket"):
        storages.from_settings(Settings(**values, media_url=url)).put(new_key(), {"a": b"1"})


def test_a_folder_that_is_lost_is_named(folder):
    folder.write_text("geen map", encoding="utf-8")
    storage = FolderStorage(folder)
    with pytest.raises(StorageAwayError):
        storage.put(new_key(), {"a": b"1"})


def test_keys_have_a_form_of_their_own():
    assert all(is_key(new_key()) for _ in range(50))
    assert not any(is_key(text) for text in ("", "a", new_key() + "b", new_key()[1:], "a" * 20))
