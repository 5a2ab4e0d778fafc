"""A consultant asks all providers of a list at once, and sees what they answer."""

import pytest
from sqlalchemy import select

from tests.support import html
from tests.support.mails import queued
from tests.support.page_client import PageClient
from tests.support.people import DUIVEN, database_of, make_account, sign_in, staff_member
from tests.support.search_index import bring_up_to_date
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts.models import RoleName
from webapp.enquiries.models import Enquiry
from webapp.shortlists.models import ShortlistQuestion
from webapp.workplaces import sectors

ASK, SEND = "Vraag of er plek is", "Stuur de vraag"


@pytest.fixture
def provider(app, database):
    """A manager of an organisation with two workplaces; another organisation has a third."""
    with database.writing() as session:
        sectors.load(session)
        organisation = make_organisation(session, name="De Moestuin")
        made = [
            make_workplace(session, organisation=organisation, title="Tuin"),
            make_workplace(session, organisation=organisation, title="Kas"),
            make_workplace(session, title="Werkplaats"),
        ]
        ids = [each.public_id for each in made]
        manager = make_account(session, "riet@moestuin.example", organisations=(organisation,))
    bring_up_to_date(app, database)
    client = sign_in(PageClient(app), manager)
    client.ids = ids
    return client


@pytest.fixture
def consultant(app, provider):
    """A consultant with a list of all three in view."""
    client = staff_member(app, RoleName.CONSULTANT)
    client.get(f"/consulent/lijstjes/toevoegen?id={'&id='.join(provider.ids)}")
    client.submit("Zet op het lijstje", label="mevrouw B.")
    return client


def enquiries_in(session):
    session.rollback()
    return session.scalars(select(Enquiry).order_by(Enquiry.id)).all()


def test_each_provider_gets_one_question_without_a_word_about_the_client(consultant, session):
    consultant.follow(ASK)
    page = consultant.submit(SEND)
    assert "De vraag is naar 2 werkgevers gestuurd." in page.text
    assert page.main_text.count("Gevraagd, nog geen antwoord") == 3
    both, one = enquiries_in(session)
    assert both.is_by_consultant
    assert "Het gaat om deze werkplekken: Tuin; Kas." in both.turns[0].text
    assert one.turns[0].text.startswith("Is er bij jullie plek")
    assert "Het gaat om" not in one.turns[0].text
    mails = queued(session)
    assert {mail.kind for mail in mails} == {"enquiries/new_for_provider"}
    written = [turn.text for each in (both, one) for turn in each.turns]
    assert all("mevrouw B." not in text for text in [*written, *(m.body_text for m in mails)])


def test_pressed_twice_it_is_asked_once(consultant, session):
    consultant.follow(ASK)
    form = consultant.page
    consultant.submit(SEND)
    consultant.pages.append(form)
    consultant.submit(SEND)
    assert len(enquiries_in(session)) == 2


def test_who_waits_for_an_answer_is_not_asked_again(consultant, session):
    consultant.follow(ASK)
    consultant.submit(SEND, items=_items(consultant.page)[:1])
    page = consultant.follow(ASK)
    assert "Tuin" not in page.main_text
    assert len(_items(page)) == 2
    address = page.url
    consultant.submit(SEND)
    page = consultant.get(address)
    assert "wacht al een vraag" in page.main_text
    assert len(enquiries_in(session)) == 3


def _items(page):
    return [
        each.get("value") for each in html.all_of(page.tree, "input") if each.get("name") == "items"
    ]


def test_nothing_chosen_and_nothing_asked_are_told_and_lose_nothing(consultant, session):
    consultant.follow(ASK)
    page = consultant.submit(SEND, items=[], question="Kan het maandag?", status=422)
    assert page.errors == ["Kies bij welke werkplekken je het wilt vragen."]
    assert "Kan het maandag?" in page.response.text
    consultant.submit(SEND, question="", status=422)
    assert enquiries_in(session) == []


def test_the_answer_stands_on_the_list_and_the_consultant_writes_back(
    consultant, provider, session
):
    address = consultant.page.url
    consultant.follow(ASK)
    consultant.submit(SEND)
    provider.get("/aanbieder/vragen")
    provider.get(f"/aanbieder/vragen/{enquiries_in(session)[0].public_id}")
    session.rollback()
    provider.submit("Stuur het antwoord", text="Ja, vanaf maandag.")
    page = consultant.get(address)
    assert page.main_text.count("Ja, vanaf maandag.") == 2
    consultant.follow("Kas")
    page = consultant.submit("Stuur je bericht", text="", status=422)
    assert page.errors
    page = consultant.submit("Stuur je bericht", text="Fijn, ik bel.")
    assert "Fijn, ik bel." in page.main_text
    page = consultant.get(address)
    assert page.main_text.count("Gevraagd, nog geen antwoord") == 3


def test_a_colleague_writes_back_under_their_own_name(app, consultant, session):
    address = consultant.page.url
    consultant.follow(ASK)
    consultant.submit(SEND)
    with database_of(app).writing() as other:
        colleague = make_account(other, name="Kees", roles=((RoleName.CONSULTANT, DUIVEN),))
    consultant.get(address)
    consultant.follow("Deel het lijstje")
    consultant.submit("Deel met deze collega", colleague=colleague.public_id)
    client = sign_in(PageClient(app), colleague)
    client.get(address)
    client.follow("Kas")
    client.submit("Stuur je bericht", text="Ik vraag het ook.")
    enquiry = enquiries_in(session)[0]
    assert [turn.author_name for turn in enquiry.turns] == [enquiry.asker_name, "Kees"]


def test_a_removed_list_leaves_the_questions(consultant, session):
    consultant.follow(ASK)
    consultant.submit(SEND)
    consultant.follow("Wijzig of verwijder dit lijstje")
    consultant.submit("Verwijder het lijstje")
    assert len(enquiries_in(session)) == 2
    assert session.scalars(select(ShortlistQuestion)).all() == []
