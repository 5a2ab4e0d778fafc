"""A moderator is told what stands out in how visitors reach a workplace."""

from datetime import UTC, datetime

import pytest

from tests.support.moderation import organisation_with_member, submitted_workplace
from tests.support.people import staff_member
from tests.support.workplaces import DUIVEN, make_organisation
from webapp.accounts.models import RoleName
from webapp.moderation.contact_checks import ContactSign, contact_signs
from webapp.moderation.review import get_review

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PHONE = "06 00 00 00 00"


def signs(session, email, phone=PHONE, **values):
    organisation = organisation_with_member(session, "sanne@lid.example", **values)
    workplace = submitted_workplace(
        session, organisation, at=NOW, contact_email=email, contact_phone=phone
    )
    return contact_signs(session, get_review(session, workplace.public_id, DUIVEN))


@pytest.mark.parametrize(
    "email",
    [
        "",
        "Sanne@Lid.example",  # who acts for the organisation
        "info@tuin.example",  # as the organisation gave it
        "jan@tuin-site.example",  # at the domain of the website
        "jan@post.tuin-site.example",
    ],
)
def test_an_address_that_belongs_to_the_organisation_is_no_sign(session, email):
    found = signs(
        session,
        email,
        website="https://www.tuin-site.example/over",
        contact_email="info@tuin.example",
    )
    assert found == []


@pytest.mark.parametrize(
    "email", ["jan@gratis.example", "sanne@elders.example", "jan@eentuin-site.example"]
)
def test_an_address_from_elsewhere_stands_out(session, email):
    found = signs(session, email, website="https://tuin-site.example")
    assert found == [ContactSign.ELSEWHERE]


def test_an_address_of_another_organisation_stands_out(session):
    make_organisation(session, contact_email="Info@Anderen.example")
    found = signs(session, "info@anderen.example", contact_email="info@anderen.example")
    assert found == [ContactSign.OF_ANOTHER]


def test_a_workplace_that_cannot_be_called_stands_out(session):
    assert signs(session, "sanne@lid.example", phone="") == [ContactSign.NO_PHONE]


def test_a_moderator_reads_it_on_the_page(app, session):
    organisation = organisation_with_member(session)
    workplace = submitted_workplace(session, organisation, at=NOW)
    session.commit()
    page = staff_member(app, RoleName.MODERATOR).get(
        f"/moderatie/werkplekken/{workplace.public_id}"
    )
    assert "Kijk naar de contactgegevens" in page.main_text
    assert "Er is geen telefoonnummer." in page.main_text
