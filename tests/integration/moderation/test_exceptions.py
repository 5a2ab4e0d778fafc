"""The provider hears by mail what a municipality allows, changes and ends."""

from datetime import date

import pytest

from tests.support.exceptions import APELDOORN, MODERATOR, NOW, draft
from tests.support.mails import SITE, queued
from tests.support.people import make_account
from tests.support.workplaces import make_organisation, make_workplace
from webapp.core.errors import NotFoundError
from webapp.moderation import exceptions
from webapp.municipalities.queries import get_municipality
from webapp.workplaces.exceptions.queries import find_open
from webapp.workplaces.models import VersionStatus

DUIVEN = "GM0226"


@pytest.fixture
def duiven(session):
    return get_municipality(session, DUIVEN)


@pytest.fixture
def workplace(session):
    organisation = make_organisation(session, municipality_code="GM0200")
    make_account(session, "niels@boon.example", organisations=(organisation,))
    return make_workplace(session, organisation=organisation, title="Koffie branden", **APELDOORN)


def grant(session, workplace, duiven, **values):
    review = exceptions.get_allowable(session, workplace.public_id, DUIVEN)
    exceptions.grant(session, review, duiven, draft(**values), site=SITE, actor=MODERATOR, now=NOW)
    return find_open(session, workplace, DUIVEN, NOW.date())


def test_the_provider_hears_what_was_allowed_and_what_was_promised(session, workplace, duiven):
    grant(session, workplace, duiven, transport="Met een busje.", valid_to=date(2027, 5, 1))
    (mail,) = queued(session)
    assert mail.recipient == "niels@boon.example"
    assert mail.subject == "Ook te vinden in Duiven: Koffie branden"
    for body in (mail.body_text, mail.body_html):
        assert "van 20 november 2026 tot en met 1 mei 2027" in body
        assert "Nergens anders kun je dit leren." in body
        assert "Je hebt beloofd dat je het vervoer regelt en betaalt." in body
        assert "Met een busje." in body
        assert "http://duiven.localhost:5000/aanbieder" in body


def test_without_a_last_day_the_mail_says_so(session, workplace, duiven):
    grant(session, workplace, duiven)
    (mail,) = queued(session)
    assert "vanaf 20 november 2026. Er is geen laatste dag afgesproken." in mail.body_text


def test_the_provider_hears_what_changed(session, workplace, duiven):
    exception = grant(session, workplace, duiven)
    exceptions.change(
        session,
        duiven,
        exception.public_id,
        draft(valid_to=date(2027, 5, 1)),
        expected_version=exception.version,
        site=SITE,
        actor=MODERATOR,
        now=NOW,
    )
    mail = queued(session)[-1]
    assert mail.subject == "De uitzondering is veranderd: Koffie branden"
    assert "Goed nieuws" not in mail.body_text
    assert "tot en met 1 mei 2027" in mail.body_text


def test_the_provider_hears_why_it_ended(session, workplace, duiven):
    exception = grant(session, workplace, duiven)
    exceptions.end(
        session,
        duiven,
        exception.public_id,
        reason="Het busje <rijdt> niet meer.",
        site=SITE,
        actor=MODERATOR,
        now=NOW,
    )
    mail = queued(session)[-1]
    assert mail.subject == "Niet meer te vinden in Duiven: Koffie branden"
    assert "Het busje <rijdt> niet meer." in mail.body_text
    assert "Het busje &lt;rijdt&gt; niet meer." in mail.body_html


def test_a_workplace_that_waits_here_can_be_allowed_before_it_is_approved(session):
    waiting = make_workplace(
        session, status=VersionStatus.SUBMITTED, postcode="3511 AB", place="Utrecht"
    )
    assert exceptions.get_allowable(session, waiting.public_id, DUIVEN).workplace is waiting


@pytest.mark.parametrize(
    "values", [{"status": VersionStatus.SUBMITTED}, {"status": VersionStatus.DRAFT}]
)
def test_what_waits_elsewhere_is_not_there(session, values):
    waiting = make_workplace(session, **APELDOORN, **values)
    with pytest.raises(NotFoundError):
        exceptions.get_allowable(session, waiting.public_id, DUIVEN)


def test_of_an_exception_no_draft_is_read(session, workplace, duiven):
    exception = grant(session, workplace, duiven)
    assert exceptions.review_of(exception).version is workplace.published_version
