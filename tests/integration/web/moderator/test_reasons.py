"""A moderator chooses reasons out of the list of the municipality."""

import pytest

from tests.support.mails import queued
from tests.support.moderation import organisation_with_member, submitted_workplace
from webapp.core import clock
from webapp.municipalities.settings import change_settings

FIRST = "Schrijf op wie er begeleidt, en hoe."
SECOND = "Kijk het adres na: we vinden het niet."


@pytest.fixture
def workplace(session):
    found = submitted_workplace(session, organisation_with_member(session), at=clock.now())
    session.commit()
    return found


def opened(moderator, workplace):
    return moderator.get(f"/moderatie/werkplekken/{workplace.public_id}")


def test_reasons_and_own_words_come_into_one_mail(moderator, session, workplace):
    opened(moderator, workplace)
    moderator.submit("Stuur terug met uitleg", reasons=[FIRST, SECOND], reason="Groet, Mo.")
    (mail,) = queued(session)
    assert f"{FIRST}\n{SECOND}\nGroet, Mo." in mail.body_text


def test_a_reason_out_of_the_list_is_enough(moderator, session, workplace):
    opened(moderator, workplace)
    moderator.submit("Stuur terug met uitleg", reasons=[FIRST])
    (mail,) = queued(session)
    assert FIRST in mail.body_text


def test_who_gives_no_reason_is_asked_for_one(moderator, workplace):
    opened(moderator, workplace)
    page = moderator.submit("Stuur terug met uitleg", status=422)
    assert "Kies wat past, of schrijf zelf op waarom." in page.main_text


def test_a_reason_that_is_not_in_the_list_is_no_reason(moderator, session, workplace):
    opened(moderator, workplace)
    moderator.submit("Stuur terug met uitleg", reasons=["Zomaar."], status=422)
    assert queued(session) == []


def test_a_municipality_has_a_list_of_its_own(moderator, workplace):
    moderator.get("/moderatie/instellingen/beheer")
    moderator.submit("Bewaar", return_reasons="Te kort.\nTe lang.", rejection_reasons="")
    page = opened(moderator, workplace)
    assert "Te kort." in page.main_text
    assert FIRST not in page.main_text
    assert "Dit is geen werkplek met begeleiding." not in page.main_text
    page = moderator.submit("Wijs af met uitleg", status=422)
    assert "Schrijf in een paar woorden op waarom." in page.main_text


@pytest.mark.parametrize("lines", ["geen zin", "x" * 201 + ".", "Ja.\n" * 11])
def test_a_list_that_does_not_fit_is_refused(moderator, lines):
    moderator.get("/moderatie/instellingen/beheer")
    moderator.submit("Bewaar", return_reasons=lines, status=422)


def test_without_a_list_own_words_are_asked(moderator, session, workplace):
    change_settings(session, "GM0226", return_reasons=())
    session.commit()
    page = opened(moderator, workplace)
    assert "In je eigen woorden" in page.main_text  # to reject, there is a list
    page = moderator.submit("Stuur terug met uitleg", status=422)
    assert "Schrijf in een paar woorden op waarom." in page.main_text
