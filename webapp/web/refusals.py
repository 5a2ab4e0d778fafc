"""A line in the log for each request that was refused."""

import structlog
from flask import Response, request, session

_log = structlog.get_logger(__name__)
# A form that must be mended is no refusal.
_TO_BE_MENDED = 422


def log_refusal(response: Response) -> Response:
    """Note which page refused, with what, and whom: an account or nobody.

    Neither the address nor the network: these are in the log of the proxy, with its own retention,
    and the path can hold a secret.
    """
    if 400 <= response.status_code < 500 and response.status_code != _TO_BE_MENDED:
        _log.info(
            "refused",
            endpoint=request.endpoint,
            status=response.status_code,
            account_id=getattr(session, "account_id", None),
        )
    return response
