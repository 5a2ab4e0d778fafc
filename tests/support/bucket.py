"""A server on loopback that speaks S3, and buckets on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import boto3
from moto.server import ThreadedMotoServer

# Moto looks at neither; boto3 wants some.
KEYS = {"AWS_ACCESS_KEY_ID": "voorbeeld", "AWS_SECRET_ACCESS_KEY": "alleen voor tests"}
REGION = "eu-west-1"
_numbers = count(1)


@contextmanager
def s3_server() -> Iterator[tuple[str, int]]:
    """Run the server; lend its host and port."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        yield server.get_host_and_port()
    finally:
        server.stop()


def new_bucket(host: str, port: int) -> str:
    """Make a bucket of its own; return its name."""
    name = f"media-{next(_numbers)}"
    client_of(host, port).create_bucket(
        Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION}
    )
    return name


def client_of(host: str, port: int) -> Any:
    """Return a client of boto3 beside the storage, to look at what it does."""
    return boto3.client(
        "s3",
        endpoint_url=f"http://{host}:{port}",
        region_name=REGION,
        aws_access_key_id=KEYS["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=KEYS["AWS_SECRET_ACCESS_KEY"],
    )


def url_of(bucket: str, host: str, port: int) -> str:
    """Return the value of MEDIA_URL for a bucket."""
    return f"s3://{bucket}?endpoint=http://{host}:{port}&region={REGION}"
