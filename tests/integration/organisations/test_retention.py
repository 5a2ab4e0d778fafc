"""Sign-ups that nobody confirmed are let go, with everything that hangs on them."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.support import workplaces
from webapp.organisations.models import Organisation, OrganisationStatus
from webapp.organisations.retention import UNCONFIRMED_FOR, purge_unconfirmed
from webapp.workplaces.models import Workplace, WorkplaceVersion


def _count(session, model):
    return session.scalar(select(func.count()).select_from(model))


@pytest.fixture
def sign_up(session):
    """Somebody signed up with a first workplace and never opened the link."""
    workplace = workplaces.make_workplace(session)
    workplace.organisation.status = OrganisationStatus.UNCONFIRMED
    session.flush()
    return workplace.organisation


def test_an_unconfirmed_sign_up_goes_with_its_workplace(session, sign_up):
    later = sign_up.created_at + UNCONFIRMED_FOR + timedelta(minutes=1)
    purge_unconfirmed(session, now=later)
    assert [_count(session, each) for each in (Organisation, Workplace, WorkplaceVersion)] == [
        0
    ] * 3


def test_it_stays_while_somebody_may_still_ask(session, sign_up):
    purge_unconfirmed(session, now=sign_up.created_at + UNCONFIRMED_FOR - timedelta(minutes=1))
    assert _count(session, Organisation) == 1


def test_an_organisation_that_waits_for_its_check_is_never_removed(session, sign_up):
    sign_up.status = OrganisationStatus.SUBMITTED
    session.flush()
    purge_unconfirmed(session, now=sign_up.created_at + timedelta(days=400))
    assert _count(session, Organisation) == 1
