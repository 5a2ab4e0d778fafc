"""A moderator looks through all workplaces of the municipality."""

from datetime import timedelta

import pytest

from tests.support import html
from tests.support.moderation import organisation_with_member, submit_changes
from tests.support.people import ARNHEM, database_of, staff_member
from tests.support.statements import counted_statements
from tests.support.workplaces import LONG_AGO, make_workplace
from webapp.accounts.models import RoleName
from webapp.core import clock
from webapp.workplaces.models import VersionStatus

PATH = "/moderatie/werkplekken"


@pytest.fixture
def organisation(session):
    return organisation_with_member(session, name="Stichting De Tuin")


def titles(page):
    return [html.text_of(heading) for heading in html.all_of(page.tree, "h3")]


def fill(session, organisation):
    """Add a workplace in each status, the title of each is its status."""
    for number, status in enumerate(VersionStatus):
        if status is not VersionStatus.SUPERSEDED:
            at = LONG_AGO + timedelta(days=number)
            make_workplace(
                session, organisation=organisation, status=status, at=at, title=status.value
            )
    hidden = make_workplace(session, organisation=organisation, visible=False, title="hidden")
    changed = make_workplace(session, organisation=organisation, title="changed")
    submit_changes(session, changed, at=clock.now(), title="changed anew")
    session.commit()
    return hidden


def test_a_moderator_sees_what_was_ever_submitted_and_no_draft(moderator, session, organisation):
    fill(session, organisation)
    page = moderator.get(PATH)
    assert titles(page) == [
        "changed anew",
        "withdrawn",
        "rejected",
        "returned",
        "approved",
        "submitted",
        "hidden",
    ]
    assert "7 werkplekken" in page.main_text


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("wacht", ["changed anew", "submitted"]),
        ("op-de-site", ["changed anew", "approved"]),
        ("verborgen", ["hidden"]),
        ("teruggestuurd", ["returned"]),
        ("afgewezen", ["rejected"]),
        ("ingetrokken", ["withdrawn"]),
    ],
)
def test_a_moderator_filters_by_status(moderator, session, organisation, status, expected):
    fill(session, organisation)
    assert titles(moderator.get(f"{PATH}?status={status}")) == expected


def test_a_moderator_searches_by_title_and_by_organisation(moderator, session, organisation):
    make_workplace(session, organisation=organisation, title="Kruiden kweken")
    other = organisation_with_member(session, name="Fietsenmakerij Rond")
    make_workplace(session, organisation=other, title="Banden plakken 100%")
    session.commit()
    assert titles(moderator.get(PATH, q="kruiden")) == ["Kruiden kweken"]
    assert titles(moderator.get(PATH, q=" fietsenmakerij ")) == ["Banden plakken 100%"]
    assert titles(moderator.get(PATH, q="0%")) == ["Banden plakken 100%"]
    page = moderator.get(f"{PATH}?status=bestaat-niet")
    assert "2 werkplekken" in page.main_text
    page = moderator.get(PATH, q="zeilen")
    assert "We vonden geen werkplekken." in page.main_text


def test_a_moderator_does_not_see_workplaces_of_another_municipality(moderator, session):
    make_workplace(session, municipality_code=ARNHEM)
    session.commit()
    assert "We vonden geen werkplekken." in moderator.get(PATH).main_text


def test_a_long_list_comes_in_pages_that_keep_the_filter(moderator, session, organisation):
    for number in range(21):
        make_workplace(session, organisation=organisation, title=f"Tuinwerk {number}")
    make_workplace(session, organisation=organisation, title="Soep koken")
    session.commit()
    page = moderator.get(f"{PATH}?q=tuinwerk&status=op-de-site")
    assert "21 werkplekken" in page.main_text
    assert titles(moderator.follow("Volgende pagina")) == ["Tuinwerk 0"]


@pytest.mark.parametrize("path", [PATH, "/moderatie"])
def test_a_longer_list_asks_the_database_no_more(app, moderator, session, organisation, path):
    """One page of the list and one of the queue: the same statements for 3 rows and for 20."""
    session.commit()
    moderator.get(path)
    counts = []
    for rows in (3, 17):
        for _ in range(rows):
            submit_changes(
                session,
                make_workplace(session, organisation=organisation),
                at=clock.now(),
                title="Anders",
            )
        session.commit()
        with counted_statements(database_of(app)) as statements:
            moderator.get(path)
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 15


def test_a_consultant_does_not_see_the_list(app):
    staff_member(app, RoleName.CONSULTANT).get(PATH, status=403)
