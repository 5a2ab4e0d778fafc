"""Logging: one line of JSON for each event, in UTC, without personal data."""

import logging
import sys
import traceback

import structlog


def configure(level: str) -> None:
    """Write events of `level` and above to the standard error stream."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping().get(level, logging.INFO)
        ),
        # The stream of this moment: a program may have put another in its place.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )


def about(error: BaseException) -> dict[str, str]:
    """Return what the log may know of a fault: its kind and where it arose.

    Without the messages: these repeat values, and those may be about somebody.
    """
    return {
        "kind": type(error).__name__,
        "where": "".join(traceback.format_tb(error.__traceback__)),
    }
