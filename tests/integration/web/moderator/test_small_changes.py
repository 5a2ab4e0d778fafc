"""Small changes that wait are approved several at a time, and none that was not read."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.support.mails import SITE, queued
from tests.support.moderation import change, organisation_with_member, submit_changes
from tests.support.people import ARNHEM, DUIVEN, database_of
from tests.support.workplaces import make_workplace
from webapp.core.actor import Actor
from webapp.moderation.small_changes import approve_chosen, small_changes
from webapp.organisations.models import OrganisationStatus
from webapp.web.moderator.small_changes import _MOST
from webapp.workplaces.models import VersionStatus, Workplace

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PATH = "/moderatie/kleine-wijzigingen"
BUTTON = "Keur goed wat is aangevinkt"
NEW_SUMMARY = "Je helpt in een heel grote tuin."


def changed(session, title="Meewerken in de moestuin", **changes):
    """Add a workplace on the site, of which a change waits."""
    workplace = make_workplace(session, organisation=organisation_with_member(session), title=title)
    submit_changes(session, workplace, at=NOW, **changes)
    return workplace


@pytest.fixture
def two(session):
    """Two workplaces, each with a small change that waits."""
    made = [
        changed(session, title, summary=NEW_SUMMARY)
        for title in ("Werken in de tuin", "Werken in de kas")
    ]
    ids = [workplace.public_id for workplace in made]
    session.commit()
    return ids


def published(app, public_id):
    """Return what visitors read of a workplace."""
    with database_of(app).reading() as session:
        workplace = session.query(Workplace).filter_by(public_id=public_id).one()
        return workplace.published_version.content


def boxes(page):
    """Return the value of each box on the page, in order."""
    return [each.get("value") for each in page.tree.iter() if each.get("name") == "chosen"]


def test_what_follows_on_something_unseen_is_read_on_its_own_page(session):
    workplace = changed(session, summary=NEW_SUMMARY)
    assert len(small_changes(session, DUIVEN)) == 1
    workplace.published_version.unseen_since = NOW
    session.flush()
    assert small_changes(session, DUIVEN) == {}


def test_a_moderator_reads_what_is_different_and_approves_it_together(app, moderator, two):
    moderator.get("/moderatie")
    page = moderator.follow("Kleine wijzigingen samen goedkeuren")
    assert "Werken in de tuin" in page.main_text
    assert NEW_SUMMARY in page.main_text
    page = moderator.submit(BUTTON, chosen=boxes(page))
    assert "2 wijzigingen zijn goedgekeurd:" in page.text
    assert "Er wachten nu geen kleine wijzigingen." in page.main_text
    assert [published(app, each).summary for each in two] == [NEW_SUMMARY] * 2
    with database_of(app).reading() as session:
        assert [mail.kind for mail in queued(session)] == ["workplaces/approved"] * 2


def test_what_is_not_chosen_waits_on(app, moderator, two):
    page = moderator.get(PATH)
    page = moderator.submit(BUTTON, chosen=boxes(page)[:1])
    assert "1 wijziging is goedgekeurd:" in page.text
    assert len(boxes(page)) == 1
    assert [published(app, each).summary == NEW_SUMMARY for each in two].count(True) == 1


def test_who_chooses_nothing_is_told_to(app, moderator, two):
    moderator.get(PATH)
    page = moderator.submit(BUTTON, chosen=[], status=422)
    assert page.errors == ["Kies eerst welke wijzigingen je goedkeurt."]
    assert all(published(app, each).summary != NEW_SUMMARY for each in two)


@pytest.mark.usefixtures("two")
def test_who_is_too_late_to_choose_reads_that_nothing_waits(moderator):
    page = moderator.get(PATH)
    keys = boxes(page)
    moderator.submit(BUTTON, chosen=keys)
    moderator.pages.append(page)
    page = moderator.submit(BUTTON, chosen=[])
    assert "Er wachten geen kleine wijzigingen meer." in page.text
    assert page.errors == []


def test_what_changed_meanwhile_is_said_and_left(app, moderator, two):
    keys = boxes(moderator.get(PATH))
    with database_of(app).writing() as session:
        workplace = session.query(Workplace).filter_by(public_id=two[0]).one()
        change(session, workplace, at=NOW, summary="Nog iets anders.")
    page = moderator.submit(BUTTON, chosen=keys)
    assert "1 wijziging is goedgekeurd:" in page.text
    assert "1 wijziging is intussen veranderd, of er is al over besloten." in page.text
    assert "Nog iets anders." in page.main_text
    assert published(app, two[0]).summary not in ("Nog iets anders.", NEW_SUMMARY)
    assert published(app, two[1]).summary == NEW_SUMMARY


@pytest.mark.usefixtures("two")
def test_who_presses_twice_reads_that_it_was_decided(app, moderator):
    page = moderator.get(PATH)
    moderator.submit(BUTTON, chosen=boxes(page))
    moderator.pages.append(page)
    after = moderator.submit(BUTTON, chosen=boxes(page))
    assert "2 wijzigingen zijn intussen veranderd" in after.text
    with database_of(app).reading() as session:
        assert len(queued(session)) == 2


def test_what_was_just_approved_can_be_undone(app, moderator, two):
    page = moderator.get(PATH)
    moderator.submit(BUTTON, chosen=boxes(page)[:1])
    moderator.get("/moderatie")
    moderator.submit("Maak ongedaan Werken in de")
    assert len(boxes(moderator.get(PATH))) == 2
    assert all(published(app, each).summary != NEW_SUMMARY for each in two)


def test_only_small_changes_of_what_is_on_this_site_are_there(session):
    small = changed(session, summary=NEW_SUMMARY, tasks="Oogsten.", learning="Veel.")
    changed(session, summary=NEW_SUMMARY, tasks="Oogsten.", learning="Veel.", special="Buiten.")
    changed(session, summary="In Doesburg.", street="Andere straat")
    renamed = make_workplace(session, organisation=organisation_with_member(session))
    submit_changes(session, renamed, at=NOW, title="Een andere naam")
    make_workplace(
        session, organisation=organisation_with_member(session), status=VersionStatus.SUBMITTED
    )
    refused = changed(session, summary=NEW_SUMMARY)
    refused.organisation.status = OrganisationStatus.REJECTED
    session.flush()
    found = small_changes(session, DUIVEN)
    assert [review.workplace for review in found.values()] == [small]
    assert small_changes(session, ARNHEM) == {}


def test_another_municipality_approves_nothing_here(session):
    workplace = changed(session, summary=NEW_SUMMARY)
    keys = list(small_changes(session, DUIVEN))
    outcome = approve_chosen(
        session,
        ARNHEM,
        keys,
        site=SITE,
        actor=Actor(account_id=None, name="Mo"),
        now=NOW,
        undo_within=timedelta(0),
    )
    assert (outcome.approved, outcome.left) == ((), 1)
    assert workplace.latest_version.status is VersionStatus.SUBMITTED


def test_a_page_holds_no_more_than_fits(session, moderator):
    for number in range(_MOST + 1):
        changed(session, f"Werk {number}", summary=NEW_SUMMARY)
    session.commit()
    page = moderator.get(PATH)
    assert len(boxes(page)) == _MOST
    assert f"Dit zijn de oudste {_MOST} van {_MOST + 1}." in page.main_text
