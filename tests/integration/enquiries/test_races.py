"""Two people at the same enquiry at the same moment: nothing that was said is lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.support.enquiries import MONDAY, make_enquiry
from tests.support.mails import SITE
from tests.support.workplaces import make_workplace
from webapp.core.actor import Actor
from webapp.enquiries import operations
from webapp.enquiries.draft import TurnDraft
from webapp.enquiries.models import Enquiry, EnquiryStatus


@pytest.fixture
def enquiry_id(database):
    with database.writing() as session:
        enquiry = make_enquiry(session, make_workplace(session))
        session.flush()
        return enquiry.id


def answers(text, key=None):
    draft = TurnDraft(text, key) if key else TurnDraft(text)

    def act(session, enquiry):
        operations.answer(session, enquiry, draft, site=SITE, actor=Actor(None, text), now=MONDAY)

    return act


def closes(session, enquiry):
    operations.close(session, enquiry, actor=operations.ASKER, now=MONDAY)


def at_once(database, enquiry_id, *acts):
    barrier = Barrier(len(acts))

    def run(act):
        with database.reading() as session:
            session.get(Enquiry, enquiry_id)
        barrier.wait()
        with database.writing() as session:
            act(session, session.get(Enquiry, enquiry_id))

    with ThreadPoolExecutor(len(acts)) as pool:
        list(pool.map(run, acts))
    with database.reading() as session:
        enquiry = session.get(Enquiry, enquiry_id)
        return enquiry.status, sorted(turn.text for turn in enquiry.turns[1:])


def test_of_two_members_who_answer_at_once_both_are_kept(database, enquiry_id):
    assert at_once(database, enquiry_id, answers("Ja."), answers("Kom langs.")) == (
        EnquiryStatus.ANSWERED,
        ["Ja.", "Kom langs."],
    )


def test_an_answer_that_is_sent_twice_is_there_once(database, enquiry_id):
    twice = answers("Ja.", "bcdfghjkmn")
    assert at_once(database, enquiry_id, twice, twice)[1] == ["Ja."]


def test_an_answer_is_kept_when_the_asker_closes_meanwhile(database, enquiry_id):
    status, said = at_once(database, enquiry_id, answers("Ja."), closes)
    assert said == ["Ja."]
    assert status in {EnquiryStatus.ANSWERED, EnquiryStatus.CLOSED}


def test_closing_twice_is_no_mistake(database, enquiry_id):
    assert at_once(database, enquiry_id, closes, closes) == (EnquiryStatus.CLOSED, [])
