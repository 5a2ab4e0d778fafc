"""Every step that an enquiry can take, and every one that it cannot."""

from itertools import product

import pytest

from tests.support.enquiries import MONDAY
from webapp.core.actor import Actor
from webapp.core.errors import WrongStatusError
from webapp.enquiries.models import Enquiry, EnquiryStatus
from webapp.enquiries.workflow import Action, advance, can

_SOMEBODY = Actor(account_id=None, name="Iemand")
OPEN, ANSWERED, CLOSED, REPORTED = (
    EnquiryStatus.OPEN,
    EnquiryStatus.ANSWERED,
    EnquiryStatus.CLOSED,
    EnquiryStatus.REPORTED,
)
# Written down once more, apart from the code.
ALLOWED = {
    Action.ASK: {OPEN: OPEN, ANSWERED: OPEN, CLOSED: OPEN},
    Action.ANSWER: {OPEN: ANSWERED, ANSWERED: ANSWERED, CLOSED: ANSWERED},
    Action.CLOSE: {OPEN: CLOSED, ANSWERED: CLOSED},
    Action.REPORT: {OPEN: REPORTED, ANSWERED: REPORTED, CLOSED: REPORTED},
    Action.RESTORE: {REPORTED: OPEN},
}


@pytest.mark.parametrize(("status", "action"), list(product(EnquiryStatus, Action)))
def test_an_enquiry_takes_the_steps_of_the_table_and_no_other(session, status, action):
    enquiry = Enquiry(
        public_id="bbbbbbbbbb", municipality_code="GM0226", status=status, opened_at=MONDAY
    )
    target = ALLOWED[action].get(status)
    assert can(enquiry, action) is (target is not None)
    if target is None:
        with pytest.raises(WrongStatusError):
            advance(session, enquiry, action, actor=_SOMEBODY, now=MONDAY)
        assert enquiry.status is status
    else:
        advance(session, enquiry, action, actor=_SOMEBODY, now=MONDAY)
        assert enquiry.status is target
