"""Somebody keeps workplaces without an account: in their own browser, by choice, and no longer."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.support import html, sites
from tests.support.page_client import PageClient
from tests.support.workplaces import hide
from webapp.audit.models import AuditEvent
from webapp.core import clock
from webapp.mail import outbox
from webapp.mail.models import MailStatus, OutgoingMail
from webapp.web.public.saved_workplaces.cookie import LASTS, MOST
from webapp.workplaces.models import Workplace

PATH = "/bewaarde-werkplekken"
LINK = "Bewaar deze werkplek"
SAVE = "Ja, bewaar op dit apparaat"
SEND = "Mail de lijst"
FORGET = "Vergeet mijn hele lijst"


@pytest.fixture
def two(offer):
    return [offer("Honden uitlaten"), offer("Brood bakken")]


def save(visitor, public_id):
    visitor.get(f"{PATH}/bewaar/{public_id}")
    return visitor.submit(SAVE)


def titles(page):
    return html.texts_with_class(page.tree, "h2", inside="card")


def cookie(visitor):
    return visitor.client.get_cookie("bewaard", domain="duiven.localhost", path=PATH)


def mails(database):
    with database.reading() as session:
        return session.scalars(select(OutgoingMail)).all()


def test_a_visitor_reads_what_saving_means_and_nothing_is_set_before_the_button(visitor, two):
    visitor.get(f"/werkplekken/x-{two[0]}")
    page = visitor.follow(LINK)
    assert "Dat is een klein bestand." in page.main_text
    assert "Gebruiken meer mensen dit apparaat?" in page.main_text
    assert cookie(visitor) is None
    page = visitor.submit(SAVE)
    assert page.heading == "Bewaarde werkplekken"
    assert titles(page) == ["Honden uitlaten"]


def test_the_cookie_goes_to_the_pages_of_the_list_alone_and_ends_by_itself(visitor, two):
    save(visitor, two[0])
    kept = cookie(visitor)
    assert kept.http_only
    assert kept.same_site == "Lax"
    assert kept.path == PATH
    assert kept.max_age == LASTS.total_seconds()
    assert kept.decoded_value == f"{two[0]}=Honden+uitlaten"
    assert f"{LASTS.days} dagen" in visitor.get("/cookies").main_text


def test_the_last_one_saved_comes_first_and_each_stands_there_once(visitor, two):
    for public_id in (*two, two[0]):
        visitor.get(f"{PATH}/bewaar/{public_id}")
        if "staat al in je lijst" not in visitor.page.main_text:
            visitor.submit(SAVE)
    assert titles(visitor.get(PATH)) == ["Brood bakken", "Honden uitlaten"]


def test_what_left_public_view_is_named_and_not_shown(visitor, two, database):
    for public_id in two:
        save(visitor, public_id)
    with database.writing() as session:
        hide(session, session.scalar(select(Workplace).where(Workplace.public_id == two[0])))
    page = visitor.get(PATH)
    assert titles(page) == ["Brood bakken"]
    assert "Deze werkplek is er nu niet meer: Honden uitlaten" in page.main_text
    assert not any(two[0] in address for address in page.links.values())
    page = visitor.submit("Haal weg Honden uitlaten")
    assert "Honden" not in page.text


def test_one_is_taken_out_and_the_rest_stays(visitor, two):
    for public_id in two:
        save(visitor, public_id)
    assert titles(visitor.submit("Haal weg Brood bakken")) == ["Honden uitlaten"]


def test_with_one_button_nothing_is_left(visitor, two):
    save(visitor, two[0])
    page = visitor.submit(FORGET)
    assert "Je lijst is leeg." in page.main_text
    assert cookie(visitor) is None


def test_of_a_full_list_it_is_said_how_to_go_on(visitor, offer):
    for number in range(MOST):
        save(visitor, offer(f"Zéér lange titel met accënten, nummer {number}" + " ö" * 40))
    assert len(cookie(visitor).value) < 4000
    visitor.get(f"{PATH}/bewaar/{offer('Nog een')}")
    page = visitor.submit(SAVE, status=422)
    assert "Je lijst is vol. Haal er eerst een werkplek uit." in page.main_text


@pytest.mark.parametrize("value", ["%00", "x", "a=b&a=b", "=" * 4000, "2345678923=%0d%0aX: y"])
def test_a_cookie_that_somebody_made_up_is_harmless(visitor, value):
    visitor.client.set_cookie("bewaard", value, domain="duiven.localhost", path=PATH)
    assert visitor.get(PATH).heading == "Bewaarde werkplekken"


def test_in_production_the_list_travels_over_tls_alone(settings, two):
    production = replace(settings, production=True, base_domain="example.nl")
    with sites.application(production) as app:
        visitor = PageClient(app, host="duiven.example.nl", secure=True)
        save(visitor, two[0])
        kept = visitor.client.get_cookie("__Secure-bewaard", domain="duiven.example.nl", path=PATH)
    assert kept.secure


def test_a_hidden_workplace_cannot_be_saved(visitor, two, database):
    with database.writing() as session:
        hide(session, session.scalar(select(Workplace).where(Workplace.public_id == two[0])))
    visitor.get(f"{PATH}/bewaar/{two[0]}", status=404)


def test_the_list_goes_by_mail_with_links_and_nothing_else(visitor, two, database):
    for public_id in two:
        save(visitor, public_id)
    visitor.follow("Mail deze lijst")
    page = visitor.submit(SEND, to="hulp@voorbeeld.nl")
    assert "De lijst is onderweg." in page.main_text
    (mail,) = mails(database)
    assert mail.recipient == "hulp@voorbeeld.nl"
    for public_id in two:
        assert f"-{public_id}\n" in mail.body_text
    assert "http://duiven.localhost:5000/werkplekken/brood-bakken-" in mail.body_html
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(AuditEvent)) == 0


def test_how_to_get_there_is_told_where_the_provider_wrote_it(visitor, offer, database):
    words = "Bus 27 stopt op 200 meter."
    save(visitor, offer("Honden uitlaten", public_transport=words))
    page = save(visitor, offer("Brood bakken"))
    assert page.main_text.count("Met het openbaar vervoer:") == 1
    assert words in page.main_text
    visitor.follow("Mail deze lijst")
    visitor.submit(SEND, to="hulp@voorbeeld.nl")
    (mail,) = mails(database)
    assert mail.body_text.count(f"Met het openbaar vervoer: {words}") == 1
    assert mail.body_html.count(words) == 1


def test_of_a_mail_that_was_given_up_the_address_is_wiped_with_its_text(visitor, two, database):
    save(visitor, two[0])
    visitor.follow("Mail deze lijst")
    visitor.submit(SEND, to="hulp@voorbeeld.nl")
    with database.writing() as session:
        mail = session.scalars(select(OutgoingMail)).one()
        mail.status = MailStatus.FAILED
        outbox.purge(session, now=clock.now() + outbox.KEEP_TEXT + timedelta(hours=1))
    (mail,) = mails(database)
    assert (mail.recipient, mail.body_text) == ("", "")


@pytest.mark.parametrize("address", ["", "geen adres", "a@b.nl\r\nBcc: c@d.nl"])
def test_an_address_that_is_none_is_said_at_the_field_and_stays_there(
    visitor, two, database, address
):
    save(visitor, two[0])
    visitor.follow("Mail deze lijst")
    page = visitor.submit(SEND, to=address, status=422)
    assert page.errors == ["Vul een e-mailadres in, zoals naam@voorbeeld.nl."]
    assert mails(database) == []


def test_a_robot_mails_nothing(visitor, two, database):
    save(visitor, two[0])
    visitor.follow("Mail deze lijst")
    visitor.submit(SEND, to="hulp@voorbeeld.nl", fax="x", status=422)
    assert mails(database) == []


def test_of_an_empty_list_nothing_is_mailed(visitor):
    assert visitor.get(f"{PATH}/mail").heading == "Bewaarde werkplekken"
