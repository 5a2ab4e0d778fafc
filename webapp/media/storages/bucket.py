"""Files in a bucket of a server that speaks S3; the door to boto3.

The keys of the account are in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, where boto3 looks.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Self, cast
from urllib.parse import parse_qs, urlsplit

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from webapp.core.errors import NotFoundError
from webapp.media.errors import StorageAwayError
from webapp.media.storage import Content, StoredFile, is_key

# A visitor waits: in seconds, and how often it is tried.
_PATIENCE = Config(
    connect_timeout=3,
    read_timeout=20,
    retries={"total_max_attempts": 2},
    # Servers that are not Amazon's may not know the newest checksums.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)
_ABSENT = {"NoSuchKey", "404"}


class BucketStorage:
    """Keeps files as key/name in one bucket."""

    def __init__(self, bucket: str, client: Any) -> None:  # noqa: ANN401 (made by boto3)
        self._bucket = bucket
        self._client = client

    @classmethod
    def from_url(cls, url: str) -> Self:
        """Return the storage at s3://bucket?endpoint=https://…&region=…."""
        parts = urlsplit(url)
        asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        client = boto3.client(
            "s3",
            endpoint_url=asked.get("endpoint"),
            region_name=asked.get("region"),
            config=_PATIENCE,
        )
        return cls(parts.netloc, client)

    def put(self, key: str, files: Mapping[str, Content]) -> None:
        """Keep the files; what was sent before a fault is taken back, or is an orphan."""
        contents = {f"{key}/{name}": _whole(content) for name, content in files.items()}
        sent: list[str] = []
        with _naming_faults():
            # A file that was there already may be in use: it is never taken back.
            before = {each["Key"] for each in self._objects(f"{key}/")}
            try:
                for name, content in contents.items():
                    sent.append(name)
                    self._client.put_object(Bucket=self._bucket, Key=name, Body=content)
            except (BotoCoreError, ClientError):
                self._take_back([name for name in sent if name not in before])
                raise

    def open(self, key: str, name: str) -> StoredFile:
        with _naming_faults():
            try:
                found = self._client.get_object(Bucket=self._bucket, Key=f"{key}/{name}")
            except ClientError as error:
                if error.response["Error"]["Code"] in _ABSENT:
                    raise NotFoundError(key) from error
                raise
            return StoredFile(found["Body"], found["ContentLength"])

    def remove(self, key: str) -> None:
        with _naming_faults():
            for each in self._objects(f"{key}/"):
                self._client.delete_object(Bucket=self._bucket, Key=each["Key"])

    def kept(self) -> Iterator[tuple[str, datetime]]:
        newest: dict[str, datetime] = {}
        with _naming_faults():
            for each in self._objects(""):
                key, moment = each["Key"].split("/")[0], each["LastModified"]
                if is_key(key):
                    newest[key] = max(moment, newest.get(key, moment))
        yield from sorted(newest.items())

    def _objects(self, prefix: str) -> Iterator[dict[str, Any]]:
        pages = self._client.get_paginator("list_objects_v2")
        for page in pages.paginate(Bucket=self._bucket, Prefix=prefix):
            yield from cast("list[dict[str, Any]]", page.get("Contents", []))

    def _take_back(self, sent: list[str]) -> None:
        try:
            for each in sent:
                self._client.delete_object(Bucket=self._bucket, Key=each)
        except (BotoCoreError, ClientError):
            return


def _whole(content: Content) -> bytes:
    """Return all of a file; it is small, and what cannot be read is found out before sending."""
    if isinstance(content, bytes):
        return content
    content.seek(0)
    try:
        return content.read()
    except OSError as error:
        raise StorageAwayError(type(error).__name__) from error


@contextmanager
def _naming_faults() -> Iterator[None]:
    """Raise what the server says as an error of ours."""
    try:
        yield
    except ClientError as error:
        raise StorageAwayError(error.response["Error"]["Code"]) from error
    except BotoCoreError as error:
        raise StorageAwayError(type(error).__name__) from error
