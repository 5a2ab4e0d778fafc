"""A moderator reads a workplace before deciding."""

from datetime import timedelta

import pytest

from tests.support import html
from tests.support.moderation import (
    change,
    organisation_with_member,
    submit_changes,
    submitted_workplace,
)
from tests.support.people import ARNHEM, staff_member
from tests.support.workplaces import make_workplace
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.municipalities.settings import Adjacency, change_settings
from webapp.organisations.models import OrganisationStatus


def waiting(session, *, code="GM0226", status=OrganisationStatus.APPROVED, **content):
    organisation = organisation_with_member(session, municipality_code=code, status=status)
    workplace = submitted_workplace(session, organisation, at=clock.now(), **content)
    session.commit()
    return workplace


def address_of(workplace):
    return f"/moderatie/werkplekken/{workplace.public_id}"


def marked(page, tag):
    return [html.text_of(element) for element in html.all_of(page.tree, tag)]


def test_a_moderator_reads_what_visitors_will_read_and_more(moderator, session):
    workplace = waiting(session, title="Meewerken bij de imker")
    page = moderator.get(address_of(workplace))
    assert page.heading == "Meewerken bij de imker"
    assert "Zaaien, wieden en oogsten." in page.main_text
    assert "Nieuwe werkplek" in page.main_text
    assert "sanne@moestuin.example" in page.main_text
    assert workplace.organisation.name in page.links
    assert page.links["Wachten op controle"] == "/moderatie"


def test_a_moderator_sees_word_by_word_what_changed(moderator, session):
    workplace = make_workplace(session, organisation=organisation_with_member(session))
    submit_changes(
        session,
        workplace,
        at=clock.now(),
        tasks="Zaaien, schoffelen en oogsten.",
        rungs=(2, 4),
        hours_max=20,
        transport_offered=True,
    )
    session.commit()
    page = moderator.get(address_of(workplace))
    assert "Wat er anders is" in page.main_text
    assert marked(page, "del") == ["wieden", "Trede 3: Bijdrage leveren", "Nee", "16"]
    assert marked(page, "ins") == ["schoffelen", "Trede 4: Onbetaald werk", "Ja", "20"]


@pytest.mark.parametrize(
    ("old", "new", "gone", "added"),
    [
        (
            "Je helpt in de tuin. " * 120 + "Je wiedt.",
            "Je helpt in de tuin. " * 120 + "Je oogst.",
            ["Je wiedt."],
            ["Je oogst."],
        ),
        ("a x " * 740 + "a", "a y " * 740 + "a", ["a x " * 740 + "a"], ["a y " * 740 + "a"]),
    ],
    ids=["sentences that come back", "words of one letter"],
)
def test_a_text_that_would_keep_the_site_busy_is_compared_more_coarsely(
    moderator, session, old, new, gone, added
):
    organisation = organisation_with_member(session)
    workplace = make_workplace(session, organisation=organisation, tasks=old)
    submit_changes(session, workplace, at=clock.now(), tasks=new)
    session.commit()
    page = moderator.get(address_of(workplace))
    assert (marked(page, "del"), marked(page, "ins")) == (gone, added)


def test_markup_in_a_field_stays_text(moderator, session):
    workplace = make_workplace(session, organisation=organisation_with_member(session))
    submit_changes(session, workplace, at=clock.now(), special="<b>Gratis</b> soep")
    session.commit()
    page = moderator.get(address_of(workplace))
    assert "<b>Gratis</b> soep" in page.main_text
    assert html.all_of(page.tree, "b") == []


def test_a_moderator_reads_what_happened_before(moderator, session):
    workplace = make_workplace(session, organisation=organisation_with_member(session))
    submit_changes(session, workplace, at=clock.now() - timedelta(hours=1), title="Nieuw")
    session.commit()
    page = moderator.get(address_of(workplace))
    assert "Ingediend door Sanne op" in page.main_text


@pytest.mark.parametrize(
    ("postcode", "place", "expected"),
    [
        ("6921 AB", "Duiven", "In de gemeente Duiven"),
        ("6931 AB", "Westervoort", "In een buurgemeente"),
        ("3511 AB", "Utrecht", "Niet in de buurt"),
        ("1000 AA", "Nergens", "Adres niet gevonden"),
    ],
)
def test_a_moderator_sees_where_the_work_is(moderator, session, postcode, place, expected):
    workplace = waiting(session, postcode=postcode, place=place)
    assert expected in moderator.get(address_of(workplace)).main_text


def test_a_municipality_that_counts_places_is_told_of_places(app, session):
    workplace = waiting(session, code=ARNHEM, postcode="6881 AB", place="Velp")
    moderator = staff_member(app, RoleName.MODERATOR, ARNHEM, host="arnhem.localhost:5000")
    assert "In een plaats ernaast" in moderator.get(address_of(workplace)).main_text
    change_settings(session, ARNHEM, adjacency=Adjacency.MUNICIPALITY)
    session.commit()
    assert "In een buurgemeente" in moderator.get(address_of(workplace)).main_text


def test_work_elsewhere_that_is_also_for_the_own_residents_is_told_so(moderator, session):
    workplace = waiting(session, postcode="3511 AB", place="Utrecht", service_area=("GM0226",))
    assert "Ook voor inwoners van Duiven" in moderator.get(address_of(workplace)).main_text


def test_a_moderator_does_not_reach_a_workplace_of_another_municipality(moderator, session):
    workplace = waiting(session, code=ARNHEM)
    moderator.get(address_of(workplace), status=404)


def test_a_moderator_does_not_read_a_draft(moderator, session):
    workplace = make_workplace(session, organisation=organisation_with_member(session))
    change(session, workplace, at=clock.now(), title="Nog niet af")
    session.commit()
    page = moderator.get(address_of(workplace))
    assert "Nog niet af" not in page.text
    assert "Keur de werkplek goed" not in page.main_text


def test_a_consultant_does_not_decide(app, session):
    workplace = waiting(session)
    consultant = staff_member(app, RoleName.CONSULTANT)
    consultant.get(address_of(workplace), status=403)


def test_a_visitor_must_log_in_to_read_what_waits(visitor, session):
    workplace = waiting(session)
    assert visitor.raw(address_of(workplace)).status_code == 303
