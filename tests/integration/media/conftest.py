"""Who sends photos and documents."""

import pytest
from flask import Flask

from tests.support.media import Sender, sender


@pytest.fixture
def provider(app: Flask) -> Sender:
    """A provider with a draft."""
    return sender(app)
