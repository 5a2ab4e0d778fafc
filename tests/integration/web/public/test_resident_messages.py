"""A resident adds or asks something on the page behind the private link, and reads the answer."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import select

from tests.support.page_client import PageClient
from tests.support.people import database_of, staff_member
from tests.support.pressing import press_at_once
from tests.support.resident_signup import WITHDRAW, private_link, sign_up
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.core.restricting import RestrictionGround
from webapp.mail.models import OutgoingMail
from webapp.registrations.models import Registration, RegistrationMessage, RegistrationStatus
from webapp.workplaces import sectors

SEND = "Verstuur je bericht"
SAID = "Ik kan niet op dinsdag.\nMag het ook op woensdag?"


@pytest.fixture
def link(visitor, database):
    with database.writing() as session:
        sectors.load(session)
    sign_up(visitor)
    return private_link(visitor)


@pytest.fixture
def resident(app, link):
    """The resident in a browser of their own, with the page open."""
    client = PageClient(app)
    client.get(link)
    return client


def kept(app):
    with database_of(app).reading() as session:
        found = select(RegistrationMessage).order_by(RegistrationMessage.id)
        return [each.text for each in session.scalars(found)]


def change(app, **values):
    with database_of(app).writing() as session:
        found = session.scalars(select(Registration)).one()
        for name, value in values.items():
            setattr(found, name, value)


def answered(app, text):
    consultant = staff_member(app, RoleName.CONSULTANT)
    with database_of(app).reading() as session:
        public_id = session.scalars(select(Registration.public_id)).one()
    consultant.get(f"/consulent/aanmeldingen/{public_id}")
    consultant.submit(SEND, text=text)
    return consultant


def test_a_message_stands_on_the_page_as_it_was_written(app, resident):
    assert "Je krijgt een mail als er een antwoord is." in resident.page.main_text
    page = resident.submit(SEND, text=SAID)
    assert "Je bericht is verstuurd." in page.text
    assert "Jij" in page.main_text
    assert SAID in page.response.text
    assert page.response.headers["Cache-Control"] == "no-store"
    assert kept(app) == [SAID]


def test_both_sides_stand_in_order_and_the_answer_has_a_name(app, resident, link):
    resident.submit(SEND, text="Een vraag.")
    answered(app, "Een antwoord.")
    page = resident.get(link)
    resident.submit(SEND, text="Nog een vraag.")
    text = resident.page.main_text
    assert text.index("Een vraag.") < text.index("Een antwoord.") < text.index("Nog een vraag.")
    assert "Sanne Voorbeeld (gemeente)" in page.main_text


def test_the_mail_about_an_answer_leads_to_the_page_and_both_links_work(app, resident, link):
    resident.submit(SEND, text="Een vraag.")
    answered(app, "Een antwoord.")
    with database_of(app).reading() as session:
        mail = session.scalars(
            select(OutgoingMail).where(OutgoingMail.kind == "registrations/message_waits")
        ).one()
    found = re.search(r"/inwoners/aanmelding/\S+", mail.body_text)
    assert found
    assert found.group() != link
    for path in (found.group(), link):
        assert "Een antwoord." in PageClient(app).get(path).main_text
    with time_machine.travel(datetime.now(UTC) + timedelta(days=91), tick=False):
        for path in (found.group(), link):
            page = PageClient(app).get(path, status=404)
            assert page.heading == "Deze link werkt niet"


def test_staff_knows_whether_the_answer_was_seen(app, resident, link):
    resident.submit(SEND, text="Een vraag.")
    consultant = answered(app, "Een antwoord.")
    assert "Nog niet bekeken via de link." in consultant.page.main_text
    resident.get(link)
    assert "Bekeken via de link op" in consultant.get(consultant.page.url).main_text


def test_what_only_asks_whether_the_page_is_there_has_not_seen_the_answer(app, resident, link):
    resident.submit(SEND, text="Een vraag.")
    consultant = answered(app, "Een antwoord.")
    assert resident.raw(link, "HEAD").status_code == 200
    assert "Nog niet bekeken via de link." in consultant.get(consultant.page.url).main_text


def test_pressing_twice_makes_one_message(app, resident):
    page = resident.page
    resident.submit(SEND, text=SAID)
    resident.pages.append(page)
    resident.submit(SEND, text=SAID)
    assert kept(app) == [SAID]


def test_pressing_at_the_same_moment_makes_one_message(app, resident):
    assert press_at_once(app, resident.page, resident, SEND, text=SAID) == [303] * 4
    assert kept(app) == [SAID]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (" ", "Schrijf eerst je bericht."),
        ("Lang. " * 200, "Maak je bericht korter: hooguit 1000 tekens."),
    ],
)
def test_what_cannot_be_sent_stays_in_the_form(app, resident, text, problem):
    page = resident.submit(SEND, text=text, status=422)
    assert page.errors == [problem]
    assert page.title.startswith("Fout:")
    assert text.strip() in page.response.text
    assert kept(app) == []
    resident.submit(SEND, text="Kort.")
    assert kept(app) == ["Kort."]


def test_after_five_on_a_day_it_is_closed_until_tomorrow(app, resident, link):
    for number in range(5):
        page = resident.submit(SEND, text=f"Bericht {number}")
    assert "Morgen kun je er weer een sturen." in page.main_text
    assert "Bel " in page.main_text
    assert SEND not in page.response.text
    with time_machine.travel(clock.now() + timedelta(days=1), tick=False):
        resident.get(link)
        resident.submit(SEND, text="De volgende dag.")
    assert len(kept(app)) == 6


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"status": RegistrationStatus.COMPLETED}, "Je aanmelding is klaar of gestopt."),
        ({"status": RegistrationStatus.STOPPED}, "Je aanmelding is klaar of gestopt."),
        (
            {"restricted_at": clock.now(), "restricted_for": RestrictionGround.CLAIM},
            "Je aanmelding staat stil.",
        ),
    ],
)
def test_what_is_over_or_rests_says_who_to_call_and_loses_nothing(
    app, resident, link, changes, sentence
):
    change(app, **changes)
    page = resident.submit(SEND, text=SAID, status=422)
    assert sentence in page.main_text
    assert "Je bericht is niet verstuurd." in page.main_text
    assert SAID in page.response.text
    assert kept(app) == []
    page = resident.get(link)
    assert "Noem je kenmerk" in page.main_text
    assert SEND not in page.response.text


def test_what_was_withdrawn_meanwhile_gives_the_text_back(app, resident, link):
    other = PageClient(app)
    other.get(f"{link}/stoppen")
    other.submit(WITHDRAW)
    page = resident.submit(SEND, text=SAID, status=404)
    assert page.heading == "Deze link werkt niet"
    assert "Mag het ook op woensdag?" in page.main_text
    assert "Bekijk hoe je ons bereikt" in page.links


def test_who_left_no_address_is_told_to_look_here_again(app, database, visitor):
    with database.writing() as session:
        sectors.load(session)
    sign_up(visitor, email="", phone="06 12 34 56 78")
    link = next(url for url in visitor.page.links.values() if "/inwoners/aanmelding/" in url)
    page = visitor.get(link)
    assert "De gemeente belt je, of schrijft hier een antwoord." in page.main_text
    visitor.submit(SEND, text=SAID)
    consultant = answered(app, "Ik bel je zo.")
    assert "er is geen e-mailadres" in consultant.page.text
    assert "Ik bel je zo." in visitor.get(link).main_text


def test_a_link_of_another_municipality_takes_nothing(app, resident, link):
    page = resident.page
    other = PageClient(app, host="arnhem.localhost:5000")
    other.pages.append(page)
    other.get(link, status=404)
    other.post_raw(link, {"text": "x", "key": "k" * 12}, status=400)
    assert kept(app) == []


def test_markup_is_shown_as_it_was_typed(resident):
    page = resident.submit(SEND, text="<b>vet</b> & 'zo'")
    assert "<b>vet</b> & 'zo'" in page.main_text
