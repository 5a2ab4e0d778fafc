"""A moderator allows workplaces from elsewhere."""

from datetime import timedelta

import pytest

from tests.support.exceptions import APELDOORN
from tests.support.html import texts_with_class
from tests.support.moderation import organisation_with_member, submitted_workplace
from tests.support.people import DUIVEN, staff_member
from tests.support.workplaces import make_organisation, make_workplace
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.core.clock import day_in_words
from webapp.workplaces.exceptions.models import LocationException

PATH = "/moderatie/uitzonderingen"
FILLED_IN = {"reason": "Nergens anders brandt men koffie.", "transport_promised": "y"}
GRANT, SAVE, STOP = "Sta de werkplek toe", "Bewaar de uitzondering", "Stop de uitzondering"


def day(days):
    return clock.today() + timedelta(days=days)


def kept(session):
    session.expire_all()
    return session.query(LocationException).one()


@pytest.mark.usefixtures("workplace")
def test_a_moderator_finds_a_workplace_allows_it_and_visitors_find_it(moderator, visitor):
    moderator.get(PATH)
    assert "Je gemeente staat nu geen werkplekken van verder weg toe." in moderator.page.main_text
    moderator.follow("Sta een werkplek toe")
    page = moderator.submit("Zoek werkplekken", q="koffie apeldoorn")
    assert "1 werkplek van verder weg" in page.main_text
    page = moderator.follow("Koffie branden")
    assert "Niet in de buurt" in page.main_text
    page = moderator.submit(GRANT, **FILLED_IN, transport="Met een busje.")
    assert "De werkplek is toegestaan." in page.text
    assert f"Vanaf {day_in_words(clock.today())}, zonder laatste dag" in page.main_text
    assert "Koffie branden" in visitor.get("/werkplekken?q=koffie").main_text
    assert "Koffie branden" not in moderator.get(f"{PATH}/zoeken?q=koffie").main_text


@pytest.mark.parametrize(
    "typed", ["{id}", "http://apeldoorn.localhost:5000/werkplekken/koffie-branden-{id}", "x-{id}/"]
)
def test_a_moderator_pastes_the_address_of_the_workplace(moderator, workplace, typed):
    moderator.get(f"{PATH}/zoeken")
    page = moderator.submit("Zoek werkplekken", q=typed.format(id=workplace.public_id))
    assert page.url.endswith(f"{PATH}/nieuw/{workplace.public_id}")


@pytest.mark.parametrize("typed", ["bcdfghjkmn", "..", "%", "koffie" * 60, "'", "zeilen"])
@pytest.mark.usefixtures("workplace")
def test_what_is_nowhere_is_told_so(moderator, typed):
    page = moderator.get(f"{PATH}/zoeken", q=typed)
    assert "We vonden niets van verder weg." in page.main_text


def test_many_are_not_all_shown(moderator, session):
    organisation = make_organisation(session)
    for number in range(21):
        make_workplace(session, organisation=organisation, title=f"Koffie {number}", **APELDOORN)
    session.commit()
    page = moderator.get(f"{PATH}/zoeken?q=koffie")
    assert "Meer dan 20 werkplekken van verder weg" in page.main_text
    assert len(texts_with_class(page.tree, "article", inside="card-list")) == 20


def test_what_is_not_filled_in_is_asked_for_and_the_rest_is_kept(moderator, session, workplace):
    moderator.get(f"{PATH}/nieuw/{workplace.public_id}")
    page = moderator.submit(GRANT, transport="Met een busje.", valid_from="morgen", status=422)
    assert page.title.startswith("Fout:")
    assert page.errors == [
        "Schrijf in een paar woorden op waarom.",
        "Zet hier een vinkje. Zonder die afspraak kan er geen uitzondering zijn.",
        "Vul de eerste dag in, zoals 1-1-2027.",
    ]
    assert "Met een busje." in page.response.text
    page = moderator.submit(
        GRANT, **FILLED_IN, valid_from="1-1-2030", valid_to="1-1-2029", status=422
    )
    assert page.errors == ["Kies een laatste dag die niet vóór de eerste dag ligt."]
    assert session.query(LocationException).count() == 0


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ({}, "In de gemeente Duiven"),
        ({"postcode": "6901 AB", "place": "Zevenaar"}, "In een buurgemeente"),
        (APELDOORN | {"service_area": (DUIVEN,)}, "Ook voor inwoners van Duiven"),
    ],
)
def test_what_needs_no_exception_gets_none(moderator, session, where, told):
    public_id = make_workplace(session, **where).public_id
    session.commit()
    page = moderator.get(f"{PATH}/nieuw/{public_id}")
    assert "Een uitzondering is niet nodig" in page.main_text
    assert told in page.main_text
    moderator.get(f"{PATH}/zoeken")
    token = next(each.get("value") for each in page.tree.iter() if each.get("name") == "csrf_token")
    data = {"csrf_token": token or "", "valid_from": "1-1-2030", **FILLED_IN}
    moderator.post_raw(f"{PATH}/nieuw/{public_id}", data, status=409)
    assert session.query(LocationException).count() == 0


def test_a_second_exception_leads_to_the_first(app, moderator, session, workplace):
    colleague = staff_member(app, RoleName.MODERATOR)
    for browser in (moderator, colleague):
        browser.get(f"{PATH}/nieuw/{workplace.public_id}")
    moderator.submit(GRANT, **FILLED_IN)
    page = colleague.submit(GRANT, **FILLED_IN | {"reason": "Iets anders."}, status=409)
    assert "Voor deze werkplek is er al een uitzondering" in page.main_text
    assert "Iets anders." in page.response.text
    colleague.follow("Verander of stop de uitzondering die er is")
    address = f"{PATH}/{kept(session).public_id}"
    assert colleague.page.url.endswith(address)
    assert moderator.get(f"{PATH}/nieuw/{workplace.public_id}").url.endswith(address)


def test_a_moderator_changes_an_exception(moderator, session, workplace, allow):
    moderator.get(allow(workplace, transport="Met een busje."))
    page = moderator.submit(SAVE, valid_to=day(30).strftime("%d-%m-%Y"), reason="Zie het besluit.")
    assert "De uitzondering is veranderd." in page.text
    assert f"tot en met {day_in_words(day(30))}" in page.main_text
    assert (kept(session).reason, kept(session).transport) == ("Zie het besluit.", "Met een busje.")


def test_the_second_of_two_who_change_it_is_told_and_loses_nothing(
    app, moderator, session, workplace, allow
):
    colleague, address = staff_member(app, RoleName.MODERATOR), allow(workplace)
    for browser in (moderator, colleague):
        browser.get(address)
    moderator.submit(SAVE, reason="De eerste reden.")
    page = colleague.submit(SAVE, reason="De tweede reden.", status=409)
    assert "Iemand anders was je voor" in page.main_text
    assert "De eerste reden." in page.main_text
    colleague.submit(SAVE)
    assert kept(session).reason == "De tweede reden."


def test_a_moderator_ends_an_exception_and_reads_it_back(moderator, visitor, workplace, allow):
    moderator.get(allow(workplace))
    page = moderator.submit(STOP, status=422)
    assert page.errors == ["Schrijf in een paar woorden op waarom."]
    page = moderator.submit(STOP, reason="Het busje rijdt niet meer.")
    assert "De uitzondering is gestopt." in page.text
    assert "Voorbij" in page.main_text
    assert "Koffie branden" not in visitor.get("/werkplekken?q=koffie").main_text
    page = moderator.follow("Koffie branden")
    assert "Deze uitzondering is voorbij" in page.main_text
    assert "Het busje rijdt niet meer." in page.main_text
    assert "Nergens anders kun je dit leren." in page.main_text
    moderator.follow("Sta de werkplek weer toe")
    page = moderator.submit(GRANT, **FILLED_IN)
    assert "Er is niemand om dit aan te mailen." in page.text


def test_what_a_colleague_ended_is_not_changed_or_ended_again(
    app, moderator, session, workplace, allow
):
    colleague, address = staff_member(app, RoleName.MODERATOR), allow(workplace)
    for browser in (moderator, colleague):
        browser.get(address)
    moderator.submit(STOP, reason="Klaar.")
    page = colleague.submit(SAVE, reason="Toch niet.", status=409)
    assert "Deze uitzondering is voorbij" in page.main_text
    colleague.pages.append(colleague.pages[-2])
    colleague.submit(STOP, reason="Nog een keer.", status=409)
    assert (kept(session).end_reason, kept(session).reason) == (
        "Klaar.",
        "Nergens anders kun je dit leren.",
    )


def test_from_the_check_of_a_workplace_far_off_a_moderator_allows_it(moderator, session):
    organisation = organisation_with_member(session)
    far = {"postcode": "3511 AB", "place": "Utrecht"}
    waiting = submitted_workplace(session, organisation, at=clock.now(), **far)
    session.commit()
    check = f"/moderatie/werkplekken/{waiting.public_id}"
    moderator.get(check)
    moderator.follow("Sta deze werkplek toe met een uitzondering")
    moderator.submit(GRANT, **FILLED_IN)
    page = moderator.get(check)
    assert "Niet in de buurt, met een uitzondering" in page.main_text
    assert "Sta deze werkplek toe met een uitzondering" not in page.links
