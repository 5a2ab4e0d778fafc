"""A visitor asks, a provider answers: by page and by mail, and neither sees the other's address."""

import pytest

from tests.support.enquiries import ASKER_EMAIL, QUESTION
from tests.support.mails import smtp_server, text_of
from tests.support.page_client import PageClient
from tests.support.people import database_of, make_account, sign_in, staff_member
from tests.support.workplaces import hide, make_organisation, make_workplace
from webapp.accounts.models import RoleName
from webapp.mail import dispatch
from webapp.mail.transports import from_settings
from webapp.workplaces import sectors
from webapp.workplaces.models import Workplace

MEMBER_EMAIL = "lid.sentinel@aanbieder.example"
ANSWER = "Ja, op donderdag is er plek."


@pytest.fixture
def provider(app):
    with database_of(app).writing() as session:
        sectors.load(session)
        organisation = make_organisation(session)
        account = make_account(session, MEMBER_EMAIL, organisations=(organisation,))
        workplace = make_workplace(session, organisation=organisation)
        browser = PageClient(app)
        browser.public_id = workplace.public_id
    return sign_in(browser, account)


def ask(visitor, provider, **values):
    visitor.get(f"/werkplekken/{provider.public_id}/vraag")
    filled = {"question": QUESTION, "name": "Vera Vraagsma", "email": ASKER_EMAIL, **values}
    status = filled.pop("status", 200)
    return visitor.submit("Stuur je vraag", status=status, **filled)


def delivered(app, settings):
    """Send what waits through a real mail server; return what it received."""
    with smtp_server() as (postbox, port):
        transport = from_settings(
            type(settings)(**{**vars(settings), "mail_url": f"smtp://127.0.0.1:{port}"})
        )
        dispatch.send_due(database_of(app), transport)
    return postbox.messages


def secret_link(message):
    text = text_of(message)
    return "/vragen/" + text.split("/vragen/")[1].split()[0]


def test_in_a_whole_talk_neither_reads_the_address_of_the_other(  # noqa: PLR0915 (one talk)
    app, settings, visitor, provider, capsys
):
    seen_by_provider, seen_by_asker = [], []
    assert ask(visitor, provider).heading == "Je vraag is verstuurd"
    first = delivered(app, settings)
    assert {message["To"] for message in first} == {ASKER_EMAIL, MEMBER_EMAIL}
    to_asker = next(message for message in first if message["To"] == ASKER_EMAIL)
    to_provider = next(message for message in first if message["To"] == MEMBER_EMAIL)
    assert QUESTION not in text_of(to_provider)
    seen_by_provider.append(to_provider.as_string())
    seen_by_asker.append(to_asker.as_string())

    provider.get("/aanbieder/vragen")
    seen_by_provider.append(provider.page.response.get_data(as_text=True))
    link = next(url for url in provider.page.links.values() if "/aanbieder/vragen/" in url)
    assert QUESTION in provider.get(link).main_text
    provider.submit("Stuur het antwoord", status=422, text=" ")
    provider.submit("Stuur het antwoord", text=ANSWER)
    seen_by_provider += [page.response.get_data(as_text=True) for page in provider.pages]

    (answered,) = delivered(app, settings)
    assert answered["To"] == ASKER_EMAIL
    assert ANSWER in text_of(answered)
    seen_by_asker.append(answered.as_string())
    asker = PageClient(app)
    for known in (secret_link(to_asker), secret_link(answered)):
        page = asker.get(known)
        assert ANSWER in page.main_text
        assert page.response.headers["Cache-Control"] == "no-store"
    asker.submit("Stuur je bericht", text="Dank, en op vrijdag?")
    assert "nog niet geantwoord" in asker.page.main_text
    assert [message["To"] for message in delivered(app, settings)] == [MEMBER_EMAIL]
    asker.submit("Sluit je vraag af")
    assert "afgesloten" in asker.page.main_text
    seen_by_asker += [page.response.get_data(as_text=True) for page in asker.pages]

    assert not [text for text in seen_by_provider if ASKER_EMAIL in text]
    assert not [text for text in seen_by_asker if MEMBER_EMAIL in text]
    logged = capsys.readouterr()
    for email in (ASKER_EMAIL, MEMBER_EMAIL):
        assert email not in logged.out + logged.err


def test_who_forgets_something_reads_what_and_loses_nothing(visitor, provider):
    page = ask(visitor, provider, status=422, email="geen adres")
    assert page.errors == ["Vul een e-mailadres in, zoals naam@voorbeeld.nl."]
    assert QUESTION in page.response.get_data(as_text=True)
    page = ask(visitor, provider, status=422, question="", name="")
    assert page.errors == ["Schrijf op wat je wilt vragen.", "Vul je naam in."]


def test_an_asker_wipes_everything(app, settings, visitor, provider):
    ask(visitor, provider)
    to_asker = next(message for message in delivered(app, settings) if message["To"] == ASKER_EMAIL)
    asker = PageClient(app)
    asker.get(secret_link(to_asker))
    asker.follow("Wis deze vraag")
    assert asker.submit("Ja, wis deze vraag").heading == "Je vraag is gewist"
    asker.get(secret_link(to_asker), status=404)
    assert QUESTION not in provider.get("/aanbieder/vragen").main_text
    assert "geen vragen" in provider.page.main_text


def test_abuse_is_hidden_from_members_and_read_by_the_municipality(app, visitor, provider):
    ask(visitor, provider)
    provider.get("/aanbieder/vragen")
    link = next(url for url in provider.page.links.values() if "/aanbieder/vragen/" in url)
    provider.get(link)
    assert QUESTION not in provider.submit("Dit is misbruik").main_text
    moderator = staff_member(app, RoleName.MODERATOR)
    moderator.get("/moderatie/vragen-aan-aanbieders")
    found = next(
        url
        for url in moderator.page.links.values()
        if url.startswith("/moderatie/vragen-aan-aanbieders/")
    )
    assert QUESTION in moderator.get(found).main_text
    moderator.submit("Dit is geen misbruik")
    assert QUESTION in provider.get(link).main_text


def test_another_provider_finds_no_such_question(app, visitor, provider):
    ask(visitor, provider)
    provider.get("/aanbieder/vragen")
    link = next(url for url in provider.page.links.values() if "/aanbieder/vragen/" in url)
    with database_of(app).writing() as session:
        stranger = make_account(session, organisations=(make_organisation(session),))
    sign_in(PageClient(app), stranger).get(link, status=404)


def test_a_consultant_asks_under_their_own_name(app, provider):
    consultant = staff_member(app, RoleName.CONSULTANT)
    consultant.get(f"/werkplekken/{provider.public_id}/vraag")
    assert "van de gemeente Duiven" in consultant.page.main_text
    consultant.submit("Stuur je vraag", question=QUESTION)
    provider.get("/aanbieder/vragen")
    link = next(url for url in provider.page.links.values() if "/aanbieder/vragen/" in url)
    assert "voor de gemeente Duiven" in provider.get(link).main_text


def test_nobody_asks_about_a_hidden_workplace(app, visitor, provider):
    with database_of(app).writing() as session:
        workplace = session.query(Workplace).filter_by(public_id=provider.public_id).one()
        hide(session, workplace)
    visitor.get(f"/werkplekken/{provider.public_id}/vraag", status=404)


def test_a_remark_is_handled_and_the_address_wiped(app, settings, visitor, provider):
    visitor.get(f"/werkplekken/{provider.public_id}/klopt-niet")
    visitor.submit("Meld dit", status=422)
    visitor.submit("Meld dit", text="Het adres klopt niet.", email=ASKER_EMAIL)
    assert visitor.page.heading == "Je melding is verstuurd"
    assert [message["To"] for message in delivered(app, settings)] == [MEMBER_EMAIL]
    moderator = staff_member(app, RoleName.MODERATOR)
    assert "Gemeld" in moderator.get("/moderatie").main_text
    provider.get("/aanbieder/meldingen")
    link = next(url for url in provider.page.links.values() if "/aanbieder/meldingen/" in url)
    provider.get(link)
    provider.submit("Bewaar wat je ermee deed", status=422)
    provider.submit("Bewaar wat je ermee deed", outcome="done", note="Aangepast.")
    (told,) = delivered(app, settings)
    assert told["To"] == ASKER_EMAIL
    assert "Aangepast." in text_of(told)
    assert "Gemeld" not in moderator.get("/moderatie").main_text
    assert ASKER_EMAIL not in provider.get(link).response.get_data(as_text=True)
