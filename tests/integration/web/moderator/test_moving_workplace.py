"""The moderators of two municipalities look at a workplace that moves from one to the other."""

import pytest

from tests.support.moderation import organisation_with_member, submit_changes
from tests.support.people import ARNHEM, staff_member
from tests.support.workplaces import make_workplace
from webapp.accounts.models import RoleName
from webapp.core import clock

TAKE_OFF, APPROVE = "Haal de werkplek van de site", "Keur de werkplek goed"


@pytest.fixture
def in_arnhem(app):
    return staff_member(app, RoleName.MODERATOR, ARNHEM, host="arnhem.localhost:5000")


@pytest.fixture
def workplace(in_arnhem, session):
    """Published by Duiven; a version with an address in Arnhem waits."""
    del in_arnhem  # Arnhem takes part
    made = make_workplace(session, organisation=organisation_with_member(session))
    submit_changes(session, made, at=clock.now(), postcode="6811 AB", place="Arnhem")
    session.commit()
    return made


def path_of(workplace):
    return f"/moderatie/werkplekken/{workplace.public_id}"


def sitemap_of(client, workplace):
    return workplace.public_id in client.raw("/sitemap.xml").text


def test_the_old_municipality_reads_that_it_moves_and_can_take_it_off(
    moderator, in_arnhem, workplace
):
    page = moderator.get(path_of(workplace))
    assert "Deze werkplek verhuist misschien naar Arnhem" in page.main_text
    assert APPROVE not in page.main_text
    assert sitemap_of(moderator, workplace)
    moderator.submit(TAKE_OFF, reason="Dit klopt niet.")
    assert not sitemap_of(moderator, workplace)
    assert "Ingetrokken" in moderator.get(path_of(workplace)).main_text
    assert APPROVE in in_arnhem.get(path_of(workplace)).main_text


def test_the_new_municipality_reads_where_it_is_and_approves(moderator, in_arnhem, workplace):
    page = in_arnhem.get(path_of(workplace))
    assert "Nu op de site van Duiven" in page.main_text
    assert TAKE_OFF not in page.main_text
    in_arnhem.submit(APPROVE)
    assert sitemap_of(in_arnhem, workplace)
    assert not sitemap_of(moderator, workplace)
    moderator.get(path_of(workplace), status=404)
    assert TAKE_OFF in in_arnhem.get(path_of(workplace)).main_text


def test_a_no_of_the_new_municipality_changes_nothing_for_the_old(moderator, in_arnhem, workplace):
    in_arnhem.get(path_of(workplace))
    in_arnhem.submit("Wijs af met uitleg", reason="Dit past niet.")
    assert TAKE_OFF not in in_arnhem.get(path_of(workplace)).main_text
    page = moderator.get(path_of(workplace))
    assert "verhuist" not in page.main_text
    assert TAKE_OFF in page.main_text


def test_the_organisation_of_a_moving_workplace_leads_to_it(moderator, workplace):
    page = moderator.get(f"/moderatie/organisaties/{workplace.organisation.public_id}")
    assert path_of(workplace) in page.links.values()
