"""Answers whose time tells nothing."""

import time

from flask import Response, after_this_request

_SECONDS = 0.25


def hide_time() -> None:
    """Let the answer take a fixed time, counted from here, whatever was done for it.

    For pages that must not betray whether an address is known: to mail somebody takes longer
    than to mail nobody. The wait comes after the commit, and holds nothing but this thread.
    """
    until = time.monotonic() + _SECONDS

    def wait(response: Response) -> Response:
        time.sleep(max(0.0, until - time.monotonic()))
        return response

    after_this_request(wait)
