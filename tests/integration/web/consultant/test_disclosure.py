"""A resident asks what is kept of them, and gets all of it."""

import json

import pytest
from sqlalchemy import select

from tests.support.people import ARNHEM, database_of, staff_member
from tests.support.registrations import make_registration
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.core import clock
from webapp.registrations.models import (
    Agreement,
    ContactAttempt,
    FilledInBy,
    FollowUp,
    Registration,
    RegistrationMessage,
)

LIST = "/consulent/aanmeldingen"
# Columns that say nothing of the resident: numbers of ours, and keys to doors.
_OURS = {
    *("id", "public_id", "registration_id", "assignee_id", "actor_id", "workplace_id"),
    *("link_hash", "link_expires_at", "version", "key", "author_id"),
    *("email_fingerprint", "phone_fingerprint"),
}


@pytest.fixture
def path(app):
    with database_of(app).writing() as session:
        made = make_registration(
            session,
            now=clock.now(),
            filled_in_by=FilledInBy.CONSULTANT,
            helper_name="Carla Wegwijs",
            agreed_with="Ria en haar mentor",
        )
        return f"{LIST}/{made.public_id}"


def note_a_call(consultant, path):
    consultant.get(f"{path}/contact")
    consultant.submit("Bewaar", channel="phone", outcome="reached", note="Belt dinsdag terug.")
    consultant.get(f"{path}/berichten")
    consultant.submit("Verstuur je bericht", text="Tot dinsdag!")


def test_a_consultant_prints_all_that_is_kept(consultant, path):
    note_a_call(consultant, path)
    page = consultant.follow("Inzage: alles wat we bewaren")
    for kept in (
        "Ria Voorbeeldsma", "6921 Duiven", "Ik ben graag buiten.", "Belt dinsdag terug.",
        "Carla Wegwijs", "Ria en haar mentor", "Tot dinsdag!",
    ):  # fmt: skip
        assert kept in page.main_text
    assert "Opgevraagd door Sanne Voorbeeld op" in page.main_text


def test_a_file_holds_every_column_that_is_about_the_resident(consultant, path):
    note_a_call(consultant, path)
    consultant.get(f"{path}/inzage")
    file = consultant.raw(consultant.page.links["Download als bestand (JSON)"])
    kept = json.loads(file.data)
    assert kept["contact"]["name"] == "Ria Voorbeeldsma"
    assert kept["contact_attempts"][0]["note"] == "Belt dinsdag terug."
    assert kept["agreed_with"] == "Ria en haar mentor"
    assert kept["messages"][0]["text"] == "Tot dinsdag!"
    assert kept["messages"][0]["by"] == "Sanne Voorbeeld"
    assert kept["disclosed"]["by"] == "Sanne Voorbeeld"
    named = {
        *kept,
        *kept["contact"],
        *kept["contact_attempts"][0],
        *kept["messages"][0],
        *(f"intake_{name}" for name in kept["intake"]),
    }
    also_called = {
        *("municipality_code", "postcode4", "place_name"),  # municipality, residence
        *("actor_name", "author_name"),  # by
        *("restricted_at", "restricted_for"),  # restricted
    }
    columns = {
        column.key
        for model in (Registration, Agreement, FollowUp, ContactAttempt, RegistrationMessage)
        for column in model.__table__.columns
    }
    assert columns - _OURS - also_called - named == set()


def test_each_time_is_logged_with_who_and_what_for(app, consultant, path):
    consultant.get(f"{path}/inzage")
    consultant.raw(f"{path}/inzage.json")
    with database_of(app).reading() as session:
        events = session.scalars(select(AuditEvent).order_by(AuditEvent.id)).all()
    assert [(event.action, event.details.get("purpose")) for event in events][-2:] == [
        ("registration.looked_at", "disclosure"),
        ("registration.exported", None),
    ]


@pytest.mark.parametrize("way", ["inzage", "inzage.json"])
def test_another_municipality_gets_nothing(app, path, way):
    other = staff_member(app, RoleName.CONSULTANT, ARNHEM, host="arnhem.localhost:5000")
    assert other.raw(f"{path}/{way}").status_code == 404
