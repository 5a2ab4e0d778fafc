"""A watchword in every personal field: where it may be read, and nowhere else."""

from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from tests.support.leaks import elsewhere, files_under, kept_in
from tests.support.page_client import PageClient
from tests.support.people import make_account, sign_in, staff_member
from tests.support.resident_signup import NEXT, SEND, begin, private_link
from tests.support.search_index import bring_up_to_date
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.workplaces import sectors

LIST = "/consulent/aanmeldingen"
EMAIL = "wachtwoord-epost@inwoner.example"
PHONE = "06 98 76 54 31"
PLACE = "Groessen"
# What a resident or a consultant types, each with a word that occurs nowhere else.
WORDS = {
    "helper": "Schildwacht-helper",
    "agreed_with": "Schildwacht-afspraak",
    "name": "Schildwacht-naam",
    "wishes": "Schildwacht-wens",
    "needs_notes": "Schildwacht-nodig",
    "note": "Schildwacht-notitie",
    "place": "Schildwacht-plek",
    "message": "Schildwacht-bericht",
    "answer": "Schildwacht-antwoord",
}
PERSONAL = (*WORDS.values(), EMAIL, PHONE, PLACE)


@pytest.fixture
def sectors_there(database):
    with database.writing() as session:
        sectors.load(session)


def sign_up(visitor):
    begin(visitor)
    visitor.submit(NEXT, filled_in_by="consultant", helper_name=WORDS["helper"])
    visitor.submit(NEXT, agreed_with=WORDS["agreed_with"])
    visitor.submit(NEXT, meets_age_condition="yes")
    visitor.submit(NEXT, sectors=["dieren"], wishes=WORDS["wishes"])
    visitor.submit(NEXT, days=["ma"], parts=["ochtend"])
    visitor.submit(NEXT, needs=["quiet_place"], needs_notes=WORDS["needs_notes"])
    visitor.submit(NEXT, name=WORDS["name"], email=EMAIL, phone=PHONE, residence=PLACE)
    visitor.submit(SEND)


def follow_up(consultant):
    """Do what is done with a registration; return the address of it."""
    consultant.get(LIST)
    path = next(url for url in consultant.page.links.values() if url.startswith(f"{LIST}/"))
    consultant.get(f"{path}/contact")
    consultant.submit("Bewaar", channel="phone", outcome="reached", note=WORDS["note"])
    day = (clock.today() + timedelta(days=9)).isoformat()
    consultant.get(f"{path}/intake")
    consultant.submit("Bewaar de intake", day=day, time="14:30", place=WORDS["place"])
    consultant.get(f"{path}/berichten")
    consultant.submit("Verstuur je bericht", text=WORDS["answer"])
    consultant.get(f"{path}/inzage")
    consultant.raw(f"{path}/inzage.json")
    return path


@pytest.mark.usefixtures("sectors_there")
def test_what_is_personal_is_read_only_where_it_must_be(
    app, visitor, database, settings, caplog, capsys
):
    caplog.set_level("DEBUG")
    consultant = staff_member(app, RoleName.CONSULTANT)
    with capture_logs() as events:
        sign_up(visitor)
        visitor.get(private_link(visitor))
        visitor.submit("Verstuur je bericht", text=WORDS["message"])
        path = follow_up(consultant)
        bring_up_to_date(app, database)
        others = elsewhere(app, path)
    outside = {
        "log lines": f"{events} {caplog.text} {capsys.readouterr()}",
        "addresses": " ".join(page.url for page in (*visitor.pages, *consultant.pages)),
        "titles": " ".join(page.title for page in (*visitor.pages, *consultant.pages)),
        "other sites": others,
        **kept_in(database),
    }
    leaks = {(where, word) for where, held in outside.items() for word in PERSONAL if word in held}
    # A mail goes to the resident, and says where the talk is.
    may = {("outgoing_mail", EMAIL), ("outgoing_mail", WORDS["place"])}
    assert leaks - may == set()
    assert leaks >= may
    files = files_under(settings.data_dir)
    words = [word.encode() for word in PERSONAL if word != PLACE]
    assert [name for name, held in files.items() if any(word in held for word in words)] == []
    link = visitor.get(private_link(visitor))
    shown = ("name", "wishes", "message", "answer")
    assert all(WORDS[name] in link.main_text for name in shown)


@pytest.mark.usefixtures("sectors_there")
def test_what_is_typed_half_way_lies_sealed_in_the_session(visitor, database):
    begin(visitor)
    visitor.submit(NEXT, filled_in_by="consultant", helper_name=WORDS["helper"])
    visitor.submit(NEXT, agreed_with=WORDS["agreed_with"])
    visitor.submit(NEXT, meets_age_condition="yes")
    visitor.submit(NEXT, sectors=["dieren"], wishes=WORDS["wishes"])
    whole = str(kept_in(database))
    assert [word for word in PERSONAL if word in whole] == []
    visitor.get("/inwoners/aanmelden/werk")
    assert WORDS["wishes"] in visitor.page.response.text


ASKED = {
    "question": "Schildwacht-vraag",
    "name": "Schildwacht-vrager",
    "email": "schildwacht-vrager@bezoeker.example",
}
ANSWER = "Schildwacht-antwoord"


@pytest.mark.usefixtures("sectors_there")
def test_what_a_visitor_asks_is_read_only_where_it_must_be(
    app, visitor, database, settings, caplog, capsys
):
    caplog.set_level("DEBUG")
    with database.writing() as session:
        organisation = make_organisation(session)
        account = make_account(session, organisations=(organisation,))
        public_id = make_workplace(session, organisation=organisation).public_id
    provider = sign_in(PageClient(app), account)
    with capture_logs() as events:
        visitor.get(f"/werkplekken/{public_id}/vraag")
        visitor.submit("Stuur je vraag", **ASKED)
        provider.get("/aanbieder/vragen?q=vrager")
        links = provider.page.links.items()
        provider.get(next(url for text, url in links if text.startswith("Vraag van Schildwacht")))
        provider.submit("Stuur het antwoord", text=ANSWER)
        bring_up_to_date(app, database)
        others = elsewhere(app, "/aanbieder/vragen")
    said = (*ASKED.values(), ANSWER)
    outside = {
        "log lines": f"{events} {caplog.text} {capsys.readouterr()}",
        "addresses": " ".join(page.url for page in (*visitor.pages, *provider.pages)),
        "other sites": others,
        **kept_in(database),
    }
    leaks = {(where, word) for where, held in outside.items() for word in said if word in held}
    assert leaks == {("outgoing_mail", ASKED["email"]), ("outgoing_mail", ASKED["name"])} | {
        ("outgoing_mail", ANSWER)
    }
    assert [n for n, held in files_under(settings.data_dir).items() if b"Schildwacht" in held] == []
