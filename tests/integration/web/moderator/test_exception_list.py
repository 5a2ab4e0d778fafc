"""A moderator looks at what the municipality allows, and at nothing of another one."""

from datetime import timedelta

import pytest
import time_machine

from tests.support import html
from tests.support.exceptions import APELDOORN
from tests.support.moderation import organisation_with_member, submitted_workplace
from tests.support.people import ARNHEM, DUIVEN, database_of, staff_member
from tests.support.statements import counted_statements
from tests.support.workplaces import hide, make_organisation, make_workplace
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.workplaces.exceptions.models import LocationException

PATH = "/moderatie/uitzonderingen"
FILLED_IN = {"reason": "Nergens anders brandt men koffie.", "transport_promised": "y"}
STOP = "Stop de uitzondering"


def headings(page):
    """Return the headings of the groups, each with the titles below it."""
    main = html.only(page.tree, "main")
    return [html.text_of(each) for each in main.iter() if each.tag[-2:] in {"h2", "h3"}]


def day(days):
    return clock.today() + timedelta(days=days)


def kept(session):
    session.expire_all()
    return session.query(LocationException).one()


def test_the_list_tells_what_is_now_what_comes_and_what_is_over(app, moderator, session, allow):
    for title, values in (
        ("Bonen", {"valid_from": day(-9), "valid_to": day(0)}),
        ("Koffie", {}),
        ("Thee", {"valid_from": day(5)}),
    ):
        allow(make_workplace(session, title=title, **APELDOORN), **values)
    assert headings(moderator.get(PATH)) == ["Nu", "Bonen", "Koffie", "Straks", "Thee"]
    with time_machine.travel(clock.now() + timedelta(days=1), tick=False):
        shown = headings(staff_member(app, RoleName.MODERATOR).get(PATH))
    assert shown == ["Nu", "Koffie", "Straks", "Thee", "Voorbij", "Bonen"]


def test_a_moderator_reads_that_the_workplace_moved_and_the_exception_stays(
    moderator, session, workplace, allow
):
    address = allow(workplace)
    version = workplace.published_version
    version.content = version.content.changed(street="Nieuwstraat", postcode="7361 AB")
    session.commit()
    told = "Het adres is veranderd. Bij het toestaan was het: Voorbeeldstraat 1, 7311 AB Apeldoorn."
    for path in (PATH, address):
        assert told in moderator.get(path).main_text
    assert kept(session).ended_at is None


def test_a_moderator_reads_that_an_exception_has_no_use_now(moderator, session, workplace, allow):
    allow(workplace)
    workplace.published_version.delivery_municipality_code = DUIVEN
    hide(session, workplace)
    session.commit()
    text = moderator.get(PATH).main_text
    assert "De werkplek is hier nu ook zonder uitzondering te vinden." in text
    assert "De werkplek staat nu niet op de site." in text


@pytest.mark.parametrize("end", ["", "/beeindigen"])
def test_a_moderator_does_not_reach_the_exceptions_of_another_municipality(
    app, session, workplace, allow, end
):
    address = allow(workplace)
    at_home = staff_member(app, RoleName.MODERATOR, ARNHEM, host="arnhem.localhost:5000")
    assert "Koffie branden" not in at_home.get(PATH).main_text
    token = _token(at_home.get(f"{PATH}/nieuw/{workplace.public_id}"))
    at_home.get(address, status=404)
    data = {"csrf_token": token, "reason": "Weg ermee.", **FILLED_IN}
    at_home.post_raw(address + end, data, status=404)
    staff_member(app, RoleName.MODERATOR, ARNHEM).get(address, status=403)
    staff_member(app, RoleName.CONSULTANT).get(address, status=403)
    assert (kept(session).ended_at, kept(session).version) == (None, 1)


def test_two_municipalities_allow_the_same_workplace_each_for_itself(
    app, session, workplace, allow
):
    allow(workplace)
    allow(workplace, ARNHEM, reason="Arnhem heeft dit niet.")
    at_home = staff_member(app, RoleName.MODERATOR, ARNHEM, host="arnhem.localhost:5000")
    at_home.get(PATH)
    at_home.follow("Koffie branden")
    at_home.submit(STOP, reason="Klaar.")
    session.expire_all()
    rows = session.query(LocationException).order_by(LocationException.id).all()
    assert [row.ended_at is None for row in rows] == [True, False]


def test_a_workplace_that_waits_elsewhere_is_not_found(moderator, session):
    organisation = organisation_with_member(session, municipality_code="GM0200")
    waiting = submitted_workplace(session, organisation, at=clock.now(), title="Koffie")
    session.commit()
    moderator.get(f"{PATH}/nieuw/{waiting.public_id}", status=404)
    assert "We vonden niets" in moderator.get(f"{PATH}/zoeken?q={waiting.public_id}").main_text


def test_a_longer_list_asks_the_database_no_more(app, moderator, session, allow):
    counts, organisation = [], make_organisation(session)
    session.commit()
    moderator.get(PATH)
    for rows in (3, 9):
        for _ in range(rows):
            allow(make_workplace(session, organisation=organisation, **APELDOORN))
        with counted_statements(database_of(app)) as statements:
            moderator.get(PATH)
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 16


def _token(page):
    return next(each.get("value") for each in page.tree.iter() if each.get("name") == "csrf_token")
