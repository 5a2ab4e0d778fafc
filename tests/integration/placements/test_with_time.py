"""Reminders of deadlines, and what stays of a placement when it is erased."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.support.mails import SITE, queued
from tests.support.moderation import organisation_with_member
from tests.support.people import ARNHEM, DUIVEN, make_account
from tests.support.placements import (
    at,
    end_placement,
    extend,
    make_placement,
    note_mark,
)
from tests.support.workplaces import make_workplace
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.core.actor import SYSTEM
from webapp.mail.models import OutgoingMail
from webapp.municipalities import operations as municipalities
from webapp.municipalities.queries import get_municipality
from webapp.municipalities.settings import change_settings
from webapp.placements import marks, reminders, retention
from webapp.placements.draft import MarkDraft
from webapp.placements.models import (
    FinishedPlacement,
    Placement,
    PlacementMark,
    PlacementReminder,
)
from webapp.placements.results import results_of
from webapp.placements.vocabulary import EndReason, MarkKind
from webapp.trajectories.products import ProductCode

BEGIN = date(2026, 1, 1)


@pytest.fixture
def consultant(session):
    for code in (DUIVEN, ARNHEM):
        municipalities.join(session, get_municipality(session, code), now=at(BEGIN))
    return make_account(session, name="Carla", roles=((RoleName.CONSULTANT, DUIVEN),))


@pytest.fixture
def placement(session, consultant):
    workplace = make_workplace(session, organisation=organisation_with_member(session))
    return make_placement(session, workplace, actor=consultant.actor)


def remind(session, day):
    reminders.remind(session, site_of=lambda *_: SITE, now=at(day))
    return sorted(mail.kind.removeprefix("placements/due_for_") for mail in queued(session))


def test_each_deadline_is_mailed_once_to_provider_and_consultant(session, placement):
    assert remind(session, date(2026, 3, 17)) == []
    assert remind(session, date(2026, 3, 18)) == ["consultant", "provider"]
    assert remind(session, date(2026, 3, 19)) == ["consultant", "provider"]
    note_mark(session, placement, MarkKind.PROGRESS, date(2026, 4, 1))
    assert len(remind(session, date(2026, 5, 20))) == 4
    assert len(remind(session, date(2026, 7, 20))) == 6


def test_only_the_consultant_reads_the_reference(session, placement):
    remind(session, date(2026, 3, 20))
    for mail in queued(session):
        whole = mail.subject + mail.body_text + mail.body_html
        assert (placement.reference in whole) is (mail.kind == "placements/due_for_consultant")
        assert placement.reference not in mail.subject
        assert "1 april 2026" in mail.subject
        assert placement.workplace_title in mail.body_text
        assert "Ontwikkeling naar trede 4" in mail.body_text


@pytest.mark.usefixtures("placement")
def test_a_municipality_chooses_how_long_before(session):
    change_settings(session, DUIVEN, placement_reminder_days=1)
    assert remind(session, date(2026, 3, 30)) == []
    assert remind(session, date(2026, 3, 31)) == ["consultant", "provider"]


def test_who_said_to_have_sent_a_message_gets_no_mail_of_it(session, placement):
    draft = MarkDraft(MarkKind.PROGRESS_SENT, date(2026, 3, 10))
    marks.say_sent(session, placement, draft, actor=SYSTEM, now=at(date(2026, 3, 10)))
    assert remind(session, date(2026, 3, 20)) == ["consultant"]


@pytest.mark.usefixtures("placement")
def test_who_works_there_no_more_gets_nothing(session, consultant):
    consultant.roles.clear()
    session.flush()
    assert remind(session, date(2026, 3, 20)) == ["provider"]


def test_what_was_over_before_it_was_noted_is_not_mailed_about(session, consultant):
    make_placement(
        session, make_workplace(session), actor=consultant.actor, now=at(date(2026, 4, 20))
    )
    assert remind(session, date(2026, 4, 21)) == []


def test_an_extension_moves_the_end_and_gives_a_new_reminder(session, placement):
    for kind, day in (
        (MarkKind.PROGRESS, date(2026, 4, 1)),
        (MarkKind.EVALUATION, date(2026, 5, 19)),
    ):
        note_mark(session, placement, kind, day)
    assert len(remind(session, date(2026, 6, 20))) == 2
    extend(session, placement, date(2026, 9, 30), on=date(2026, 6, 22))
    assert len(remind(session, date(2026, 6, 25))) == 2
    assert len(remind(session, date(2026, 8, 18))) == 4


def test_what_ended_long_ago_is_erased_and_still_counts(session, placement):
    remind(session, date(2026, 3, 20))
    end_placement(session, placement, date(2026, 6, 30), reason=EndReason.GOAL_MET)
    session.commit()
    before = results_of(session, DUIVEN)
    retention.purge(session, now=at(date(2028, 6, 30)))
    assert session.scalars(select(Placement)).one()
    retention.purge(session, now=at(date(2028, 7, 1)))
    for model in (Placement, PlacementMark, PlacementReminder, OutgoingMail):
        assert session.scalars(select(model)).all() == []
    assert results_of(session, DUIVEN) == before
    (left,) = session.scalars(select(FinishedPlacement))
    assert (left.product, left.days_to_start) == (ProductCode.DEVELOPMENT_4, 20)
    event = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
    assert (event.action, event.details) == ("placements.erased", {"placements": 1})


def test_one_that_nobody_ended_is_erased_too_and_a_municipality_chooses_when(session, placement):
    change_settings(session, DUIVEN, placement_retention_years=1)
    session.commit()
    retention.purge(session, now=at(placement.last_day + timedelta(days=365)))
    assert session.scalars(select(Placement)).one()
    retention.purge(session, now=at(placement.last_day + timedelta(days=366)))
    assert session.scalars(select(Placement)).all() == []
    assert [result.end_reason for result in results_of(session, DUIVEN)] == [None]
    assert results_of(session, ARNHEM) == []
