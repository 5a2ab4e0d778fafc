"""How often a list may be mailed, and what that does to whom."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.support.page_client import PageClient
from tests.support.sites import application, let_take_part
from tests.support.workplaces import make_workplace
from webapp.mail.models import OutgoingMail

PATH = "/bewaarde-werkplekken"


@pytest.fixture
def limited(settings, database):
    let_take_part(database)
    with database.writing() as session:
        public_id = make_workplace(session).public_id
    with application(replace(settings, rate_limits=True)) as site:
        visitor = PageClient(site)
        visitor.get(f"{PATH}/bewaar/{public_id}")
        visitor.submit("Ja, bewaar op dit apparaat")
        yield visitor


def send(visitor, to, status=200):
    visitor.get(f"{PATH}/mail")
    return visitor.submit("Mail de lijst", to=to, status=status).main_text


def recipients(database):
    with database.reading() as session:
        return session.scalars(select(OutgoingMail.recipient)).all()


def test_nobody_is_flooded_and_nobody_is_told(limited, database):
    said = {send(limited, to) for to in ("Ria@voorbeeld.nl", "ria@voorbeeld.nl") * 2}
    assert len(said) == 1
    assert recipients(database) == ["ria@voorbeeld.nl"] * 3


def test_who_mails_many_people_is_slowed_down(limited, database):
    for number in range(10):
        send(limited, f"iemand{number}@voorbeeld.nl")
    send(limited, "nog@voorbeeld.nl", status=429)
    assert len(recipients(database)) == 10
