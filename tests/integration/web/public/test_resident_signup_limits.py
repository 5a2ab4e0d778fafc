"""How often somebody may sign up, and what that does to whom."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from tests.support.page_client import PageClient
from tests.support.resident_signup import NEXT, SEND, begin, reach_check
from tests.support.sites import application, let_take_part
from webapp.mail.models import OutgoingMail
from webapp.registrations.models import Registration
from webapp.workplaces import sectors


@pytest.fixture(autouse=True)
def _sectors(database):
    with database.writing() as session:
        sectors.load(session)


def test_a_robot_that_fills_in_everything_is_stopped(visitor, database):
    def made():
        with database.reading() as session:
            return session.scalar(select(func.count()).select_from(Registration))

    reach_check(visitor)
    page = visitor.submit(SEND, fax="http://robot.example", status=422)
    assert "Het versturen ging niet goed." in page.main_text
    assert made() == 0
    visitor.submit(SEND)
    assert made() == 1


def test_sending_too_often_is_slowed_down(settings, database):
    let_take_part(database)
    with application(replace(settings, rate_limits=True)) as site:
        limited = PageClient(site)
        begin(limited)
        for _attempt in range(60):
            limited.submit(NEXT, status=422)
        limited.submit(NEXT, status=429)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Registration)) == 0


def test_nobody_is_flooded_with_mail_by_registering_with_their_address(settings, database):
    """From the fourth in an hour on a registration is made without a mail, and nobody is told."""
    let_take_part(database)
    with application(replace(settings, rate_limits=True)) as site:
        pages = []
        for address in ("ria@voorbeeld.nl", "RIA@voorbeeld.nl") * 2:
            browser = PageClient(site)
            reach_check(browser, email=address)
            pages.append(browser.submit(SEND).main_text)
    with database.reading() as session:
        made = session.scalars(select(Registration)).all()
        mails = session.scalars(select(OutgoingMail.recipient)).all()
    texts = {page.replace(each.reference, "") for page, each in zip(pages, made, strict=True)}
    assert len(made) == 4
    assert len(texts) == 1
    assert mails.count("ria@voorbeeld.nl") == 3
