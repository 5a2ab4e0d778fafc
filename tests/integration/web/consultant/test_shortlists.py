"""A consultant puts workplaces together for a client, notes what comes of them, and shares."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from tests.support import html
from tests.support.page_client import PageClient
from tests.support.people import ARNHEM, staff_member
from webapp.accounts.models import Account, RoleName
from webapp.audit.models import AuditEvent
from webapp.shortlists.models import Shortlist, ShortlistItem, ShortlistLink
from webapp.workplaces.models import Workplace

PUT = "Zet op het lijstje"
GARDEN, BICYCLES = "Tuin in Duiven", "Fietsen in Zevenaar"


def choose(client, ids, **search):
    client.get("/consulent")
    client.submit("Zoek werkplekken", **{"postcode": "6922 ZX", **search})
    return client.submit("Zet op een lijstje", id=ids)


@pytest.fixture
def listed(consultant, offers):
    """A consultant with the page of a list in view that has both workplaces on it."""
    choose(consultant, offers, kenmerk="rustige plek")
    consultant.submit(PUT)
    return consultant


def test_what_is_ticked_comes_on_a_new_list_under_the_label_of_the_search(listed):
    page = listed.page
    assert page.heading == "Lijstje: rustige plek"
    assert "2 werkplekken staan nu op het lijstje." in page.text
    assert page.main_text.index(GARDEN) < page.main_text.index(BICYCLES)
    assert all("6922" not in each.url + each.title for each in listed.pages)


def test_a_workplace_comes_on_a_list_once(listed, offers):
    address = f"/consulent/lijstjes/toevoegen?id={offers[0]}"
    page = listed.get(address)
    key = next(
        each.get("value")
        for each in html.all_of(page.tree, "input")
        if each.get("name") == "list" and each.get("value") != "nieuw"
    )
    page = listed.submit(PUT, list=key)
    assert "stond al op het lijstje" in page.text
    assert page.main_text.count(GARDEN) >= 1


def test_a_workplace_comes_on_a_list_from_its_own_page(app, consultant, offers):
    path = f"/werkplekken/tuin-in-duiven-{offers[0]}"
    assert "Zet op een lijstje" not in PageClient(app).get(path).links
    page = consultant.get(path)
    consultant.follow("Zet op een lijstje")
    page = consultant.submit(PUT, label="groen")
    assert "1 werkplek staat nu op het lijstje." in page.text


def test_nothing_ticked_and_no_label_are_told(consultant, offers):
    consultant.get("/consulent")
    consultant.submit("Zoek werkplekken", postcode="6922 ZX")
    page = consultant.submit("Zet op een lijstje", status=422)
    assert "Vink eerst een of meer werkplekken aan in de zoekresultaten." in page.main_text
    choose(consultant, offers)
    page = consultant.submit(PUT, status=422)
    assert page.errors == ["Geef het lijstje een kenmerk, zoals: groen, rustige plek."]
    assert GARDEN in page.main_text
    page = consultant.submit(PUT, label="x" * 61, status=422)
    assert page.errors == ["Maak het kenmerk korter: hooguit 60 tekens."]


def test_more_than_fit_are_refused_and_no_list_is_left_behind(listed, offers, session):
    session.rollback()
    found = session.scalars(select(Shortlist)).one()
    for number in range(18):
        found.items.append(ShortlistItem(title=f"Weg {number}", position=10 + number))
    found.items.remove(found.items[0])
    session.commit()
    listed.get(f"/consulent/lijstjes/toevoegen?id={offers[0]}&id={offers[1]}")
    listed.submit(PUT, list=found.public_id)
    listed.get(f"/consulent/lijstjes/toevoegen?id={offers[0]}")
    session.rollback()
    item = session.scalars(
        select(ShortlistItem).join(Workplace).where(Workplace.public_id == offers[0])
    ).one()
    item.workplace_id = None
    session.commit()
    page = listed.submit(PUT, list=found.public_id, status=422)
    assert "Op een lijstje passen 20 werkplekken. Er staan er al 20 op." in page.main_text
    assert len(session.scalars(select(Shortlist)).all()) == 1


def test_a_note_and_what_came_of_it_are_kept_and_the_reason_is_asked(listed):
    listed.follow(GARDEN)
    page = listed.submit("Bewaar", note="Vraag naar Riet.", outcome="niet-geplaatst", status=422)
    assert page.errors == ["Schrijf kort op waarom het niet doorging."]
    assert "Vraag naar Riet." in page.response.text
    page = listed.submit("Bewaar", reason="Te ver met de bus.")
    assert page.heading == "Lijstje: rustige plek"
    for words in ("Niet geplaatst", "Te ver met de bus.", "Vraag naar Riet."):
        assert words in page.main_text


def test_who_was_placed_has_a_placement_one_step_away(listed):
    listed.follow(GARDEN)
    listed.submit("Bewaar", outcome="geplaatst")
    page = listed.follow("Leg de plaatsing vast, met de termijnen")
    assert page.heading == "Leg een plaatsing vast"
    assert GARDEN in page.main_text


def test_the_second_of_two_who_note_sees_what_the_other_wrote(listed, session):
    listed.follow(GARDEN)
    session.rollback()
    session.execute(
        update(ShortlistItem)
        .where(ShortlistItem.title == GARDEN)
        .values(version=ShortlistItem.version + 1, note="Van een collega.")
    )
    session.commit()
    page = listed.submit("Bewaar", note="Van mij.", status=409)
    assert "Iemand anders was je voor" in page.main_text
    assert "Van een collega." in page.main_text
    assert "Van mij." in page.response.text
    page = listed.submit("Bewaar")
    assert "Van mij." in page.main_text


def test_the_order_is_changed_and_a_workplace_taken_off(listed):
    page = listed.submit(f"Zet hoger {BICYCLES}")
    assert page.main_text.index(BICYCLES) < page.main_text.index(GARDEN)
    page = listed.submit(f"Haal van het lijstje {BICYCLES}")
    assert f"“{BICYCLES}” staat niet meer op het lijstje." in page.text
    assert BICYCLES not in page.links


def test_the_label_is_changed_and_the_list_removed(listed, session):
    address = listed.page.url
    listed.follow("Wijzig of verwijder dit lijstje")
    page = listed.submit("Bewaar het kenmerk", label="", status=422)
    assert page.errors
    page = listed.submit("Bewaar het kenmerk", label="groen")
    assert page.heading == "Lijstje: groen"
    listed.follow("Wijzig of verwijder dit lijstje")
    session.rollback()
    session.execute(update(Shortlist).values(version=Shortlist.version + 1))
    session.commit()
    page = listed.submit("Bewaar het kenmerk", label="park", status=409)
    assert 'value="park"' in page.response.text
    page = listed.submit("Verwijder het lijstje")
    assert "Je hebt nog geen lijstjes." in page.main_text
    listed.get(address, status=404)


def test_a_colleague_may_work_on_it_but_neither_share_nor_remove_it(app, listed, session):
    address = listed.page.url
    colleague = staff_member(app, RoleName.CONSULTANT)
    colleague.get(address, status=404)
    session.rollback()
    other = session.scalars(select(Account).order_by(Account.id.desc())).first()
    name, public_id = other.name, other.public_id
    session.rollback()
    listed.follow("Deel het lijstje")
    page = listed.submit("Deel met deze collega", status=422)
    assert page.errors == ["Kies een collega."]
    page = listed.submit("Deel met deze collega", colleague=public_id)
    assert f"{name} ziet dit lijstje nu ook." in page.text

    page = colleague.get("/consulent/lijstjes")
    assert "Van Sanne Voorbeeld." in page.main_text
    page = colleague.follow("rustige plek")
    assert "Deel het lijstje" not in page.links
    colleague.follow(GARDEN)
    colleague.submit("Bewaar", note="Ik bel morgen.")
    for path in ("/delen", "/wijzigen"):
        colleague.get(address + path, status=404)

    page = listed.get(address)
    assert "Ik bel morgen." in page.main_text
    listed.follow("Deel het lijstje")
    listed.submit(f"Stop met delen {name}")
    colleague.get(address, status=404)


def test_nobody_of_another_municipality_can_be_chosen(app, listed):
    staff_member(app, RoleName.CONSULTANT, ARNHEM, host="arnhem.localhost:5000")
    page = listed.follow("Deel het lijstje")
    assert "Er is nu geen andere collega met wie je kunt delen." in page.main_text


def link_of(listed):
    listed.follow("Deel het lijstje")
    page = listed.submit("Maak een link")
    return page.links["Bekijk wat de inwoner ziet"]


def test_the_resident_sees_the_workplaces_and_nothing_of_the_consultant(app, listed):
    listed.follow(GARDEN)
    listed.submit("Bewaar", note="geheime aantekening")
    page = PageClient(app).get(link_of(listed))
    for words in (GARDEN, BICYCLES, "Voorbeeldstraat 1", "Waar is het?", "Meld je aan"):
        assert words in page.main_text
    for words in ("rustige plek", "geheime", "6922"):
        assert words not in page.response.text
    assert page.response.headers["Cache-Control"] == "no-store"
    assert page.response.headers["X-Robots-Tag"] == "noindex"


def test_what_left_public_view_is_not_shown_to_the_resident(app, listed, offers, session):
    link = link_of(listed)
    session.rollback()
    session.execute(
        update(Workplace).where(Workplace.public_id == offers[0]).values(is_visible=False)
    )
    session.commit()
    page = PageClient(app).get(link)
    assert GARDEN not in page.text
    assert "Eén werkplek van deze lijst is er nu niet." in page.main_text


def test_a_link_ends_by_a_new_one_by_the_button_and_by_time(app, listed, session):
    resident, first = PageClient(app), link_of(listed)
    listed.get(listed.page.url.replace("/link", "/delen"))
    page = listed.submit("Maak een nieuwe link")
    second = page.links["Bekijk wat de inwoner ziet"]
    page = resident.get(first, status=404)
    assert page.heading == "Deze link werkt niet"
    resident.get(second)
    session.rollback()
    link = session.scalars(select(ShortlistLink)).one()
    assert second.rpartition("/")[2] not in link.secret_hash
    link.expires_at -= timedelta(days=31)
    session.commit()
    resident.get(second, status=404)
    listed.submit("Stop de link")
    resident.get(second, status=404)


def test_another_site_and_another_consultant_have_no_such_list(app, listed):
    address, link = listed.page.url, link_of(listed)
    elsewhere = staff_member(app, RoleName.CONSULTANT, ARNHEM, host="arnhem.localhost:5000")
    elsewhere.get(address.replace("duiven", "arnhem"), status=404)
    elsewhere.get(link.replace("duiven", "arnhem"), status=404)


def test_the_log_tells_what_was_done_and_not_what_was_written(listed, session):
    listed.follow(GARDEN)
    listed.submit("Bewaar", note="heel geheim", outcome="niet-geplaatst", reason="ook geheim")
    link_of(listed)
    session.rollback()
    events = session.scalars(
        select(AuditEvent).where(AuditEvent.action.startswith("shortlist."))
    ).all()
    assert {event.action for event in events} == {
        "shortlist.made", "shortlist.added", "shortlist.noted", "shortlist.link_made",
    }  # fmt: skip
    for event in events:
        assert "geheim" not in str(event.details)
        assert "rustige" not in str(event.details)


def test_on_paper_it_is_what_the_resident_gets(listed):
    page = listed.follow("Druk af voor de inwoner")
    assert GARDEN in page.main_text
    assert "rustige plek" not in page.main_text
