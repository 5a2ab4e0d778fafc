"""Somebody registers a resident."""

import threading
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from tests.support.mails import SITE
from tests.support.people import ARNHEM, DUIVEN, make_account
from tests.support.registrations import CONTACT, NOW, make_draft, make_registration
from tests.support.workplaces import make_workplace
from webapp.accounts.models import RoleName
from webapp.audit.models import AuditEvent
from webapp.core.errors import InvalidInputError
from webapp.core.ids import hash_secret
from webapp.mail.models import OutgoingMail
from webapp.municipalities.queries import get_municipality
from webapp.registrations import operations
from webapp.registrations.contact import Contact
from webapp.registrations.models import FilledInBy, Registration, RegistrationStatus
from webapp.workplaces import sectors


def mails_of(session, kind):
    return session.scalars(
        select(OutgoingMail).where(OutgoingMail.kind == f"registrations/{kind}")
    ).all()


def problems(session, **values):
    with pytest.raises(InvalidInputError) as refusal:
        make_registration(session, **values)
    return refusal.value.problems


def test_a_resident_registers_and_only_four_digits_of_the_postcode_are_kept(session):
    registration = make_registration(session)
    assert registration.status is RegistrationStatus.NEW
    assert (registration.postcode4, registration.place_name) == ("6921", "Duiven")
    assert registration.email == "ria@voorbeeld.nl"
    assert registration.needs == ["quiet_place", "breaks"]
    assert len(registration.reference) == 9


def test_a_place_can_be_named_instead_of_a_postcode(session):
    registration = make_registration(session, contact=replace(CONTACT, residence="groessen"))
    assert (registration.postcode4, registration.place_name) == ("", "Groessen")


def test_the_resident_gets_a_mail_with_the_link_of_which_only_a_hash_is_kept(session):
    registration = make_registration(session)
    (mail,) = mails_of(session, "received")
    assert mail.recipient == "ria@voorbeeld.nl"
    assert registration.reference in mail.body_text
    assert "Ria" not in mail.body_text + mail.body_html
    secret = mail.body_text.split("/inwoners/aanmelding/")[1].split()[0]
    assert registration.link_hash == hash_secret(secret)


def test_somebody_without_an_email_address_gets_no_mail_and_has_a_link(session):
    values = {"contact": replace(CONTACT, email=""), "link_secret": "secret"}
    registration = make_registration(session, **values)
    assert mails_of(session, "received") == []
    assert registration.link_hash == hash_secret("secret")


def test_each_consultant_of_the_municipality_is_told_without_a_word_about_the_person(session):
    consultant = RoleName.CONSULTANT
    make_account(session, "carla@duiven.example", roles=((consultant, DUIVEN),))
    make_account(session, "rachid@arnhem.example", roles=((consultant, ARNHEM),))
    make_account(session, "daan@duiven.example", roles=((RoleName.MODERATOR, DUIVEN),))
    make_account(session, "weg@duiven.example", roles=((consultant, DUIVEN),)).disabled_at = NOW
    make_registration(session)
    (mail,) = mails_of(session, "new_for_staff")
    assert mail.recipient == "carla@duiven.example"
    for personal in ("Ria", "ria@", "6921", "buiten"):
        assert personal not in mail.subject + mail.body_text + mail.body_html


def test_without_consultants_the_network_is_told(session):
    make_registration(session)
    (mail,) = mails_of(session, "new_for_staff")
    assert mail.recipient == SITE.email


def test_a_draft_that_is_sent_twice_makes_one_registration_and_one_mail(session):
    first = make_registration(session, key="zelfdesleutel")
    second = make_registration(session, key="zelfdesleutel")
    assert first is second
    assert len(mails_of(session, "received")) == 1


def test_a_draft_that_is_sent_twice_at_the_same_moment_makes_one_registration(database):
    with database.writing() as session:
        sectors.load(session)
    draft, start, references = make_draft(), threading.Barrier(2), []

    def send():
        start.wait()
        with database.writing() as session:
            registration = operations.register(
                session,
                draft,
                municipality=get_municipality(session, DUIVEN),
                site=SITE,
                actor=operations.RESIDENT,
                now=NOW,
            )
            references.append(registration.reference)

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Registration)) == 1
        assert len(mails_of(session, "received")) == 1
    assert len(references) == 2
    assert len(set(references)) == 1


def test_the_workplace_that_somebody_came_from_is_kept_while_the_public_sees_it(session):
    workplace = make_workplace(session)
    hidden = make_workplace(session, visible=False)
    seen = make_registration(session, workplace_public_id=workplace.public_id)
    gone = make_registration(session, workplace_public_id=hidden.public_id)
    assert (seen.workplace_id, gone.workplace_id) == (workplace.id, None)


def test_registering_is_in_the_log_without_a_word_about_the_person(session):
    registration = make_registration(session)
    (event,) = session.scalars(select(AuditEvent))
    assert (event.action, event.subject_id, event.details) == (
        "registration.made",
        registration.public_id,
        {},
    )


def test_one_way_to_reach_somebody_is_enough_but_none_is_too_few(session):
    make_registration(session, contact=replace(CONTACT, phone=""))
    make_registration(session, contact=replace(CONTACT, email=""))
    assert problems(session, contact=replace(CONTACT, email="", phone="")) == {
        "email": "Vul een e-mailadres of een telefoonnummer in."
    }


def test_everything_wrong_is_told_at_its_own_field(session):
    wrong = problems(
        session,
        filled_in_by=FilledInBy.OTHER,
        meets_age_condition=False,
        sectors=("bestaat-niet",),
        day_parts=("zondagnacht",),
        needs=("diagnose",),
        wishes="x" * 2001,
        needs_notes="x" * 2001,
        contact=Contact(name="x" * 101, email="geen adres", phone="1", residence="Nergenshuizen"),
    )
    assert set(wrong) == {
        "helper_name", "meets_age_condition", "sectors", "day_parts", "needs", "wishes",
        "needs_notes", "name", "email", "phone", "residence",
    }  # fmt: skip
    assert all(sentence.endswith(".") for sentence in wrong.values())


def test_nothing_is_left_of_a_registration_that_was_refused(session):
    problems(session, contact=replace(CONTACT, name=""))
    assert session.scalar(select(func.count()).select_from(Registration)) == 0
    assert mails_of(session, "new_for_staff") == []
