"""The Referer that a browser sends along: an address, or nothing."""

from urllib.parse import urlsplit

from flask import request


def forget_broken_referrer() -> None:
    """Leave out a Referer that is no address, such as 'http://[': who reads it would fail on it."""
    try:
        # Reading the port is what finds a fault in it.
        _port = urlsplit(request.referrer or "").port
    except ValueError:
        del request.environ["HTTP_REFERER"]
