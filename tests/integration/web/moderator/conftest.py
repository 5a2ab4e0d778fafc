"""Who looks at the moderators' pages."""

import pytest
from flask import Flask

from tests.support.page_client import PageClient
from tests.support.people import staff_member
from webapp.accounts.models import RoleName


@pytest.fixture
def moderator(app: Flask) -> PageClient:
    """A moderator of Duiven, signed in there."""
    return staff_member(app, RoleName.MODERATOR)
