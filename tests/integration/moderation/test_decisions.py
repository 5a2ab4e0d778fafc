"""A moderator decides; the members of the organisation hear of it by mail."""

from datetime import UTC, datetime

import pytest

from tests.support.mails import SITE
from tests.support.people import make_account
from tests.support.workplaces import make_organisation, make_workplace
from webapp.core.actor import Actor
from webapp.core.errors import InvalidInputError, WrongStatusError
from webapp.mail.models import OutgoingMail
from webapp.moderation import operations
from webapp.organisations.models import OrganisationStatus
from webapp.workplaces import submission
from webapp.workplaces.models import VersionStatus

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
MODERATOR = Actor(account_id=None, name="Mo Moderator")
PROVIDER = Actor(account_id=None, name="Sanne")
REASON = "Welke dagen?\nEn wie begeleidt er?"


def workplace_of(session, *emails, status=VersionStatus.SUBMITTED, **values):
    organisation = make_organisation(session)
    for email in emails:
        make_account(session, email, organisations=(organisation,))
    return make_workplace(session, organisation=organisation, status=status, **values)


def mails(session):
    return session.query(OutgoingMail).order_by(OutgoingMail.id).all()


def decide(session, workplace, decision, **details):
    version = workplace.latest_version
    decision(
        session,
        version,
        expected_lock=version.lock,
        site=SITE,
        actor=MODERATOR,
        now=NOW,
        **details,
    )


def test_each_member_hears_that_the_workplace_is_approved(session):
    workplace = workplace_of(session, "sanne@tuin.example", "bo@tuin.example")
    decide(session, workplace, operations.approve_workplace)
    first, second = mails(session)
    assert [first.recipient, second.recipient] == ["sanne@tuin.example", "bo@tuin.example"]
    assert first.subject == "Je werkplek is goedgekeurd: Meewerken in de moestuin"
    assert "staat nu op Werkplekken Duiven" in first.body_text
    assert "http://duiven.localhost:5000/aanbieder" in first.body_text


def test_a_provider_who_hides_the_workplace_is_not_told_that_it_can_be_seen(session):
    workplace = workplace_of(session, "sanne@tuin.example", visible=False)
    decide(session, workplace, operations.approve_workplace)
    (mail,) = mails(session)
    assert "Je hebt de werkplek verborgen." in mail.body_text
    assert "staat nu op" not in mail.body_text


@pytest.mark.parametrize(
    ("decision", "status", "subject"),
    [
        (operations.return_workplace, VersionStatus.RETURNED, "Pas je werkplek nog even aan"),
        (operations.reject_workplace, VersionStatus.REJECTED, "Je werkplek is niet goedgekeurd"),
    ],
)
def test_the_reason_is_mailed_word_for_word(session, decision, status, subject):
    workplace = workplace_of(session, "sanne@tuin.example")
    decide(session, workplace, decision, reason=f" {REASON} ")
    assert workplace.latest_version.status is status
    (mail,) = mails(session)
    assert mail.subject == f"{subject}: Meewerken in de moestuin"
    assert REASON in mail.body_text
    assert REASON in mail.body_html


def test_markup_in_a_reason_stays_text(session):
    workplace = workplace_of(session, "sanne@tuin.example", title="Tuin & <b>werk</b>")
    decide(session, workplace, operations.return_workplace, reason="<img src=x>")
    (mail,) = mails(session)
    assert "<img src=x>" in mail.body_text
    assert "<img" not in mail.body_html
    assert mail.subject.endswith("Tuin & <b>werk</b>")


def test_without_a_reason_nothing_is_decided_and_nobody_is_mailed(session):
    workplace = workplace_of(session, "sanne@tuin.example")
    with pytest.raises(InvalidInputError):
        decide(session, workplace, operations.return_workplace, reason="")
    assert mails(session) == []


def test_a_provider_hears_that_the_workplace_was_received(session):
    workplace = workplace_of(session, "sanne@tuin.example", status=VersionStatus.DRAFT)
    operations.hand_in(
        session,
        workplace,
        expected_lock=workplace.latest_version.lock,
        site=SITE,
        actor=PROVIDER,
        now=NOW,
    )
    (mail,) = mails(session)
    assert mail.subject == "We hebben je werkplek ontvangen: Meewerken in de moestuin"
    assert f"/aanbieder/werkplekken/{workplace.public_id}" in mail.body_text


def waiting_organisation(session):
    organisation = make_organisation(
        session, name="Stichting Voorbeeld", status=OrganisationStatus.SUBMITTED
    )
    make_account(session, "sanne@tuin.example", organisations=(organisation,))
    return organisation


def test_members_hear_that_their_organisation_is_approved(session):
    organisation = waiting_organisation(session)
    operations.approve_organisation(
        session,
        organisation,
        expected_version=organisation.version,
        site=SITE,
        actor=MODERATOR,
        now=NOW,
    )
    assert organisation.status is OrganisationStatus.APPROVED
    assert [mail.subject for mail in mails(session)] == [
        "Je organisatie is goedgekeurd: Stichting Voorbeeld"
    ]


def test_an_organisation_is_refused_with_all_that_waits_in_one_mail(session):
    organisation = waiting_organisation(session)
    waiting = make_workplace(session, organisation=organisation, status=VersionStatus.SUBMITTED)
    draft = make_workplace(session, organisation=organisation, status=VersionStatus.DRAFT)
    operations.reject_organisation(
        session,
        organisation,
        reason=REASON,
        expected_version=organisation.version,
        site=SITE,
        actor=MODERATOR,
        now=NOW,
    )
    assert organisation.status_reason == REASON
    assert waiting.latest_version.status is VersionStatus.REJECTED
    assert draft.latest_version.status is VersionStatus.DRAFT
    (mail,) = mails(session)
    assert mail.subject == "Je aanmelding is niet goedgekeurd: Stichting Voorbeeld"
    assert REASON in mail.body_text
    with pytest.raises(WrongStatusError):
        submission.submit(
            session, draft, expected_lock=draft.latest_version.lock, actor=PROVIDER, now=NOW
        )
