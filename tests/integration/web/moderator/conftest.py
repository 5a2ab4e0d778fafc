"""Who looks at the moderators' pages."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support.exceptions import APELDOORN, make_exception
from tests.support.page_client import PageClient
from tests.support.people import DUIVEN, staff_member
from tests.support.workplaces import make_workplace
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.workplaces.models import Workplace


@pytest.fixture
def moderator(app: Flask) -> PageClient:
    """A moderator of Duiven, signed in there."""
    return staff_member(app, RoleName.MODERATOR)


@pytest.fixture
def workplace(session: Session) -> Workplace:
    """A workplace in Apeldoorn, too far off for Duiven."""
    made = make_workplace(session, title="Koffie branden", **APELDOORN)
    session.commit()
    return made


@pytest.fixture
def allow(session: Session) -> Callable[..., str]:
    """Let a municipality allow a workplace from today; give the address of the exception."""

    def make(workplace: Workplace, code: str = DUIVEN, **values: Any) -> str:
        values.setdefault("valid_from", clock.today())
        exception = make_exception(session, workplace, code, now=clock.now(), **values)
        session.commit()
        return f"/moderatie/uitzonderingen/{exception.public_id}"

    return make
